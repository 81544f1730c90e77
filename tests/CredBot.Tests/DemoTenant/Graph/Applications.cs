using System.Net;
using System.Text.Json.Nodes;

namespace CredBot.Tests.DemoTenant.Graph;

/// <summary>What the tenant says of its applications, of their service principals and of its policy on their secrets.</summary>
public sealed class Applications : DirectoryTest
{
    private const string Read = "Application.Read.All";
    private const string Payroll = "937e1b43-7655-5d55-8751-7f4d59b7af0d";
    private const string PayrollAppId = "c0dc80d5-43b0-5a09-b0b9-958d9cd9e45f";
    private const string PayrollPrincipal = "2c832547-e419-5133-949a-a2423a6e8ebb";
    private const string Stock = "7799f241-5e67-586c-a82f-c3b44fbe3f5b";
    private const string OrphanAppId = "930ac635-a0c7-5b86-917e-88336dda256e";
    private const string PartnerAppId = "514db79d-f1e5-582e-ac35-3c59a2b34312";

    [Fact]
    public async Task Every_Member_Reads_All_Applications()
    {
        var names = (await Get("applications?$select=displayName", "jun", false, Read)).Values.Select(static one => (string?)one["displayName"]);

        Assert.Equal(
            ["Payroll Export", "Badge Printer", "Warehouse Sync", "Newsletter Mailer", "Lobby Screen", "Orphan Job", "Stock Alerts", "Build Agent", "Door Terminal"],
            names);
    }

    [Theory]
    [InlineData("appId eq '" + PayrollAppId + "'", "Payroll Export")]
    [InlineData("displayName eq 'payroll export'", "Payroll Export")]
    [InlineData("startsWith(displayName,'bad')", "Badge Printer")]
    [InlineData("startsWith(displayName,'o')", "Orphan Job")]
    [InlineData("startsWith(displayName,'O''Hara')")]
    [InlineData("appId eq '" + PartnerAppId + "'")]
    public async Task An_Application_Is_Found_By_Filter(string filter, params string[] names) =>
        Assert.Equal(names, (await Get($"applications?$filter={filter}", "jun", false, Read)).Values.Select(static one => (string?)one["displayName"]));

    [Fact]
    public async Task No_Filter_Looks_Into_Secrets() =>
        Assert.Equal("Request_UnsupportedQuery", (await Get("applications?$filter=passwordCredentials/any(one:one/endDateTime lt 2026-11-24T00:00:00Z)", "jun", false, Read)).Code);

    [Fact]
    public async Task A_Page_Names_The_Next()
    {
        var first = await Get("applications?$select=id&$top=5", "jun", false, Read);
        var second = await Get((string)first.Json["@odata.nextLink"]!, "jun", false, Read);

        Assert.Equal((5, 4), (first.Values.Count(), second.Values.Count()));
        Assert.Null(second.Json["@odata.nextLink"]);
    }

    [Fact]
    [Trait("trap", "43")]
    public async Task A_Secret_Is_Never_Shown_Again_And_Neither_Is_A_Key()
    {
        var application = (await Get($"applications/{Payroll}?$select=passwordCredentials,keyCredentials", "olivia", false, Read)).Json;

        var secret = application["passwordCredentials"]!.AsArray().Single()!.AsObject();
        Assert.True(secret.ContainsKey("secretText"));
        Assert.Null(secret["secretText"]);
        Assert.Equal(3, ((string)secret["hint"]!).Length);
        Assert.Equal(("2026-06-12T09:00:00Z", "2027-06-12T09:00:00Z"), ((string?)secret["startDateTime"], (string?)secret["endDateTime"]));
        var key = application["keyCredentials"]!.AsArray().Single()!.AsObject();
        Assert.True(key.ContainsKey("key"));
        Assert.Null(key["key"]);
        Assert.Equal(("AsymmetricX509Cert", "Verify", "2027-09-20T09:00:00Z"), ((string?)key["type"], (string?)key["usage"], (string?)key["endDateTime"]));
    }

    [Fact]
    [Trait("trap", "43")]
    public async Task No_Secret_Of_Any_Application_Has_A_Value() => Assert.All(
        (await Get("applications")).Values.SelectMany(static one => one["passwordCredentials"]!.AsArray()), static secret =>
        {
            Assert.Null(secret!["secretText"]);
            Assert.Equal(3, ((string)secret["hint"]!).Length);
        });

    [Fact]
    [Trait("trap", "43")]
    public async Task No_Id_Stands_For_Two_Things()
    {
        var ids = (await Get("applications?$select=id,appId")).Values.SelectMany(static one => new[] { (string)one["id"]!, (string)one["appId"]! })
            .Concat((await Get("servicePrincipals?$select=id")).Values.Select(static one => (string)one["id"]!)).ToList();

        Assert.Equal(9 + 9 + 10, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    [Trait("trap", "33")]
    [Trait("trap", "43")]
    public async Task The_Object_Id_Is_Not_The_Client_Id()
    {
        Assert.Equal(Payroll, (string?)(await Get($"applications(appId='{PayrollAppId}')", "jun", false, Read)).Json["id"]);
        Assert.Equal(PayrollAppId, (string?)(await Get($"applications/{Payroll}", "jun", false, Read)).Json["appId"]);
        Assert.Equal("Request_ResourceNotFound", (await Get($"applications/{PayrollAppId}", "jun", false, Read)).Code);
        Assert.Equal("Request_ResourceNotFound", (await Get($"applications(appId='{Payroll}')", "jun", false, Read)).Code);
        Assert.Equal("Request_ResourceNotFound", (await Get($"servicePrincipals/{PayrollAppId}", "jun", false, Read)).Code);
    }

    [Theory]
    [InlineData(PayrollAppId, "Payroll Export", true, "22222222-2222-4222-8222-222222222222")]
    [InlineData("7d8e3b4e-3395-515a-a219-cfa8ac9c21f5", "Lobby Screen", false, "22222222-2222-4222-8222-222222222222")]
    [InlineData(PartnerAppId, "Partner CRM", true, "1e4bf9ad-082c-587a-baca-bf671bf29289")]
    public async Task A_Service_Principal_Says_Whether_It_Is_Enabled_And_Who_Registered_It(string appId, string name, bool enabled, string owner)
    {
        var by = (await Get($"servicePrincipals(appId='{appId}')", "jun", false, Read)).Json;
        var found = (await Get($"servicePrincipals?$filter=appId eq '{appId}'", "jun", false, Read)).Values.Single();

        Assert.Equal((name, enabled, owner), ((string?)by["displayName"], (bool?)by["accountEnabled"], (string?)by["appOwnerOrganizationId"]));
        Assert.Equal((string?)by["id"], (string?)found["id"]);
    }

    [Fact]
    public async Task An_Application_Without_A_Service_Principal_And_A_Service_Principal_Without_An_Application_Are_Not_Found()
    {
        Assert.Equal("Request_ResourceNotFound", (await Get($"servicePrincipals(appId='{OrphanAppId}')", "jun", false, Read)).Code);
        Assert.Equal("Request_ResourceNotFound", (await Get($"applications(appId='{PartnerAppId}')", "jun", false, Read)).Code);
    }

    [Fact]
    public async Task Consented_Roles_Stand_At_The_Service_Principal()
    {
        var role = Assert.Single((await Get($"servicePrincipals/{PayrollPrincipal}/appRoleAssignments", "jun", false, Read)).Values);

        Assert.Equal(("Microsoft Graph", PayrollPrincipal), ((string?)role["resourceDisplayName"], (string?)role["principalId"]));
        Assert.Empty((await Get($"servicePrincipals/{Stock}/appRoleAssignments", "jun", false, Read)).Values);
        var asks = (await Get("applications?$filter=displayName eq 'Stock Alerts'")).Values.Single()["requiredResourceAccess"]!.AsArray().Single()!["resourceAccess"]!.AsArray();
        Assert.Equal(["Scope", "Role"], asks.Select(static access => (string?)access!["type"]));
    }

    [Fact]
    public async Task Owners_Are_Named_To_Who_May_Read_People()
    {
        var owner = Assert.Single((await Get($"applications/{Payroll}/owners?$select=id,displayName", "jun", false, Read, "User.Read.All")).Values);
        var shell = Assert.Single((await Get($"applications/{Payroll}/owners?$select=id,displayName", "jun", false, Read)).Values);

        Assert.Equal(("#microsoft.graph.user", ObjectId("olivia"), "Olivia Jones"), ((string?)owner["@odata.type"], (string?)owner["id"], (string?)owner["displayName"]));
        Assert.Equal((ObjectId("olivia"), null), ((string?)shell["id"], (string?)shell["displayName"]));
    }

    [Fact]
    public async Task Owned_Objects_Hold_Applications_And_A_Cast_Leaves_Nothing_Else()
    {
        var owned = (await Get("me/ownedObjects?$select=id,displayName,appId,passwordCredentials", "olivia", false, "User.Read", "GroupMember.Read.All", Read)).Values;

        Assert.Equal(
            [("#microsoft.graph.group", "Sales"), ("#microsoft.graph.application", "Payroll Export"), ("#microsoft.graph.application", "Badge Printer")],
            owned.Select(static one => ((string)one["@odata.type"]!, (string)one["displayName"]!)));
        Assert.Equal(2, (await Get($"users/{ObjectId("igor")}/ownedObjects")).Values.Count());
        Assert.Single((await Get("me/ownedObjects/graph.group?$count=true", "olivia", true)).Values);
        Assert.Equal(2, (await Get("me/ownedObjects/graph.application?$count=true", "olivia", true)).Values.Count());
    }

    [Fact]
    [Trait("trap", "31")]
    public async Task An_Owned_Application_Is_An_Empty_Shell_Without_The_Permission() =>
        Assert.All((await Get("me/ownedObjects", "olivia", false, "User.Read")).Values, static one => Assert.Null(one["appId"]));

    [Fact]
    public async Task A_Federated_Credential_Names_Whose_Tokens_Are_Accepted()
    {
        var trust = Assert.Single((await Get("applications/62ea8f5f-1bb8-54f4-96c1-f52a7140f909/federatedIdentityCredentials", "jun", false, Read)).Values);

        Assert.Equal(("https://token.actions.githubusercontent.com", "api://AzureADTokenExchange"), ((string?)trust["issuer"], (string?)trust["audiences"]!.AsArray().Single()));
        Assert.Empty((await Get($"applications/{Payroll}/federatedIdentityCredentials", "jun", false, Read)).Values);
    }

    [Theory]
    [InlineData("None", false, "passwordAddition", null)]
    [InlineData("SecretsForbidden", true, "passwordAddition", null)]
    [InlineData("ShortSecrets", true, "passwordLifetime", "P90D")]
    public async Task The_Policy_Is_Switched_By_A_Condition(string condition, bool enabled, string type, string? lifetime)
    {
        await Send(HttpMethod.Put, "/demo/conditions", null, new JsonObject { ["appPolicy"] = condition }, eventual: false);

        var policy = (await Get("policies/defaultAppManagementPolicy", "igor", false, "Policy.Read.All")).Json;

        var restriction = policy["applicationRestrictions"]!["passwordCredentials"]!.AsArray().Single()!;
        Assert.Equal((enabled, type, lifetime), ((bool)policy["isEnabled"]!, (string?)restriction["restrictionType"], (string?)restriction["maxLifetime"]));
    }

    [Fact]
    public async Task The_Policy_Is_Not_In_Force_At_The_Start_And_No_Other_Word_Is_Understood()
    {
        Assert.False((bool)(await Get("policies/defaultAppManagementPolicy")).Json["isEnabled"]!);
        var refused = await Send(HttpMethod.Put, "/demo/conditions", null, new JsonObject { ["appPolicy"] = "Strict" }, eventual: false);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("\"appPolicy\"", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("applications")]
    [InlineData("applications/" + Payroll)]
    [InlineData("applications(appId='" + PayrollAppId + "')")]
    [InlineData("applications/" + Payroll + "/owners")]
    [InlineData("applications/" + Payroll + "/federatedIdentityCredentials")]
    [InlineData("servicePrincipals")]
    [InlineData("servicePrincipals(appId='" + PayrollAppId + "')")]
    [InlineData("servicePrincipals/" + PayrollPrincipal + "/appRoleAssignments")]
    [InlineData("policies/defaultAppManagementPolicy")]
    public async Task A_Guest_And_A_Token_Without_The_Permission_Read_None_Of_It(string path)
    {
        Assert.Equal("Authorization_RequestDenied", (await Get(path, "marie")).Code);
        Assert.Equal("Authorization_RequestDenied", (await Get(path, "grace", false, "User.Read")).Code);
    }
}
