using CredBot.Dialogs.Assurance;
using CredBot.Graph;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What a password change that the tenant shows says about a call whose answer never came.</summary>
/// <remarks>A change names nobody. It may be ours only if its time fits, and only if nobody else's call that we know of could have made it. See docs/decisions/one-reset-per-operation.md.</remarks>
internal static class ResetEvidence
{
    /// <summary>How far the tenant's clock and ours may be apart; the tenant also cuts its times to whole seconds.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>How long before a change somebody else's call may have been recorded. A call waits for its token and is then sent, so this is generous: doubt is cheap.</summary>
    private static readonly TimeSpan NeighbourReach = TimeSpan.FromMinutes(5);

    /// <summary>From the call's arrival to the change: the cloud's own come within seconds, a writeback message is dropped after several minutes.</summary>
    /// <remarks>Source: Entra «How writeback works».</remarks>
    private static TimeSpan Processing(bool synced) => synced ? TimeSpan.FromMinutes(4) : TimeSpan.FromSeconds(30);

    /// <summary>What a change seen in the tenant means for the operation that lost its call.</summary>
    /// <param name="document">The operation; its call is recorded.</param>
    /// <param name="at">The subject's last password change.</param>
    public static ResetChange Judge(ResetDocument document, DateTimeOffset at)
    {
        var called = document.CalledAt!.Value;
        if (at <= (document.ChangedBefore ?? called - ClockTolerance))
        {
            return ResetChange.None;
        }

        // Newer than what was read before the call, and yet older than the call: somebody else's, and ours may still come.
        return at < called - ClockTolerance ? ResetChange.TooEarly
            : at > called + GraphClient.WriteTimeout + Processing(document.Request.Synced) ? ResetChange.TooLate
            : ResetChange.Fits;
    }

    /// <summary>From when on a neighbour must have moved to matter for this change.</summary>
    public static DateTimeOffset NeighboursSince(DateTimeOffset at) => at - NeighbourReach;

    /// <summary>Whether another operation's call may have made this change.</summary>
    /// <param name="neighbour">The other operation.</param>
    /// <param name="subject">Object id of the person whose password changed.</param>
    /// <param name="at">When it changed.</param>
    public static bool MayBeOf(ResetDocument neighbour, string subject, DateTimeOffset at) =>
        neighbour is { CalledAt: { } called, Request.Purpose: Purpose.PasswordReset, Status: not (ResetStatus.Asked or ResetStatus.Throttled or ResetStatus.Failed) }
        && neighbour.Request.SubjectId.Equals(subject, StringComparison.OrdinalIgnoreCase)
        && called >= NeighboursSince(at) && called <= at + ClockTolerance;
}

/// <summary>How a change stands to the time of a call.</summary>
internal enum ResetChange
{
    /// <summary>Nothing changed since the call was made ready.</summary>
    None,

    /// <summary>Changed before the call.</summary>
    TooEarly,

    /// <summary>Changed when this call could have changed it.</summary>
    Fits,

    /// <summary>Changed when this call could no longer have changed it; what it did before, if anything, is no longer valid.</summary>
    TooLate,
}
