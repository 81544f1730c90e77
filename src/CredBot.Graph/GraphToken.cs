namespace CredBot.Graph;

/// <summary>The acting person's delegated access token, handed over per call and kept nowhere.</summary>
/// <param name="Value">In clear.</param>
public sealed record GraphToken(string Value)
{
    public override string ToString() => "•••";
}
