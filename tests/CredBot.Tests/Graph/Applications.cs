using CredBot.Graph;

namespace CredBot.Tests.Graph;

public sealed class Applications
{
    private const string Id = "937e1b43-7655-5d55-8751-7f4d59b7af0d";
    private const string AppId = "c0dc80d5-43b0-5a09-b0b9-958d9cd9e45f";
    private const string Empty = """{"value":[]}""";

    private const string Payroll = $$"""
        {
          "@odata.type": "#microsoft.graph.application", "id": "{{Id}}", "appId": "{{AppId}}", "displayName": "Payroll Export",
          "passwordCredentials": [
            {
              "keyId": "efa1cb17-faee-55ad-ba9e-443f73a8240a", "displayName": "Nightly run", "hint": "pR7", "secretText": null,
              "startDateTime": "2026-06-12T09:00:00Z", "endDateTime": "2027-06-12T09:00:00Z"
            }
          ],
          "keyCredentials": [
            {
              "keyId": "015920c0-8401-54c3-9f19-2669f038451d", "displayName": "CN=payroll", "type": "AsymmetricX509Cert", "usage": "Verify", "key": null,
              "startDateTime": "2026-09-20T09:00:00Z", "endDateTime": "2027-09-20T09:00:00Z"
            },
            { "keyId": "2df87b2e-67eb-5a24-8de1-125d0cded69c", "displayName": "CN=tokens", "type": "AsymmetricX509Cert", "usage": "Encrypt", "key": null }
          ],
          "requiredResourceAccess": [{ "resourceAppId": "00000003-0000-0000-c000-000000000000", "resourceAccess": [{ "id": "df021288-bdef-4463-88db-98f22de89214", "type": "Role" }] }]
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Application_Comes_With_What_It_Signs_In_With()
    {
        var network = Answering($$"""{"value":[{{Payroll}}]}""");

        var found = Assert.Single((await network.Client.GetApplicationsAsync(GraphNetwork.Token, Cancellation)).Value());

        Assert.Equal((Id, AppId, "Payroll Export", true), (found.Id, found.AppId, found.DisplayName, found.AsksForRoles));
        Assert.Equal(
            [
                new AppCredential("efa1cb17-faee-55ad-ba9e-443f73a8240a", AppCredentialKind.Secret, "Nightly run", "pR7", Day("2026-06-12"), Day("2027-06-12")),
                new AppCredential("015920c0-8401-54c3-9f19-2669f038451d", AppCredentialKind.Certificate, "CN=payroll", null, Day("2026-09-20"), Day("2027-09-20")),
            ],
            found.Credentials);
        Assert.Equal("?$select=id,appId,displayName,createdDateTime,passwordCredentials,keyCredentials,requiredResourceAccess&$top=999", Assert.Single(network.Requests).Query);
    }

    [Fact]
    public async Task Delegated_Permissions_Are_No_Roles_And_Lists_That_Are_Not_There_Are_Empty()
    {
        var network = Answering("""
            {"value":[
              {"id":"a","appId":"1","requiredResourceAccess":[{"resourceAccess":[{"id":"e1fe6dd8-ba31-4d61-89e7-88639da4683d","type":"Scope"}]}]},
              {"id":"b","appId":"2"},
              {"id":"c"}
            ]}
            """);

        var found = (await network.Client.GetApplicationsAsync(GraphNetwork.Token, Cancellation)).Value();

        Assert.Equal(["a", "b"], found.Select(static one => one.Id));
        Assert.All(found, static one => Assert.False(one.AsksForRoles));
        Assert.All(found, static one => Assert.Empty(one.Credentials));
    }

    [Fact]
    public async Task My_Applications_Are_Picked_From_What_I_Own_Without_A_Cast()
    {
        var network = new GraphNetwork(request => request.RequestUri!.Query.Contains("skiptoken", StringComparison.Ordinal)
            ? GraphNetwork.Json(200, $$"""{"value":[{{Payroll}}]}""")
            : GraphNetwork.Json(200, $$"""
                {"@odata.nextLink":"{{GraphNetwork.BaseUrl}}/me/ownedObjects?$skiptoken=x","value":[
                  {"@odata.type":"#microsoft.graph.group","id":"g","displayName":"Desk"},
                  {"@odata.type":"#microsoft.graph.servicePrincipal","id":"s","appId":"{{AppId}}","displayName":"Payroll Export"}
                ]}
                """));

        var mine = (await network.Client.GetMyApplicationsAsync(GraphNetwork.Token, Cancellation)).Value();

        Assert.Equal(Id, Assert.Single(mine).Id);
        Assert.Equal(2, network.Requests.Count);
        Assert.All(network.Requests, static seen => Assert.Equal("/me/ownedObjects", seen.Path));
        Assert.All(network.Requests, static seen => Assert.DoesNotContain("ConsistencyLevel", seen.Headers.Keys));
    }

    [Fact]
    public async Task An_Owned_Application_Without_Its_Properties_Could_Not_Be_Read()
    {
        var network = Answering("""{"value":[{"@odata.type":"#microsoft.graph.application","id":"a","appId":null}]}""");

        Assert.Equal(GraphErrorKind.Forbidden, (await network.Client.GetMyApplicationsAsync(GraphNetwork.Token, Cancellation)).Error().Kind);
    }

    [Theory]
    [InlineData("Payroll", "startsWith(displayName,'Payroll')")]
    [InlineData("  O'Hara  Sync ", "startsWith(displayName,'O''Hara Sync')")]
    [InlineData("x') or (1 eq 1", "startsWith(displayName,'x'') or (1 eq 1')")]
    [InlineData(AppId, "appId eq '" + AppId + "'")]
    public async Task Words_Become_A_Filter_That_They_Cannot_Leave(string words, string filter)
    {
        var network = Answering($$"""{"value":[{{Payroll}}]}""");

        Assert.Single((await network.Client.FindApplicationsAsync(GraphNetwork.Token, words, Cancellation)).Value());

        var query = Assert.Single(network.Requests).Query;
        Assert.Contains($"$filter={filter}&", query, StringComparison.Ordinal);
        Assert.EndsWith("$top=6", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_Is_Asked_Where_Nothing_Was_Typed()
    {
        var network = Answering(Empty);

        Assert.Empty((await network.Client.FindApplicationsAsync(GraphNetwork.Token, " \u200b ", Cancellation)).Value());

        Assert.Empty(network.Requests);
    }

    [Fact]
    public async Task An_Id_That_Is_No_Client_Id_Is_Tried_As_An_Object_Id()
    {
        var network = Tenant(("/applications", Empty), ($"/applications/{Id}", Payroll));

        Assert.Equal(AppId, Assert.Single((await network.Client.FindApplicationsAsync(GraphNetwork.Token, Id, Cancellation)).Value()).AppId);
        Assert.Equal(2, network.Requests.Count);
    }

    [Fact]
    public async Task An_Id_Of_Nothing_Finds_Nothing()
    {
        var network = Tenant(("/applications", Empty));

        Assert.Empty((await network.Client.FindApplicationsAsync(GraphNetwork.Token, Id, Cancellation)).Value());
    }

    [Fact]
    public async Task A_Service_Principal_Is_Read_By_Client_Id()
    {
        var network = Answering($$"""
            {"id":"s","appId":"{{AppId}}","displayName":"Payroll Export","accountEnabled":false,"appOwnerOrganizationId":"1e4bf9ad-082c-587a-baca-bf671bf29289"}
            """);

        Assert.Equal(
            new DirectoryServicePrincipal("s", AppId, "Payroll Export", false, "1e4bf9ad-082c-587a-baca-bf671bf29289"),
            (await network.Client.GetServicePrincipalAsync(GraphNetwork.Token, AppId, Cancellation)).Value());
        Assert.Equal($"/servicePrincipals(appId='{AppId}')", Assert.Single(network.Requests).Path);
    }

    [Fact]
    public async Task An_Application_That_Has_None_Here_Is_No_Failure() =>
        Assert.Null((await Tenant().Client.GetServicePrincipalAsync(GraphNetwork.Token, AppId, Cancellation)).Value());

    [Fact]
    public async Task Roles_And_Federated_Credentials_Are_Counted_Over_All_Pages()
    {
        var network = Tenant(
            ("/servicePrincipals/s/appRoleAssignments", $$"""{"@odata.nextLink":"{{GraphNetwork.BaseUrl}}/servicePrincipals/s/more","value":[{"id":"1"},{"id":"2"}]}"""),
            ("/servicePrincipals/s/more", """{"value":[{"id":"3"}]}"""),
            ("/applications/a/federatedIdentityCredentials", """{"value":[{"id":"1"}]}"""));

        Assert.Equal(3, (await network.Client.CountAppRolesAsync(GraphNetwork.Token, "s", Cancellation)).Value());
        Assert.Equal(1, (await network.Client.CountFederatedCredentialsAsync(GraphNetwork.Token, "a", Cancellation)).Value());
        Assert.All(network.Requests.Where(static seen => !seen.Path.EndsWith("more", StringComparison.Ordinal)), static seen => Assert.StartsWith("?$select=id", seen.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Owners_Are_People_And_Service_Principals_With_Or_Without_A_Name()
    {
        var network = Tenant(("/applications/a/owners", """
            {"value":[{"@odata.type":"#microsoft.graph.user","id":"o","displayName":"Olivia Jones"},
                      {"@odata.type":"#microsoft.graph.servicePrincipal","id":"s","displayName":"Deployer"},
                      {"@odata.type":"#microsoft.graph.user","id":"x","displayName":null}]}
            """));

        Assert.Equal(
            [new DirectoryOwner("o", "Olivia Jones"), new DirectoryOwner("s", "Deployer"), new DirectoryOwner("x", null)],
            (await network.Client.GetApplicationOwnersAsync(GraphNetwork.Token, "a", Cancellation)).Value());
    }

    private static readonly DateTimeOffset CreatedAt = new(2021, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, bool, int?> Policies => new()
    {
        { "none", "[]", false, null },
        { "secrets forbidden", """[{"restrictionType":"passwordAddition","state":"enabled"}]""", true, null },
        { "enabled is the default", """[{"restrictionType":"passwordAddition","state":null}]""", true, null },
        { "switched off", """[{"restrictionType":"passwordAddition","state":"disabled"},{"restrictionType":"passwordLifetime","state":"disabled","maxLifetime":"P30D"}]""", false, null },
        { "short", """[{"restrictionType":"passwordLifetime","state":"enabled","maxLifetime":"P90D"}]""", false, 90 },
        { "the shortest counts", """[{"restrictionType":"passwordLifetime","maxLifetime":"P90D"},{"restrictionType":"passwordLifetime","maxLifetime":"P30D"}]""", false, 30 },
        { "of other kinds", """[{"restrictionType":"customPasswordAddition","state":"enabled"},{"restrictionType":"symmetricKeyLifetime","maxLifetime":"P1D"},{"restrictionType":"newThing"}]""", false, null },
        { "in force since before it was created", """[{"restrictionType":"passwordAddition","restrictForAppsCreatedAfterDateTime":"2019-10-19T10:37:00Z"}]""", true, null },
        { "for applications younger than this one", """[{"restrictionType":"passwordAddition","restrictForAppsCreatedAfterDateTime":"2025-01-01T00:00:00Z"}]""", false, null },
        { "for applications to come", """[{"restrictionType":"passwordAddition","restrictForAppsCreatedAfterDateTime":"2030-01-01T00:00:00Z"}]""", false, null },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task A_Policy_Limits_Secrets_While_It_Is_Enabled(string why, string restrictions, bool forbidden, int? days)
    {
        Assert.NotEmpty(why);
        Assert.Equal(new AppManagementPolicy(forbidden, days is { } some ? TimeSpan.FromDays(some) : null), await Policy(isEnabled: true, restrictions));
        Assert.Equal(new AppManagementPolicy(false, null), await Policy(isEnabled: false, restrictions));
    }

    [Fact]
    public async Task A_Policy_That_May_Not_Be_Read_Is_A_Failure_And_Not_The_Lack_Of_One() => Assert.Equal(
        GraphErrorKind.Forbidden,
        (await new GraphNetwork(static _ => GraphNetwork.Error(403, "Authorization_RequestDenied")).Client.GetAppManagementPolicyAsync(GraphNetwork.Token, CreatedAt, Cancellation)).Error().Kind);

    private static async Task<AppManagementPolicy> Policy(bool isEnabled, string restrictions) => (await Tenant(("/policies/defaultAppManagementPolicy", $$"""
        {"isEnabled":{{(isEnabled ? "true" : "false")}},"applicationRestrictions":{"passwordCredentials":{{restrictions}},"keyCredentials":[]} }
        """)).Client.GetAppManagementPolicyAsync(GraphNetwork.Token, CreatedAt, Cancellation)).Value();

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse($"{day}T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private static GraphNetwork Answering(string body) => new(_ => GraphNetwork.Json(200, body));

    /// <summary>What it does not know is not found.</summary>
    private static GraphNetwork Tenant(params (string Path, string Body)[] answers) => new(request =>
    {
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath["/demo/graph/v1.0".Length..]);
        return answers.FirstOrDefault(one => one.Path == path) is { Body: { } body }
            ? GraphNetwork.Json(200, body)
            : GraphNetwork.Error(404, "Request_ResourceNotFound");
    });
}
