using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What was asked: who wants whose password reset, and why. The intent of the operation.</summary>
internal sealed record ResetRequest
{
    public required Requester Requester { get; init; }

    /// <summary>A new password, a pass, or nothing but the verification.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>Without verification, on the word of somebody named for it.</summary>
    public bool IsException { get; init; }

    /// <summary>As the directory calls the agent; those who are asked or told about it see it.</summary>
    public string RequesterName { get; init; } = "";

    /// <summary>Object id of the person whose password it is.</summary>
    public required string SubjectId { get; init; }

    /// <summary>As the directory calls them.</summary>
    public required string SubjectName { get; init; }
    public required string SubjectAddress { get; init; }

    /// <summary>Active Directory decides about the password.</summary>
    public bool Synced { get; init; }

    /// <summary>What kind of account it is.</summary>
    public SubjectClass Class { get; init; }

    /// <summary>The settings by which that was decided.</summary>
    public string PolicyVersion { get; init; } = "";

    /// <summary>The requester's own words.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the person affected objects without signing in; null where the settings name no address.</summary>
    public Uri? ObjectionUrl { get; init; }

    /// <summary>Language of the card.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the message that shows the operation.</summary>
    public required string CardKey { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
}
