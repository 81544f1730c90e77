using CredBot.Graph.Rules;

namespace CredBot.Tests.Graph;

/// <summary>Who holds roles, and what was bought.</summary>
public sealed class HoldersAndLicences
{
    private const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    private const string Password = "966707d0-3269-4727-9be2-8c3a10f19b9d";

    [Theory]
    [InlineData($"roleDefinitionId eq '{Helpdesk}'", Helpdesk)]
    [InlineData($"roleDefinitionId in ('{Password}','{Helpdesk}')", Password, Helpdesk)]
    public async Task The_Holders_Of_All_Roles_Are_One_Question(string filter, params string[] roles)
    {
        var network = new GraphNetwork(static _ => GraphNetwork.Json(200, """{"value":[]}"""));

        Assert.Empty((await network.Client.GetRoleHoldersAsync(GraphNetwork.Token, roles, TestContext.Current.CancellationToken)).Value());

        var asked = Assert.Single(network.Requests);
        Assert.Contains($"$filter={filter}", asked.Query, StringComparison.Ordinal);
        Assert.Contains("$expand=principal", asked.Query, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("trap", "31")]
    public async Task People_Groups_And_Whoever_May_Not_Be_Read_Are_Told_Apart_And_Applications_Left_Out()
    {
        var network = new GraphNetwork(static _ => GraphNetwork.Json(200, $$"""
            {"value":[
              {"principalId":"mina","roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/",
               "principal":{"@odata.type":"#microsoft.graph.user","id":"mina","displayName":"Mina","userPrincipalName":"mina@hanbit.example"} },
              {"principalId":"desk","roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/administrativeUnits/seoul",
               "principal":{"@odata.type":"#microsoft.graph.group","id":"desk","displayName":"Desk"} },
              {"principalId":"app","roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/","principal":{"@odata.type":"#microsoft.graph.servicePrincipal","id":"app"} },
              {"principalId":"who","roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/"}
            ]}
            """));

        var holders = (await network.Client.GetRoleHoldersAsync(GraphNetwork.Token, [Helpdesk], TestContext.Current.CancellationToken)).Value();

        Assert.Equal(
            [("mina", "Mina", true, false), ("desk", "Desk", false, true), ("who", null, false, false)],
            holders.Select(static holder => (holder.Id, holder.DisplayName, holder.Person is not null, holder.IsGroup)));
        Assert.Equal(RoleAssignment.InUnit(Helpdesk, "seoul"), holders[1].Assignment);
    }

    [Theory]
    [InlineData("Enabled", true)]
    [InlineData("Warning", true)]
    [InlineData("Suspended", false)]
    [InlineData("Deleted", false)]
    [InlineData("LockedOut", false)]
    public async Task A_Subscription_Counts_While_It_Is_Paid_For(string status, bool usable)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, $$"""
            {"value":[{"skuPartNumber":"SPE_E3","capabilityStatus":"{{status}}","consumedUnits":16,"prepaidUnits":{"enabled":50},
                       "servicePlans":[{"servicePlanName":"AAD_PREMIUM"},{"servicePlanName":"INTUNE_A"}]}]}
            """));

        var sku = Assert.Single((await network.Client.GetSkusAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value());
        var plans = (await network.Client.GetTenantPlansAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(("SPE_E3", usable, 50, 16), (sku.PartNumber, sku.IsUsable, sku.Units, sku.Used));
        Assert.Equal(usable, plans.HasPremium);
    }

    [Fact]
    public async Task A_Unit_Is_Read_With_What_Decides()
    {
        var network = new GraphNetwork(static _ => GraphNetwork.Json(200, """{"id":"board","displayName":"Board","isMemberManagementRestricted":true}"""));

        var unit = (await network.Client.GetUnitAsync(GraphNetwork.Token, "board", TestContext.Current.CancellationToken)).Value();

        Assert.Equal(new DirectoryUnit("board", "Board", IsRestricted: true), unit);
        Assert.Contains("isMemberManagementRestricted", Assert.Single(network.Requests).Query, StringComparison.Ordinal);
    }
}
