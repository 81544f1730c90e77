using CredBot.Graph;

namespace CredBot.Dialogs.StillCannotSignIn;

/// <summary>Decides why somebody still cannot sign in; looks at nothing but the facts.</summary>
internal static class StillCannotSignInRules
{
    /// <summary>How long a new password may take until it is known everywhere.</summary>
    /// <remarks>Source: Entra «Implement password hash synchronization», two minutes; the rest is for caches on the way.</remarks>
    public static readonly TimeSpan Spreads = TimeSpan.FromMinutes(10);

    /// <summary>An administrator's reset stands in the log under two services within moments; further apart they are two resets.</summary>
    private static readonly TimeSpan SameReset = TimeSpan.FromMinutes(5);

    /// <summary>The account, then what the newest attempt says outright, then what only the account's history can tell.</summary>
    public static StillCannotSignInVerdict Decide(StillCannotSignInFacts facts, DateTimeOffset now) => facts switch
    {
        { User.IsGuest: true } => StillCannotSignInVerdict.Guest,
        { User.AccountEnabled: false } => StillCannotSignInVerdict.Disabled,
        { Domain.IsFederated: true } => StillCannotSignInVerdict.Federated,
        _ when facts.LastAttempt is { } attempt && Outright(attempt, facts.Risk, now) is { } verdict => verdict,
        _ when StayedInCloud(facts) is not null => StillCannotSignInVerdict.CloudOnlyReset,
        // A flag says what will be asked for, a failure what happened: it counts where nothing failed.
        { User.MustChangePassword: true, LastAttempt: null or { IsSuccess: true } } => StillCannotSignInVerdict.MustChange,
        { LastAttempt.IsSuccess: true } => StillCannotSignInVerdict.Works,
        { Risk.IsAtRisk: true, LastAttempt: null } => StillCannotSignInVerdict.Risky,
        { User.LastPasswordChange: { } changed } when now - changed < Spreads => StillCannotSignInVerdict.JustChanged,
        { LastAttempt: not null } => StillCannotSignInVerdict.OtherError,
        { SignIns: not null } => StillCannotSignInVerdict.NoAttempt,
        _ => StillCannotSignInVerdict.CannotTell,
    };

    /// <summary>The reset of a synced person that Active Directory did not hear of.</summary>
    /// <returns>Null where there is none, or the log could not be read, or the password was changed again since, wherever that was.</returns>
    /// <remarks>Source: Entra «Audit activity reference», «How does writeback work»: resets of the Microsoft 365 admin center are not written back.</remarks>
    public static AuditRecord? StayedInCloud(StillCannotSignInFacts facts)
    {
        if (!facts.User.IsSynced || facts.Audits is not { } audits)
        {
            return null;
        }

        var done = audits.Where(static one => one.Succeeded).ToList();
        return done.FirstOrDefault(static one => one.Activity is AuditRecord.ResetInCloud) is { } reset
            && !(facts.User.LastPasswordChange > reset.At + SameReset)
            && !done.Any(one => one.Activity is AuditRecord.ResetByAdmin or AuditRecord.ResetBySelf or AuditRecord.ChangedBySelf && one.At > reset.At - SameReset)
            ? reset
            : null;
    }

    /// <summary>What a failure's code says without any doubt.</summary>
    /// <returns>Null for codes that have to be read together with the rest, or are only looked up.</returns>
    /// <remarks>Source: Entra «Microsoft Entra authentication and authorization error codes».</remarks>
    private static StillCannotSignInVerdict? Outright(SignInAttempt attempt, UserRisk? risk, DateTimeOffset now) => attempt switch
    {
        { IsMaliciousAddress: true } => StillCannotSignInVerdict.MaliciousAddress,
        { IsLockout: true } when now - attempt.At < SignInAttempt.LockLasts => StillCannotSignInVerdict.Locked,
        { ErrorCode: 50135 or 53004 or 53011 } => StillCannotSignInVerdict.Risky,
        { ErrorCode: >= 53000 and <= 53003 or 50131 or 530032 or 530035 } when risk is { IsAtRisk: true } => StillCannotSignInVerdict.Risky,
        { ErrorCode: >= 53000 and <= 53003 or 50131 or 530032 or 530035 or 53010 } => StillCannotSignInVerdict.NotThePassword,
        { ErrorCode: SignInAttempt.MustRegister or 50074 or 50076 or 50079 or 500121 or 50088 } => StillCannotSignInVerdict.NotThePassword,
        { ErrorCode: 50144 } => StillCannotSignInVerdict.OnPremisesExpired,
        { ErrorCode: 50055 } => StillCannotSignInVerdict.MustChange,
        _ => null,
    };
}
