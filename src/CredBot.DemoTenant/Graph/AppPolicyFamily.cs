using System.Text.Json.Nodes;
using CredBot.DemoTenant.Conditions;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>What the tenant lets applications sign in with.</summary>
/// <remarks>Source: Graph v1.0 <c>tenantAppManagementPolicy</c>.</remarks>
internal sealed class AppPolicyFamily(DemoDirectory directory) : IGraphFamily
{
    private const string Path = "policies/defaultAppManagementPolicy";
    private static readonly string[] Permissions = ["Policy.Read.All", "Policy.Read.ApplicationConfiguration", "Policy.ReadWrite.ApplicationConfiguration"];
    private static readonly GraphType Type = GraphTypes.Plain("tenantAppManagementPolicy");

    public void Map(GraphRouter graph) => graph.Get(Path, request => request.Allows(Permissions) && request.Person?.IsGuest is not true
        ? GraphSingle.Answer(request, new GraphEntry(Type, Policy()), Path)
        : GraphAnswer.RequestDenied);

    private JsonObject Policy() => new()
    {
        ["id"] = "00000000-0000-0000-0000-000000000000",
        ["displayName"] = "Default app management tenant policy",
        ["description"] = "Default tenant policy that enforces app management restrictions on applications and service principals.",
        // Switched off it keeps its restrictions, and they restrict nothing.
        ["isEnabled"] = directory.Conditions.AppPolicy is not AppPolicy.None,
        ["applicationRestrictions"] = Restrictions(),
        ["servicePrincipalRestrictions"] = Restrictions(),
    };

    private JsonObject Restrictions() => new()
    {
        ["passwordCredentials"] = new JsonArray(
            directory.Conditions.AppPolicy is AppPolicy.ShortSecrets
                ? Restriction("passwordLifetime", "P90D")
                : Restriction("passwordAddition", null)),
        ["keyCredentials"] = new JsonArray(),
    };

    private JsonObject Restriction(string type, string? lifetime) => new()
    {
        ["restrictionType"] = type,
        ["maxLifetime"] = lifetime,
        ["state"] = "enabled",
        ["restrictForAppsCreatedAfterDateTime"] = GraphWriter.Text(directory.StartedAt.AddDays(-1000)),
        ["excludeActors"] = null,
    };
}
