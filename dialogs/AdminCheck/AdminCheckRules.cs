using CredBot.Dialogs.Permission;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>Decides between the verdicts of a check; who may reset whom is <see cref="ResetPolicy"/>'s to say.</summary>
internal static class AdminCheckRules
{
    /// <remarks>
    /// Source: Entra «Privileged roles and permissions»; «Licensing requirements for self-service password reset» (writing back takes P1, P2 or Business
    /// Premium); «Administrative units», licence requirements (an administrator of a unit takes P1).
    /// </remarks>
    public static AdminCheckVerdict Decide(AdminCheckFacts facts) => facts.Decision switch
    {
        ResetDecision.Refused refused => Of(refused.Reason),
        ResetDecision.CannotTell unknown => IsConsent(facts.Reset, unknown) ? AdminCheckVerdict.AppLacksConsent : AdminCheckVerdict.CannotTell,
        ResetDecision.Allowed when facts is { Reset.Subject.IsSynced: true, SubjectPlans: not { HasPremium: true } } => AdminCheckVerdict.SyncedWithoutWriteback,
        ResetDecision.Allowed { By.UnitId: not null } when facts.TenantPlans is { HasPremium: false } => AdminCheckVerdict.TenantUnlicensed,
        _ => AdminCheckVerdict.Allowed,
    };

    /// <summary>
    /// Roles, groups and units may be read by every member of a tenant, so what refuses a member is the app's missing permission. A guest may read next
    /// to nothing whatever the app may.
    /// </summary>
    /// <remarks>Source: Entra «Default user permissions».</remarks>
    private static bool IsConsent(ResetFacts facts, ResetDecision.CannotTell unknown) =>
        facts.Caller is { IsGuest: false }
        && facts.Unreadable.Any(unread => unknown.Missing.Contains(unread.Fact) && unread.Error is { Kind: GraphErrorKind.Forbidden, NeedsPremium: false });

    private static AdminCheckVerdict Of(ResetRefusal reason) => reason switch
    {
        ResetRefusal.Self => AdminCheckVerdict.Self,
        ResetRefusal.Guest => AdminCheckVerdict.Guest,
        ResetRefusal.NoRole => AdminCheckVerdict.NoRole,
        ResetRefusal.EligibleOnly => AdminCheckVerdict.EligibleOnly,
        ResetRefusal.RestrictedUnit => AdminCheckVerdict.RestrictedUnit,
        ResetRefusal.OutsideUnit => AdminCheckVerdict.OutsideUnit,
        ResetRefusal.AdministratorInUnit => AdminCheckVerdict.AdministratorInUnit,
        ResetRefusal.SubjectRole => AdminCheckVerdict.SubjectRole,
        ResetRefusal.SubjectGroup => AdminCheckVerdict.SubjectGroup,
        _ => AdminCheckVerdict.CannotTell,
    };
}
