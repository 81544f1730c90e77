namespace CredBot.Dialogs.Notice;

/// <summary>How the installation ended, written for the flow.</summary>
internal sealed record NoticeStepResult
{
    public required bool Installed { get; init; }

    /// <summary>Id of the person's chat, where it could be read.</summary>
    public string? Chat { get; init; }

    /// <summary>Why it was not installed.</summary>
    public string? Refusal { get; init; }
}
