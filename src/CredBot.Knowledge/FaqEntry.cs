namespace CredBot.Knowledge;

/// <summary>One question of the FAQ and its answer in one language.</summary>
public sealed record FaqEntry
{
    /// <summary>One of <see cref="Intents.Faq"/>.</summary>
    public required string Id { get; init; }

    /// <summary>BCP 47, e.g. <c>ko</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The question, as a person would ask it.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown as an Adaptive Card's TextBlock renders it: bold, lists, links.</summary>
    public required string Answer { get; init; }

    public required IReadOnlyList<FaqLink> Links { get; init; }

    /// <summary>What the answer was checked against.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The day on which somebody last checked it.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>Other ways of asking; the recogniser learns from them.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }
}
