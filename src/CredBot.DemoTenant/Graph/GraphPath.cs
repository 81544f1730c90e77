using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>What a path and a token say without being answered: enough for a line in the ledger.</summary>
internal static class GraphPath
{
    public const string Prefix = "/demo/graph";

    public static bool IsGraph(PathString path) => path.StartsWithSegments(Prefix);

    public static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <returns>The token behind <c>Bearer</c>; null without one.</returns>
    public static string? Bearer(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;
    }

    /// <summary>The caller as the ledger names them.</summary>
    public static string Name(DemoCaller? caller, DemoDirectory directory) => caller switch
    {
        null => "unknown",
        { AppOnly: true } => "app",
        _ => directory.ByObjectId(caller.ObjectId)?.Id ?? "unknown",
    };

    /// <summary>Whose account a path is about: <c>…/users/{key}/…</c> or <c>…/me/…</c>.</summary>
    public static DemoPerson? Subject(PathString path, DemoCaller? caller, DemoDirectory directory) => path.Value!.Split('/') switch
    {
        [_, "demo", "graph", _, "me", ..] => caller is null ? null : directory.ByObjectId(caller.ObjectId),
        [_, "demo", "graph", _, "users", var key, ..] => User(key, directory),
        _ => null,
    };

    /// <summary>A user by object id or user principal name; mail addresses are no key.</summary>
    public static DemoPerson? User(string key, DemoDirectory directory) => directory.ByObjectId(key) ?? directory.ByUserPrincipalName(key);
}
