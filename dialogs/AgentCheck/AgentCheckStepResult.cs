namespace CredBot.Dialogs.AgentCheck;

/// <summary>How a step ended, written for the flow.</summary>
internal sealed record AgentCheckStepResult
{
    /// <summary>The sealed word that was made.</summary>
    public string? Seal { get; init; }

    /// <summary>The word stands on the card.</summary>
    public bool Shown { get; init; }
}
