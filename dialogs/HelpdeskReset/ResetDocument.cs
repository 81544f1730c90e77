using System.Text.Json.Serialization;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>One reset: what was asked, how far it is, and what is owed. Stored at every move; a secret stands in it only sealed.</summary>
internal sealed record ResetDocument
{
    public int Schema { get; init; } = 1;
    public required string Operation { get; init; }
    public required ResetRequest Request { get; init; }
    public ResetStatus Status { get; init; }

    /// <summary>What has to be shown before it may act; null before that is decided.</summary>
    public AssuranceLevel? Level { get; init; }

    /// <summary>The threat level at which that was decided.</summary>
    public int Threat { get; init; }

    /// <summary>How often the safeguards were asked whether it may act.</summary>
    public int Rounds { get; init; }

    /// <summary>What was shown; null before.</summary>
    public VerificationRecord? Verification { get; init; }

    /// <summary>Object id of the subject's manager, read before the act; null where there is none or it was not readable.</summary>
    public string? Manager { get; init; }

    /// <summary>The sealed password; null before it is made and after it is erased.</summary>
    public string? Seal { get; init; }

    /// <summary>The subject's last password change as read before the call; null where not readable.</summary>
    public DateTimeOffset? ChangedBefore { get; init; }

    /// <summary>Ids of the passes that the person had before the call; null where not readable, and for a reset.</summary>
    public IReadOnlyList<string>? PassesBefore { get; init; }

    /// <summary>Id of the pass that was issued; null for a reset, and once it was taken back.</summary>
    public string? PassId { get; init; }

    /// <summary>When the pass stops working.</summary>
    public DateTimeOffset? PassUntil { get; init; }

    /// <summary>The pass was taken back before its time; null where nobody tried.</summary>
    public bool? PassTakenBack { get; init; }

    /// <summary>When the call was recorded.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>Calls that were recorded.</summary>
    public int Calls { get; init; }

    /// <summary>Where the tenant says how far it is, verbatim; null until accepted.</summary>
    public Uri? Location { get; init; }

    /// <summary>When the call is made again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it was known to be done; where only the tenant's evidence speaks for it, when the tenant says the password changed.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Taken from what the tenant shows, not from the call's own answer: the change was probably ours, and nothing about it is called done.</summary>
    public bool ByEvidence { get; init; }

    /// <summary>Old sign-ins were ended; null before that was tried.</summary>
    public bool? SessionsRevoked { get; init; }

    /// <summary>Until when the password may be shown; null where it never was to be.</summary>
    public DateTimeOffset? OfferUntil { get; init; }

    /// <summary>When the password leaves the card. Stored before it is shown.</summary>
    public DateTimeOffset? RedactAt { get; init; }

    /// <summary>Tries to show the password so far; all but the last certainly failed.</summary>
    public int Reveals { get; init; }

    /// <summary>The password is on its way to the card.</summary>
    public bool Revealing { get; init; }

    /// <summary>The person was told in their own chat; null before that is known.</summary>
    public bool? SubjectTold { get; init; }
    public ResetFailure? Failure { get; init; }

    /// <summary>Graph's <c>request-id</c> of the deciding call.</summary>
    public string? RequestId { get; init; }

    /// <summary>What everything that was decided about it is bound to; the level must be known.</summary>
    [JsonIgnore]
    public RequestFacts Facts => new(
        Operation, Request.Purpose, Request.Requester.Id, Request.SubjectId, Request.SubjectAddress, Request.Class, Level!.Value, Request.PolicyVersion, Request.IsException);
}
