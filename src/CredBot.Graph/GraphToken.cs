using CredBot.Graph.Calls;

namespace CredBot.Graph;

/// <summary>The acting person's delegated access token, handed over per call and kept nowhere.</summary>
/// <param name="Value">In clear.</param>
public sealed record GraphToken(string Value)
{
    /// <value>What all reads under this token may spend together; null: each has its own six seconds and as many requests as it takes.</value>
    internal ReadBudget? Budget { get; init; }

    public override string ToString() => "•••";
}
