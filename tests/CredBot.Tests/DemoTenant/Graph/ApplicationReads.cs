using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.Graph;
using CredBot.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.DemoTenant.Graph;

/// <summary>The product's client reads the tenant's applications with the permissions that the connection has.</summary>
public sealed class ApplicationReads : DirectoryTest
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("olivia", "Payroll Export", "Badge Printer")]
    [InlineData("jun", "Warehouse Sync", "Stock Alerts")]
    [InlineData("sora", "Newsletter Mailer", "Lobby Screen")]
    [InlineData("igor", "Build Agent", "Door Terminal")]
    [InlineData("mina")]
    public async Task A_Person_Owns_Their_Applications(string person, params string[] names) =>
        Assert.Equal(names, (await Client().GetMyApplicationsAsync(As(person), Cancellation)).Value().Select(static one => one.DisplayName));

    [Theory]
    [InlineData("Payroll Export", 200, 300)]
    [InlineData("Badge Printer", -12)]
    [InlineData("Warehouse Sync", 9)]
    [InlineData("Newsletter Mailer")]
    [InlineData("Lobby Screen", 165)]
    [InlineData("Orphan Job", 120)]
    [InlineData("Stock Alerts", 150)]
    [InlineData("Build Agent")]
    [InlineData("Door Terminal", 5, -3)]
    public async Task An_Applications_Credentials_End_When_The_Seeds_Say(string name, params int[] days)
    {
        var found = Assert.Single((await Client().FindApplicationsAsync(As("jun"), name, Cancellation)).Value());

        Assert.Equal(days.Select(day => (DateTimeOffset?)Time.GetUtcNow().AddDays(day)), found.Credentials.Select(static one => one.EndsAt));
        Assert.Equal(found.Id, Assert.Single((await Client().FindApplicationsAsync(As("jun"), found.AppId, Cancellation)).Value()).Id);
        Assert.Equal(found.AppId, Assert.Single((await Client().FindApplicationsAsync(As("jun"), found.Id, Cancellation)).Value()).AppId);
    }

    /// <summary>Roles asked for, service principal (null: none; else whether enabled), roles consented to, owners, federated credentials.</summary>
    [Theory]
    [InlineData("Payroll Export", true, true, 1, "Olivia Jones", 0)]
    [InlineData("Lobby Screen", false, false, 0, "김소라 (Kim Sora)", 0)]
    [InlineData("Orphan Job", false, null, 0, null, 0)]
    [InlineData("Stock Alerts", true, true, 0, "박준 (Park Jun)", 0)]
    [InlineData("Build Agent", false, true, 0, "Igor Frost", 1)]
    public async Task What_Stands_Around_An_Application_Is_Read(string name, bool asks, bool? enabled, int roles, string? owner, int trusts)
    {
        var (client, token) = (Client(), As("sora"));
        var found = Assert.Single((await client.FindApplicationsAsync(token, name, Cancellation)).Value());
        var principal = (await client.GetServicePrincipalAsync(token, found.AppId, Cancellation)).Value();

        Assert.Equal((asks, enabled), (found.AsksForRoles, principal?.IsEnabled));
        Assert.Equal(roles, principal is null ? 0 : (await client.CountAppRolesAsync(token, principal.Id, Cancellation)).Value());
        Assert.Equal(owner, (await client.GetApplicationOwnersAsync(token, found.Id, Cancellation)).Value().SingleOrDefault()?.DisplayName);
        Assert.Equal(trusts, (await client.CountFederatedCredentialsAsync(token, found.Id, Cancellation)).Value());
    }

    [Fact]
    public async Task Another_Tenants_Application_Has_A_Service_Principal_And_Nothing_Else()
    {
        const string partner = "514db79d-f1e5-582e-ac35-3c59a2b34312";

        Assert.Equal("1e4bf9ad-082c-587a-baca-bf671bf29289", (await Client().GetServicePrincipalAsync(As("jun"), partner, Cancellation)).Value()?.OwnerTenant);
        Assert.Empty((await Client().FindApplicationsAsync(As("jun"), partner, Cancellation)).Value());
        Assert.Equal(9, (await Client().GetApplicationsAsync(As("jun"), Cancellation)).Value().Count);
    }

    [Theory]
    [InlineData("None", false, null)]
    [InlineData("SecretsForbidden", true, null)]
    [InlineData("ShortSecrets", false, 90)]
    public async Task The_Policy_Is_Read(string condition, bool forbidden, int? days)
    {
        await Send(HttpMethod.Put, "/demo/conditions", null, new JsonObject { ["appPolicy"] = condition }, eventual: false);

        Assert.Equal(
            new AppManagementPolicy(forbidden, days is { } some ? TimeSpan.FromDays(some) : null),
            (await Client().GetAppManagementPolicyAsync(As("igor"), null, Cancellation)).Value());
    }

    [Fact]
    public async Task A_Guest_Is_Refused() =>
        Assert.Equal(GraphErrorKind.Forbidden, (await Client().FindApplicationsAsync(As("marie"), "Payroll", Cancellation)).Error().Kind);

    private GraphClient Client() =>
        GraphNetwork.Build(new() { ["Graph:BaseUrl"] = new Uri(Address, "/demo/graph/v1.0").ToString() }).GetRequiredService<GraphClient>();

    private GraphToken As(string person) => new(Token(person, [.. DemoApp.GraphScopes]));
}
