namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>One reset: what was asked, how far it is, and what is owed. Stored at every move; a secret stands in it only sealed.</summary>
internal sealed record ResetDocument
{
    public int Schema { get; init; } = 1;
    public required string Operation { get; init; }
    public required ResetRequest Request { get; init; }
    public ResetStatus Status { get; init; }

    /// <summary>The sealed password; null before it is made and after it is erased.</summary>
    public string? Seal { get; init; }

    /// <summary>The subject's last password change as read before the call; null where not readable.</summary>
    public DateTimeOffset? ChangedBefore { get; init; }

    /// <summary>When the call was recorded.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>Calls that were recorded.</summary>
    public int Calls { get; init; }

    /// <summary>Where the tenant says how far it is, verbatim; null until accepted.</summary>
    public Uri? Location { get; init; }

    /// <summary>When the call is made again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it was known to be done.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Known from what the tenant shows, not from the call's own answer: the change was probably ours.</summary>
    public bool ByEvidence { get; init; }

    /// <summary>Old sign-ins were ended; null before that was tried.</summary>
    public bool? SessionsRevoked { get; init; }

    /// <summary>Until when the password may be shown.</summary>
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
}
