using CredBot.Dialogs.Permission;
using CredBot.Graph;

namespace CredBot.Dialogs.WhoCanReset;

/// <summary>Decides who could reset somebody.</summary>
internal static class WhoCanResetRules
{
    public static WhoCanResetVerdict Decide(WhoCanResetFacts facts) => facts switch
    {
        { Subject.Subject.IsGuest: true } => WhoCanResetVerdict.HomeTenant,
        _ when ResetHolders.IsUnread(facts.Subject) => WhoCanResetVerdict.CannotTell,
        { Roles.Count: 0 } => WhoCanResetVerdict.NobodyUntilRemoved,
        { Holders: null } => WhoCanResetVerdict.RolesOnly,
        _ when Reaching(facts).Count is 0 => WhoCanResetVerdict.NobodyHolds,
        { Subject.Subject.IsManagementRestricted: true } => WhoCanResetVerdict.OnUnitOnly,
        _ => WhoCanResetVerdict.Somebody,
    };

    /// <summary>Those whose role reaches the person where they hold it, the least powerful first, each once.</summary>
    public static IReadOnlyList<RoleHolder> Reaching(WhoCanResetFacts facts) => ResetHolders.Reaching(facts.Subject, facts.Roles, facts.Holders ?? []);
}
