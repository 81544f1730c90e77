namespace CredBot.Dialogs.PasswordWatch;

/// <summary>What a look saw, written for the flow.</summary>
internal sealed record PasswordWatchStepResult
{
    /// <summary>When the password was last changed; null where it could not be read this time.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>There is no token any more, or Graph does not take it.</summary>
    public bool SignedOut { get; init; }
}
