using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>The organisation's app catalogue, which holds the bot's app, and the apps of each person.</summary>
/// <remarks>Source: Graph v1.0 <c>userTeamwork: post installedApps</c>, <c>teamsApp</c>; Teams docs «Proactive installation of apps using Graph API».</remarks>
internal sealed class AppFamily(AppInstalls installs, RoleRules roles) : IGraphFamily
{
    /// <summary>Id that the catalogue gave to the app; its own id is the bot's app id.</summary>
    public const string CatalogId = "44444444-4444-4444-8444-444444444444";

    private const string TeamsAdministrator = "Teams Administrator";
    private const string Installations = "/teamwork/installedApps";
    private static readonly string[] ReadCatalog = ["AppCatalog.Read.All", "AppCatalog.ReadWrite.All", "AppCatalog.Submit"];

    private static readonly string[] Write =
    [
        "TeamsAppInstallation.ReadWriteSelfForUser", "TeamsAppInstallation.ReadWriteForUser", "TeamsAppInstallation.ManageSelectedForUser",
        "TeamsAppInstallation.ReadWriteAndConsentForUser", "TeamsAppInstallation.ReadWriteAndConsentSelfForUser",
    ];

    private static readonly string[] Read = [.. Write, "TeamsAppInstallation.ReadForUser"];
    private static readonly GraphType App = new() { Name = "teamsApp" };
    private static readonly GraphType Installation = new() { Name = "userScopeTeamsAppInstallation", Expandable = ["teamsApp", "teamsAppDefinition"] };

    public void Map(GraphRouter graph)
    {
        graph.Get("appCatalogs/teamsApps", static request => request.Allows(ReadCatalog)
            ? new GraphListing { Context = "appCatalogs/teamsApps", Type = App }.Answer(request, [new GraphEntry(App, Describe())])
            : GraphAnswer.Forbidden("Forbidden", "Missing scope permissions on the request."));
        graph.PerUser(HttpMethods.Get, Installations, (request, person) => Guarded(request, person, Read, () =>
            new GraphListing { Context = "installedApps", Type = Installation }.Answer(request, Has(person) ? [new GraphEntry(Installation, Of(person))] : [])));
        graph.PerUser(HttpMethods.Post, Installations, (request, person) => Guarded(request, person, Write, () => Install(request, person)));
        graph.PerUser(HttpMethods.Get, $"{Installations}/{{installation}}/chat", (request, person) => Guarded(request, person, Read, () =>
            Has(person) && request.Keys["installation"] == InstallationId(person)
                ? GraphAnswer.Ok(new JsonObject { ["id"] = TeamsAccounts.PersonalChatId(person), ["chatType"] = "oneOnOne" })
                : GraphAnswer.NotFound(request.Keys["installation"])));
    }

    /// <summary>A permission lets the app ask; whose apps may be managed, the caller's role decides.</summary>
    private GraphAnswer Guarded(GraphRequest request, DemoPerson person, string[] permissions, Func<GraphAnswer> answer) =>
        !request.Caller.AppOnly && request.Allows(permissions) && (request.IsSelf(person) || roles.HasRole(request, TeamsAdministrator))
            ? answer()
            : GraphAnswer.Forbidden("Forbidden", "The caller may not manage the apps of this user.");

    private GraphAnswer Install(GraphRequest request, DemoPerson person)
    {
        var bound = request.Body is { } body && body.TryGetProperty("teamsApp@odata.bind", out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()!
            : "";
        if (!bound.EndsWith($"/appCatalogs/teamsApps/{CatalogId}", StringComparison.OrdinalIgnoreCase))
        {
            return GraphAnswer.Refused(StatusCodes.Status404NotFound, "NotFound", "The app is not in the catalogue.");
        }

        return Has(person) || !installs.Set(person, AppState.Installed)
            ? GraphAnswer.Refused(StatusCodes.Status409Conflict, "Conflict", "App entitlement already exists.")
            : new GraphAnswer { Status = StatusCodes.Status201Created };
    }

    private bool Has(DemoPerson person) => installs.Of(person) is not AppState.Removed;

    private static JsonObject Describe() => new()
    {
        ["id"] = CatalogId,
        ["externalId"] = DemoApp.AppId,
        ["displayName"] = DemoApp.Name,
        ["distributionMethod"] = "organization",
    };

    private static JsonObject Of(DemoPerson person) => new() { ["id"] = InstallationId(person), ["teamsApp"] = Describe() };

    private static string InstallationId(DemoPerson person) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{person.ObjectId}##{CatalogId}"));
}
