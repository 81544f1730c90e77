using System.Net;

namespace CredBot.Tests.DemoTenant.Graph;

public sealed class Reports : DirectoryTest
{
    private const string Details = "reports/authenticationMethods/userRegistrationDetails";

    [Theory]
    [Trait("trap", "24")]
    [InlineData("sora", true, true, true)]
    [InlineData("jun", true, true, true)]
    [InlineData("yuna", true, false, false)]
    [InlineData("bruno", false, true, false)]
    public async Task Capable_Is_Enabled_And_Registered(string person, bool enabled, bool registered, bool capable)
    {
        var details = (await Get($"{Details}/{ObjectId(person)}", "olivia")).Json;

        Assert.Equal((enabled, registered, capable), ((bool)details["isSsprEnabled"]!, (bool)details["isSsprRegistered"]!, (bool)details["isSsprCapable"]!));
    }

    [Fact]
    [Trait("trap", "23")]
    public async Task A_Disabled_Account_Is_Not_In_The_Report()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"{Details}/{ObjectId("tom")}", "olivia")).Status);
        Assert.DoesNotContain((await Get(Details, "olivia")).Values, row => (string?)row["id"] == ObjectId("tom"));
    }

    [Theory]
    [Trait("trap", "23")]
    [InlineData("sora")]
    [InlineData("mina")]
    [InlineData("aiko")]
    [InlineData("ursula")]
    public async Task The_Report_Is_Not_For_Everybody_Not_Even_About_Oneself(string person)
    {
        var reply = await Get($"{Details}/{ObjectId(person)}", person);

        Assert.Equal((HttpStatusCode.Forbidden, "Authentication_RequestFromUnsupportedUserRole"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("olivia")]
    [InlineData("igor")]
    [InlineData("grace")]
    public async Task Its_Readers_Read_It(string person) => Assert.Equal(HttpStatusCode.OK, (await Get(Details, person)).Status);

    [Fact]
    public async Task Without_The_Permission_The_Refusal_Has_Another_Name() =>
        Assert.Equal("Authentication_MSGraphPermissionMissing", (await Get(Details, "olivia", false, "User.Read")).Code);

    [Fact]
    public async Task An_Administrator_Is_Marked_As_One()
    {
        Assert.True((bool)(await Get($"{Details}/{ObjectId("mina")}", "olivia")).Json["isAdmin"]!);
        Assert.False((bool)(await Get($"{Details}/{ObjectId("sora")}", "olivia")).Json["isAdmin"]!);
    }

    [Fact]
    [Trait("trap", "33")]
    public async Task The_Summary_Is_A_Function()
    {
        var counts = (await Get("reports/authenticationMethods/usersRegisteredByFeature()", "olivia")).Json["userRegistrationFeatureCounts"]!.AsArray();

        Assert.Contains(counts, count => (string?)count!["feature"] is "ssprCapable" && (int)count["userCount"]! > 10);
    }

    [Fact]
    public async Task Sign_In_Times_Fail_The_Whole_Request_Without_A_Reading_Role()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Get("me?$select=displayName,signInActivity", "mina")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get("me?$select=displayName,signInActivity", "olivia")).Status);
    }

    [Fact]
    [Trait("trap", "42")]
    public async Task An_Administrators_Reset_Is_Logged_Twice_When_It_Is_Done()
    {
        await Reset("sora", "mina");
        var filter = $"auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '{ObjectId("sora")}') and activityDateTime ge 2026-11-24T08:00:00Z";
        Assert.Empty((await Get(filter, "olivia")).Values);
        Time.Advance(TimeSpan.FromSeconds(3));

        var found = (await Get(filter, "olivia")).Values.ToList();
        Assert.Equal(
            [("Core Directory", "Reset user password"), ("Self-service Password Management", "Reset password (by admin)")],
            found.Select(entry => ((string?)entry["loggedByService"], (string?)entry["activityDisplayName"])).Order());
        Assert.All(found, entry => Assert.Equal(ObjectId("mina"), (string?)entry["initiatedBy"]!["user"]!["id"]));
    }

    [Fact]
    public async Task A_Failed_Write_Back_Is_Logged_With_Its_Reason()
    {
        await Reset("frida", "mina");
        Time.Advance(TimeSpan.FromSeconds(5));

        var filter = $"auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '{ObjectId("frida")}') and loggedByService eq 'Self-service Password Management' and result eq 'failure'";
        var entry = (await Get(filter, "olivia")).Values.Single();
        Assert.Contains("AdminCount", (string?)entry["resultReason"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("trap", "26")]
    public async Task That_Writeback_Is_On_Is_Known_From_The_Audit_And_Not_From_The_Feature()
    {
        Assert.Single((await Get("auditLogs/directoryAudits?$filter=activityDisplayName eq 'Enable password writeback for directory'", "olivia")).Values);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get("directory/onPremisesSynchronization", "ursula")).Status);
        Assert.False((bool)(await Get("directory/onPremisesSynchronization")).Values.Single()["features"]!["passwordWritebackEnabled"]!);
    }

    [Fact]
    [Trait("trap", "41")]
    public async Task Asking_For_More_Than_Is_Kept_Is_An_Error() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Get("auditLogs/directoryAudits?$filter=activityDateTime ge 2026-10-01T00:00:00Z", "olivia")).Status);

    [Fact]
    public async Task The_Tenant_Is_Synced_Managed_And_Licensed()
    {
        Assert.True((bool)(await Get("organization", "sora")).Values.Single()["onPremisesSyncEnabled"]!);
        Assert.Equal("Managed", (string?)(await Get("domains/hanbit.example", "sora")).Json["authenticationType"]);
        Assert.Contains((await Get("subscribedSkus")).Values, sku => sku["servicePlans"]!.AsArray().Any(plan => (string?)plan!["servicePlanName"] is "AAD_PREMIUM"));
        Assert.Single((await Get("me/licenseDetails", "sora", false, "User.Read")).Values);
        Assert.Empty((await Get($"users/{ObjectId("marie")}/licenseDetails")).Values);
    }

    [Fact]
    [Trait("trap", "49")]
    public async Task A_Plan_That_Was_Switched_Off_Is_In_The_Licence_And_Not_Usable()
    {
        var plans = (await Get($"users/{ObjectId("dora")}/licenseDetails", "mina")).Values.Single()["servicePlans"]!.AsArray();

        Assert.Equal("Disabled", (string?)plans.Single(plan => (string?)plan!["servicePlanName"] is "AAD_PREMIUM")!["provisioningStatus"]);
        Assert.All(plans.Where(plan => (string?)plan!["servicePlanName"] is not "AAD_PREMIUM"), plan => Assert.Equal("Success", (string?)plan!["provisioningStatus"]));
        var user = (await Get($"users/{ObjectId("dora")}?$select=assignedLicenses,assignedPlans", "mina")).Json;
        Assert.Single(user["assignedLicenses"]![0]!["disabledPlans"]!.AsArray());
        Assert.DoesNotContain(user["assignedPlans"]!.AsArray(), plan => (string?)plan!["servicePlanId"] is "41781fb2-bc02-4b7c-bd55-b576c07bb09d");
    }

    [Fact]
    public async Task Who_Holds_A_Role_Is_Shown_With_The_Assignment_But_Not_Who_Could()
    {
        const string helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
        var held = (await Get($"roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '{helpdesk}'&$expand=principal", "sora")).Values.ToList();

        Assert.Contains(held, row => (string?)row["principal"]!["displayName"] is "Gilbert Zane" && (string?)row["principal"]!["@odata.type"] is "#microsoft.graph.user");
        Assert.Contains(held, row => (string?)row["principal"]!["@odata.type"] is "#microsoft.graph.group");
        Assert.DoesNotContain(held, row => (string?)row["principalId"] == ObjectId("quentin"));
    }

    [Fact]
    [Trait("trap", "25")]
    public async Task The_Policy_Speaks_Of_Administrators_Self_Service_Only()
    {
        var policy = (await Get("policies/authorizationPolicy", "mina")).Json.AsObject();

        Assert.True((bool)policy["allowedToUseSSPR"]!);
        Assert.Single(policy, property => property.Key.Contains("SSPR", StringComparison.OrdinalIgnoreCase));
    }
}
