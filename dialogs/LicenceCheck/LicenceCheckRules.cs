namespace CredBot.Dialogs.LicenceCheck;

/// <summary>Decides by service plans that are usable now, never by product names and never by what somebody had once.</summary>
/// <remarks>
/// Source: Entra «Licensing requirements for self-service password reset»; Graph <c>licenseDetails</c>: a plan counts with the provisioning status
/// <c>Success</c>; <c>subscribedSku</c>: with the capability status <c>Enabled</c> or <c>Warning</c>.
/// </remarks>
internal static class LicenceCheckRules
{
    public static LicenceCheckVerdict Decide(LicenceCheckFacts facts) => facts switch
    {
        { Subject: not null, Plans: null } => LicenceCheckVerdict.CannotTell,
        { Subject: not null, Plans.HasPremium: true } => LicenceCheckVerdict.SubjectCovered,
        { Subject: not null } => LicenceCheckVerdict.SubjectNotCovered,
        { Bought: { } bought } => bought.Any(static sku => sku is { IsUsable: true, Plans.HasPremium: true }) ? LicenceCheckVerdict.TenantPremium : LicenceCheckVerdict.TenantFree,

        // One licence in one's own hands proves that the tenant has bought it; none proves nothing.
        { Plans.HasPremium: true } => LicenceCheckVerdict.TenantPremium,
        _ => LicenceCheckVerdict.CannotTell,
    };
}
