using CredBot.Dialogs.Assurance;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>A reset that is being talked about; nothing has happened yet.</summary>
internal sealed record HelpdeskResetState
{
    /// <summary>The person meant, as said; null until somebody says it.</summary>
    public string? Words { get; init; }

    /// <summary>Object id; known from the start where a button named it.</summary>
    public string? SubjectId { get; init; }
    public string SubjectName { get; init; } = "";
    public string SubjectAddress { get; init; } = "";
    public bool Synced { get; init; }
    public SubjectClass Class { get; init; }

    /// <summary>What it is about, once the agent is known: whoever may only verify does nothing else.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>Nobody could be verified, and somebody named for it shall decide.</summary>
    public bool IsException { get; init; }

    /// <summary>The agent may give them a Temporary Access Pass as well, which is the better help.</summary>
    public bool MayGetPass { get; init; }
    public string RequesterName { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>The agent said yes; a sign-in that was too old may still come between.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Key of the card that asks for the confirmation and then shows the operation.</summary>
    public string CardKey { get; init; } = "";
}
