using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.Graph;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.DemoTenant.Graph;

/// <summary>The directory half alone on a loopback port: everything is asked over HTTP, and the clock is the test's.</summary>
public abstract class DirectoryTest : IAsyncLifetime
{
    protected const string Password = "28c10230-6103-485e-b985-444c60001490";

    /// <summary>What the product's connection asks for, and what the rest of Graph needs.</summary>
    protected static readonly string[] Everything =
    [
        "User.Read", "User.Read.All", "UserAuthenticationMethod.ReadWrite.All", "User.RevokeSessions.All", "AuditLog.Read.All", "RoleManagement.Read.Directory",
        "RoleAssignmentSchedule.Read.Directory", "RoleEligibilitySchedule.Read.Directory", "Organization.Read.All", "Domain.Read.All", "GroupMember.Read.All",
        "AdministrativeUnit.Read.All", "Directory.Read.All", "Policy.Read.All", "LicenseAssignment.Read.All", "User-PasswordProfile.ReadWrite.All",
        "User.EnableDisableAccount.All", "OnPremDirectorySynchronization.Read.All", "IdentityRiskyUser.Read.All",
    ];

    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Making a key takes longer than all the rest of a test, so the tests share one; its clock stands still.
    private static readonly DemoTokens SharedTokens = new(new FakeTimeProvider(Start));

    private WebApplication app = null!;
    private HttpClient http = null!;

    protected FakeTimeProvider Time { get; } = new(Start);

    /// <summary>Whether tokens age by this test's clock.</summary>
    protected virtual bool TokensAge => false;

    protected Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        if (!TokensAge)
        {
            builder.Services.AddSingleton(SharedTokens);
        }

        builder.Services.AddDemoDirectory();
        app = builder.Build();
        app.MapDemoDirectory();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
        http = new HttpClient { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        http.Dispose();
        await app.DisposeAsync();
    }

    protected string ObjectId(string id) => app.Services.GetRequiredService<DemoDirectory>().Find(id)!.ObjectId;

    protected string UnitId(string id) => app.Services.GetRequiredService<DemoDirectory>().Seed.AdministrativeUnits.Single(unit => unit.Id == id).ObjectId;

    protected string GroupId(string id) => app.Services.GetRequiredService<DemoDirectory>().Seed.Groups.Single(group => group.Id == id).ObjectId;

    protected string Token(string by, params string[] scopes) =>
        app.Services.GetRequiredService<DemoTokens>().ForGraph(ObjectId(by), scopes.Length > 0 ? scopes : Everything);

    protected string AppToken() => app.Services.GetRequiredService<DemoTokens>().ForGraphApp();

    /// <param name="path">Below the version, or a whole address.</param>
    /// <param name="by">A person id.</param>
    /// <param name="eventual">Whether the ConsistencyLevel header goes along.</param>
    /// <param name="scopes">Permissions of the token; none named: all.</param>
    protected Task<GraphReply> Get(string path, string by = "grace", bool eventual = false, params string[] scopes) =>
        Send(HttpMethod.Get, path, Token(by, scopes), null, eventual);

    protected Task<GraphReply> Post(string path, string by, JsonNode? body = null, params string[] scopes) =>
        Send(HttpMethod.Post, path, Token(by, scopes), body, eventual: false);

    protected Task<GraphReply> Patch(string path, string by, JsonNode body, params string[] scopes) =>
        Send(HttpMethod.Patch, path, Token(by, scopes), body, eventual: false);

    protected Task<GraphReply> Reset(string subject, string by, JsonNode? body = null, params string[] scopes) =>
        Post($"users/{ObjectId(subject)}/authentication/methods/{Password}/resetPassword", by, body ?? new JsonObject { ["newPassword"] = "Blue-Kettle-4711" }, scopes);

    protected async Task<GraphReply> Send(HttpMethod method, string path, string? token, JsonNode? body, bool eventual)
    {
        var whole = path.StartsWith("http", StringComparison.Ordinal) || path.StartsWith("/demo", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, whole ? path : $"/demo/graph/v1.0/{path}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (eventual)
        {
            request.Headers.Add("ConsistencyLevel", "eventual");
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new GraphReply(response.StatusCode, text, response.Headers);
    }

    protected async Task<JsonArray> Ledger(int after = 0) => (await Send(HttpMethod.Get, $"/demo/ledger?after={after}", null, null, eventual: false)).Json.AsArray();

    protected async Task Fault(JsonObject rule) => Assert.Equal(HttpStatusCode.NoContent, (await Send(HttpMethod.Post, "/demo/faults", null, rule, eventual: false)).Status);
}

/// <summary>An answer, read whole.</summary>
public sealed record GraphReply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;
    public IEnumerable<JsonNode> Values => Json["value"]!.AsArray().Select(static value => value!);
    public string? Code => Text.Length > 0 ? (string?)Json["error"]?["code"] : null;
    public string? Location => Headers.Location?.OriginalString;
}
