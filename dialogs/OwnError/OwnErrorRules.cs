using CredBot.Graph;

namespace CredBot.Dialogs.OwnError;

/// <summary>Decides why changing or resetting a password failed; looks at nothing but the facts.</summary>
internal static class OwnErrorRules
{
    /// <summary>How old a failure may be to be the one that is asked about; also how long self-service reset stays closed after too many tries.</summary>
    /// <remarks>Source: Entra «Troubleshoot self-service password reset».</remarks>
    public static readonly TimeSpan Recent = TimeSpan.FromHours(24);

    /// <summary>What stands in a reason, and what it means.</summary>
    /// <remarks>Source: Entra «Troubleshoot self-service password reset», «… writeback»; «Microsoft Entra authentication and authorization error codes».</remarks>
    private static readonly (string Mark, OwnErrorVerdict Verdict)[] Marks =
    [
        ("FuzzyPolicy", OwnErrorVerdict.WeakPassword), ("PasswordPolicyError", OwnErrorVerdict.WeakPassword), ("120002", OwnErrorVerdict.WeakPassword),
        ("120003", OwnErrorVerdict.WeakPassword), ("120018", OwnErrorVerdict.WeakPassword),
        ("OnPremisesPolicy", OwnErrorVerdict.OnPremisesPolicy), ("33008", OwnErrorVerdict.OnPremisesPolicy), ("80230619", OwnErrorVerdict.OnPremisesPolicy),
        ("120004", OwnErrorVerdict.OnPremisesPolicy),
        ("OnPremisesConnectivityError", OwnErrorVerdict.WritebackUnreachable), ("SSPR_0030", OwnErrorVerdict.WritebackUnreachable),
        ("120013", OwnErrorVerdict.WritebackUnreachable),
        ("UserNotProperlyConfigured", OwnErrorVerdict.NotRegistered), ("SSPR_0014", OwnErrorVerdict.NotRegistered),
        ("TenantSSPRFlagDisabled", OwnErrorVerdict.NotEnabled), ("SSPR_0009", OwnErrorVerdict.NotEnabled),
        ("SsprNotEnabledInUserPolicy", OwnErrorVerdict.NotEnabled), ("SSPR_0011", OwnErrorVerdict.NotEnabled),
        ("UserNotMemberOfScopedAccessGroup", OwnErrorVerdict.NotEnabled), ("SSPR_0013", OwnErrorVerdict.NotEnabled),
    ];

    /// <summary>Methods that self-service reset accepts.</summary>
    /// <remarks>Source: Entra «How self-service password reset works».</remarks>
    private static readonly HashSet<string> Counting = [MyMethods.Phone, MyMethods.Email, MyMethods.Authenticator, MyMethods.SoftwareOath];

    /// <summary>Whose password it is, then the newest failure that nothing has mended since, then what a look at the account itself shows.</summary>
    public static OwnErrorConclusion Decide(OwnErrorFacts facts, DateTimeOffset now)
    {
        if (facts.User.IsGuest || facts.Domain is { IsFederated: true })
        {
            return new(OwnErrorVerdict.Elsewhere);
        }

        var mended = Latest(facts.User.LastPasswordChange, facts.Audits?.Where(static one => one.Succeeded && IsNewPassword(one)).Select(static one => one.At));
        if (Troubles(facts, now).Where(one => one.At > mended && one.At > now - Recent).MaxBy(static one => one.At) is { } newest)
        {
            return new(newest.Verdict, newest);
        }

        return facts switch
        {
            // The list holds no hardware tokens and no questions: what it does not know may count.
            { Methods: { } methods } when !methods.Any(Counting.Contains) && !methods.Contains(MyMethods.Other) => new(OwnErrorVerdict.NotRegistered),
            { SignIns: not null, Audits: not null } => new(OwnErrorVerdict.NothingFound),
            _ => new(OwnErrorVerdict.CannotTell),
        };
    }

    /// <summary>What a reason of the audit log, or the number of a sign-in error, means here.</summary>
    /// <returns><see cref="OwnErrorVerdict.Explained"/> where it is none of those that have an answer of their own.</returns>
    public static OwnErrorVerdict Meaning(string? reason) => reason is null
        ? OwnErrorVerdict.Explained
        : Marks.Where(mark => reason.Contains(mark.Mark, StringComparison.OrdinalIgnoreCase)).Select(static mark => mark.Verdict).FirstOrDefault(OwnErrorVerdict.Explained);

    private static IEnumerable<OwnErrorTrouble> Troubles(OwnErrorFacts facts, DateTimeOffset now) =>
    [
        .. AtSignIn(facts.SignIns ?? [], now),
        .. (facts.Audits ?? []).Where(static one => !one.Succeeded || one.Activity is AuditRecord.Blocked).Where(IsOwnTry).Select(static one =>
            new OwnErrorTrouble(one.Activity is AuditRecord.Blocked ? OwnErrorVerdict.Throttled : Meaning(one.Reason), one.At, one.Reason)),
    ];

    /// <summary>Of the sign-ins only what locks somebody out, and a change of password at sign-in (120000 and up) that failed; one that went well ends it.</summary>
    private static IEnumerable<OwnErrorTrouble> AtSignIn(IReadOnlyList<SignInAttempt> attempts, DateTimeOffset now) => attempts
        .TakeWhile(static one => !one.IsSuccess)
        .Select(one => one switch
        {
            { IsMaliciousAddress: true } => new OwnErrorTrouble(OwnErrorVerdict.MaliciousAddress, one.At, "AADSTS50053"),
            { IsLockout: true } => new OwnErrorTrouble(
                now - one.At < SignInAttempt.LockLasts ? OwnErrorVerdict.Locked : OwnErrorVerdict.Explained, one.At, "AADSTS50053"),
            { ErrorCode: >= 120000 and < 121000 } => new OwnErrorTrouble(Meaning($"{one.ErrorCode}"), one.At, $"AADSTS{one.ErrorCode}"),
            _ => null,
        })
        .OfType<OwnErrorTrouble>();

    private static bool IsNewPassword(AuditRecord one) =>
        one.Activity is AuditRecord.ResetBySelf or AuditRecord.ChangedBySelf or AuditRecord.ResetByAdmin or AuditRecord.ResetInCloud;

    /// <summary>What others failed to do to the account is not what this person met.</summary>
    /// <remarks>Source: Entra «Audit activity reference», «Self-service password management».</remarks>
    private static bool IsOwnTry(AuditRecord one) =>
        one.Activity is AuditRecord.ChangedInCloud
        || one.Activity.Contains("self-service", StringComparison.OrdinalIgnoreCase) || one.Activity.Contains("self-serve", StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset Latest(DateTimeOffset? changed, IEnumerable<DateTimeOffset>? events) =>
        (events ?? []).Append(changed ?? DateTimeOffset.MinValue).Max();
}
