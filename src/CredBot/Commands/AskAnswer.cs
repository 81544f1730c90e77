using CredBot.Knowledge;

namespace CredBot.Commands;

/// <summary>What <c>ask --json</c> prints.</summary>
internal sealed record AskAnswer
{
    public required string Text { get; init; }
    public required string Language { get; init; }
    public required string Intent { get; init; }
    public required double Score { get; init; }
    public required IReadOnlyList<IntentScore> Top { get; init; }
    public required Slots Slots { get; init; }

    /// <summary>The FAQ's answer; null where the intent needs a person's own tenant, or nothing was recognised.</summary>
    public FaqEntry? Answer { get; init; }
}
