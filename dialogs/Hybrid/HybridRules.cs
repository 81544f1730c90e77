using CredBot.Graph;

namespace CredBot.Dialogs.Hybrid;

/// <summary>Decides how a tenant stands to Active Directory; looks at nothing but the facts.</summary>
internal static class HybridRules
{
    /// <summary>The sync runs every half hour; after six runs that did not happen something is wrong.</summary>
    /// <remarks>Source: Entra Connect Sync «Scheduler», 30 minutes by default.</remarks>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(3);

    /// <summary>The tenant, its sync, its licence, and then the only trace that the switch leaves: the audit log.</summary>
    /// <remarks>
    /// Source: Entra «Enable self-service password reset writeback» (prerequisites), «Audit activity reference». The switch has no API, and the sync
    /// feature of its name is documented as not in use.
    /// </remarks>
    public static HybridVerdict Decide(HybridFacts facts, DateTimeOffset now) => facts switch
    {
        { Organization: null } => HybridVerdict.CannotTell,
        { Organization.OnPremisesSyncEnabled: not true } => HybridVerdict.CloudOnly,
        { Organization.OnPremisesLastSync: { } last } when now - last > StaleAfter => HybridVerdict.Stale,
        { Plans.HasPremium: false } => HybridVerdict.NoLicence,
        { Switches: null } => HybridVerdict.CannotTell,
        { LastSwitch.Activity: AuditRecord.WritebackDisabled } => HybridVerdict.WritebackDisabled,
        { LastSwitch.Activity: AuditRecord.WritebackEnabled } => HybridVerdict.WritebackEnabled,
        _ => HybridVerdict.NoEvent,
    };
}
