namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>«What would happen if this agent reset that user now?», on the way to an answer.</summary>
internal sealed record ForecastState
{
    /// <summary>The agent, as said; null: whoever asks.</summary>
    public string? Agent { get; init; }

    /// <summary>The person whose password it is, as said; null until somebody says it.</summary>
    public string? Subject { get; init; }

    /// <summary>Object id of the subject, once found.</summary>
    public string? SubjectId { get; init; }
}
