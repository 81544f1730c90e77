using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>What a diagnosis concluded: the verdict first, then what it rests on, what could not be seen, and what to do next.</summary>
internal sealed record Finding
{
    /// <summary>The verdict in one sentence.</summary>
    public required Sentence Headline { get; init; }

    public required Tone Tone { get; init; }

    /// <summary>The rule that decides and what follows from it, one sentence each.</summary>
    public IReadOnlyList<Sentence> Reasons { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <value>False where the evidence is a page and not the asker's tenant.</value>
    public bool ReadNow { get; init; } = true;

    /// <summary>What would have been looked at; empty where everything was read.</summary>
    public IReadOnlyList<Unseen> Unseen { get; init; } = [];

    /// <summary>The most useful first; at most six are shown.</summary>
    public IReadOnlyList<NextStep> Next { get; init; } = [];
}
