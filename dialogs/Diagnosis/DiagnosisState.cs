namespace CredBot.Dialogs.Diagnosis;

/// <summary>What a diagnosis begins with and keeps between its turns.</summary>
internal sealed record DiagnosisState
{
    /// <summary>The person, application or thing meant, as said; null until somebody says it.</summary>
    public string? Words { get; init; }

    /// <summary>The question was about how it is in general: its general answer comes before anybody is asked whom it is about.</summary>
    public bool General { get; init; }
}
