namespace CredBot.Dialogs.Diagnosis;

/// <summary>How a verdict is to be taken at a glance.</summary>
internal enum Tone
{
    /// <summary>It works, or it is allowed.</summary>
    Good,

    /// <summary>Nothing is wrong, and there is something to know or to do.</summary>
    Neutral,

    /// <summary>It does not work, or it is not allowed; the reason is known.</summary>
    Blocked,

    /// <summary>It could not be told, or it is about to fail.</summary>
    Doubtful,
}
