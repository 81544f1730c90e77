namespace CredBot.Knowledge;

/// <summary>What the recogniser made of one message.</summary>
public sealed record Recognition
{
    /// <summary>The message as it came.</summary>
    public required string Text { get; init; }

    /// <summary>The language to answer in: <c>ko</c>, <c>en</c>, <c>ja</c>, <c>zh-Hans</c>…</summary>
    public required string Language { get; init; }

    /// <summary>One of <see cref="Intents"/>; <see cref="Intents.OutOfScope"/> unless <see cref="Confidence"/> is <see cref="Confidence.Sure"/>.</summary>
    public required string Intent { get; init; }

    /// <summary>Of the best in-scope intent, always.</summary>
    /// <value>0 to 1.</value>
    public required double Score { get; init; }

    /// <summary>The three nearest in-scope intents, best first.</summary>
    public required IReadOnlyList<IntentScore> Top { get; init; }

    public required Slots Slots { get; init; }

    /// <summary>Whether to act, to ask or to decline.</summary>
    public required Confidence Confidence { get; init; }
}
