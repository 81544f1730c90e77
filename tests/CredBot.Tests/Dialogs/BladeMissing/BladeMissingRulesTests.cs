using CredBot.Dialogs.BladeMissing;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Tests.Graph.Rules;

namespace CredBot.Tests.Dialogs.BladeMissing;

public sealed class BladeMissingRulesTests
{
    private const string Troubleshoot = "Entra «Troubleshoot self-service password reset», 2025-06";
    private const string Tasks = "Entra «Least privileged roles by task»: Authentication Policy Administrator";

    /// <summary>Premium of the tenant, of the asker, a role; null where it could not be read.</summary>
    [Theory]
    [InlineData(true, true, People.Global, nameof(BladeMissingVerdict.AllThere), Tasks)]
    [InlineData(true, true, People.AuthenticationPolicy, nameof(BladeMissingVerdict.AllThere), Tasks)]
    [InlineData(null, true, People.Global, nameof(BladeMissingVerdict.AllThere), "one's own licence proves the tenant's")]
    [InlineData(true, true, People.Helpdesk, nameof(BladeMissingVerdict.RoleInsufficient), Tasks)]
    [InlineData(true, true, People.GlobalReader, nameof(BladeMissingVerdict.RoleInsufficient), Tasks)]
    [InlineData(true, true, "", nameof(BladeMissingVerdict.RoleInsufficient), Tasks)]
    [InlineData(true, false, People.Global, nameof(BladeMissingVerdict.NoOwnLicence), Troubleshoot + ": hidden from an administrator without a licence")]
    [InlineData(null, false, null, nameof(BladeMissingVerdict.NoOwnLicence), Troubleshoot)]
    [InlineData(false, false, People.Global, nameof(BladeMissingVerdict.TenantFree), Troubleshoot)]
    [InlineData(false, null, null, nameof(BladeMissingVerdict.TenantFree), Troubleshoot)]
    [InlineData(true, null, People.Global, nameof(BladeMissingVerdict.CannotTell), "unread")]
    [InlineData(true, true, null, nameof(BladeMissingVerdict.CannotTell), "unread")]
    [InlineData(null, null, People.Helpdesk, nameof(BladeMissingVerdict.RoleInsufficient), Tasks)]
    public void What_Hides_The_Page_Is_Named(bool? tenant, bool? mine, string? role, string verdict, string source) => Assert.True(
        verdict == BladeMissingRules.Decide(new BladeMissingFacts
        {
            User = new DirectoryUser { Id = "grace" },
            TenantPlans = Plans(tenant),
            Plans = Plans(mine),
            Roles = role switch { null => null, "" => [], _ => [People.Holds(role)] },
        }).ToString(),
        source);

    [Fact]
    public void A_Role_On_A_Unit_Does_Not_Change_The_Tenants_Settings() => Assert.Equal(
        BladeMissingVerdict.RoleInsufficient,
        BladeMissingRules.Decide(new BladeMissingFacts
        {
            User = new DirectoryUser { Id = "grace" },
            TenantPlans = Plans(true),
            Plans = Plans(true),
            Roles = [RoleAssignment.InUnit(People.AuthenticationPolicy, "seoul")],
        }));

    private static LicencePlans? Plans(bool? premium) => premium is null ? null : new(premium.Value ? ["AAD_PREMIUM"] : []);
}
