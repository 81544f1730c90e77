namespace CredBot.Dialogs.AdminCheck;

/// <summary>A check of whether somebody may reset somebody.</summary>
internal sealed record AdminCheckState
{
    /// <summary>The person meant, as said; null until somebody says it.</summary>
    public string? Words { get; init; }
}
