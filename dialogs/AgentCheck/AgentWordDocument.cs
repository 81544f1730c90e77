namespace CredBot.Dialogs.AgentCheck;

/// <summary>The colleague's side of a check: the word on their own card, in their own chat.</summary>
internal sealed record AgentWordDocument
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }

    /// <summary>Id of the check.</summary>
    public required string Check { get; init; }

    /// <summary>Language of the colleague's card.</summary>
    public required string Language { get; init; }

    public required string AskerName { get; init; }

    /// <summary>The word stands on the card.</summary>
    public bool Shown { get; init; }

    /// <summary>Looks for a word that was not there yet, or could not be drawn.</summary>
    public int Misses { get; init; }

    /// <summary>How the check ended; null before.</summary>
    public AgentCheckEnd? End { get; init; }
}
