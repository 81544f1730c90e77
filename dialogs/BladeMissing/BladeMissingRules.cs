using CredBot.Graph.Rules;

namespace CredBot.Dialogs.BladeMissing;

/// <summary>Decides what hides the page; the tenant first, for without a subscription nobody has a licence.</summary>
internal static class BladeMissingRules
{
    private const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
    private const string AuthenticationPolicyAdministrator = "0526716b-113d-4c15-b2c8-68e3c22b9f80";

    /// <remarks>Source: Entra «Troubleshoot self-service password reset» (2025-06): hidden from an administrator without a licence; «Least privileged roles by task».</remarks>
    public static BladeMissingVerdict Decide(BladeMissingFacts facts) => facts switch
    {
        { TenantPlans.HasPremium: false } => BladeMissingVerdict.TenantFree,
        { Plans.HasPremium: false } => BladeMissingVerdict.NoOwnLicence,
        { Roles: { } roles } when !roles.Any(MayChange) => BladeMissingVerdict.RoleInsufficient,

        // One's own licence proves the tenant's.
        { Plans: not null, Roles: not null } => BladeMissingVerdict.AllThere,
        _ => BladeMissingVerdict.CannotTell,
    };

    private static bool MayChange(RoleAssignment role) => role is { IsTenantWide: true, RoleId: GlobalAdministrator or AuthenticationPolicyAdministrator };
}
