using CredBot.Dialogs.LicenceCheck;
using CredBot.Graph;

namespace CredBot.Tests.Dialogs.LicenceCheck;

public sealed class LicenceCheckRulesTests
{
    private const string Licensing = "Entra «Licensing requirements for self-service password reset», 2025-01";
    private const string Sku = "Graph subscribedSku: capabilityStatus";

    [Theory]
    [InlineData("AAD_PREMIUM", nameof(LicenceCheckVerdict.SubjectCovered), Licensing)]
    [InlineData("AAD_PREMIUM_P2", nameof(LicenceCheckVerdict.SubjectCovered), Licensing)]
    [InlineData("AAD_SMB", nameof(LicenceCheckVerdict.SubjectNotCovered), Licensing + ": not P1")]
    [InlineData("AAD_BASIC", nameof(LicenceCheckVerdict.SubjectNotCovered), Licensing + ": retired")]
    [InlineData("EXCHANGE_S_STANDARD", nameof(LicenceCheckVerdict.SubjectNotCovered), Licensing)]
    [InlineData("", nameof(LicenceCheckVerdict.SubjectNotCovered), Licensing)]
    [InlineData(null, nameof(LicenceCheckVerdict.CannotTell), "unread")]
    public void A_Persons_Plan_Decides(string? plan, string verdict, string source) => Assert.True(
        verdict == LicenceCheckRules.Decide(new LicenceCheckFacts { Subject = new DirectoryUser { Id = "daniel" }, Plans = Plans(plan) }).ToString(), source);

    [Theory]
    [InlineData("AAD_PREMIUM", true, null, nameof(LicenceCheckVerdict.TenantPremium), Sku)]
    [InlineData("AAD_PREMIUM", false, null, nameof(LicenceCheckVerdict.TenantFree), Sku + ": suspended and deleted do not count")]
    [InlineData("EXCHANGE_S_STANDARD", true, null, nameof(LicenceCheckVerdict.TenantFree), Sku)]
    [InlineData(null, true, "AAD_PREMIUM_P2", nameof(LicenceCheckVerdict.TenantPremium), "one in hand proves that it was bought")]
    [InlineData(null, true, "", nameof(LicenceCheckVerdict.CannotTell), "none in hand proves nothing")]
    [InlineData(null, true, null, nameof(LicenceCheckVerdict.CannotTell), "unread")]
    public void What_The_Tenant_Bought_Decides(string? bought, bool usable, string? mine, string verdict, string source) => Assert.True(
        verdict == LicenceCheckRules.Decide(new LicenceCheckFacts
        {
            Plans = Plans(mine),
            Bought = Plans(bought) is { } plans ? [new BoughtSku("SKU", usable, 5, 1, plans)] : null,
        }).ToString(),
        source);

    private static LicencePlans? Plans(string? plan) => plan is null ? null : new(plan.Length is 0 ? [] : [plan]);
}
