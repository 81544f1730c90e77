using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.BotService;

/// <summary>The user-token service.</summary>
/// <remarks>Source: Bot Service token API as the Agents SDK calls it (<c>api/usertoken</c>, <c>api/botsignin</c>).</remarks>
internal sealed class UserTokenEndpoints(UserTokenStore store, SignIns signIns, SignInResources resources)
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var routes = endpoints.MapGroup("/demo/botservice/api").AddEndpointFilter<BotOnly>();
        routes.MapGet("/usertoken/GetToken", static (string? userId, string? connectionName, string? channelId, string? code, UserTokenEndpoints it) =>
            it.GetToken(Key(userId, connectionName, channelId), code));
        routes.MapGet("/usertoken/GetTokenStatus", static (string? userId, string? channelId, string? include, UserTokenEndpoints it) =>
            it.Status(Key(userId, DemoApp.Connection, channelId), include));
        routes.MapGet("/usertoken/GetTokenOrSignInResource",
            static (string? userId, string? connectionName, string? channelId, string? code, string? state, UserTokenEndpoints it) =>
                it.GetTokenOrSignIn(Key(userId, connectionName, channelId), code, state));
        routes.MapPost("/usertoken/exchange", static async (
            HttpRequest request, string? userId, string? connectionName, string? channelId, TokenExchange exchange) =>
            exchange.Answer(Key(userId, connectionName, channelId), await JsonBody.ReadAsync(request, BodyLimit)));
        routes.MapPost("/usertoken/GetAadTokens", static async (
            HttpRequest request, string? userId, string? connectionName, string? channelId, UserTokenEndpoints it) =>
            it.AadTokens(Key(userId, connectionName, channelId), await JsonBody.ReadAsync(request, BodyLimit)));
        routes.MapDelete("/usertoken/SignOut", static (string? userId, string? connectionName, string? channelId, UserTokenEndpoints it) =>
            it.SignOut(userId, connectionName, channelId));
        routes.MapGet("/botsignin/GetSignInResource", static (string? state, SignInResources resources) =>
            resources.For(state) is { } resource ? new JsonAnswer(resource) : SignInResources.BadState());
        routes.MapGet("/botsignin/GetSignInUrl", static IResult (string? state, SignInResources resources) =>
            resources.For(state) is { } resource ? Results.Text(resource.Text("signInLink")!) : SignInResources.BadState());
    }

    /// <summary>Bytes; an SSO token is the largest thing that comes here.</summary>
    private const int BodyLimit = 64 * 1024;

    private JsonAnswer GetToken(TokenKey? key, string? code)
    {
        if (key is null)
        {
            return Missing();
        }

        return Find(key, code) is { } token ? new JsonAnswer(Describe(key, token)) : NotFound();
    }

    private JsonAnswer GetTokenOrSignIn(TokenKey? key, string? code, string? state)
    {
        if (key is null)
        {
            return Missing();
        }

        if (Find(key, code) is { } token)
        {
            return new JsonAnswer(new JsonObject { ["tokenResponse"] = Describe(key, token) });
        }

        return resources.For(state) is { } resource ? new JsonAnswer(new JsonObject { ["signInResource"] = resource }) : SignInResources.BadState();
    }

    private JsonAnswer Status(TokenKey? key, string? include)
    {
        if (key is null)
        {
            return Missing();
        }

        var wanted = include is null or "" || include.Split(',').Contains(DemoApp.Connection, StringComparer.Ordinal);
        return new JsonAnswer(!wanted ? [] : new JsonArray(new JsonObject
        {
            ["channelId"] = key.ChannelId,
            ["connectionName"] = DemoApp.Connection,
            ["hasToken"] = store.Get(key) is not null,
            ["serviceProviderDisplayName"] = "Azure Active Directory v2",
        }));
    }

    private JsonAnswer AadTokens(TokenKey? key, JsonObject? body)
    {
        if (key is null || body.List("resourceUrls") is not { } wanted)
        {
            return Missing();
        }

        if (store.Get(key) is not { } token)
        {
            return NotFound();
        }

        var found = wanted.Select(static url => url?.ToString()).Where(static url => url?.TrimEnd('/') is DemoApp.GraphAudience).Distinct();
        return new JsonAnswer(new JsonObject(found.Select(url => KeyValuePair.Create(url!, (JsonNode?)Describe(key, token)))));
    }

    private IResult SignOut(string? userId, string? connectionName, string? channelId)
    {
        if (string.IsNullOrEmpty(userId))
        {
            return Missing();
        }

        store.SignOut(userId, channelId, connectionName);
        return Results.NoContent();
    }

    private HeldToken? Find(TokenKey key, string? code) =>
        code is null or "" ? store.Get(key) : signIns.Redeem(key, code) is { } account ? store.SignIn(key, account) : null;

    internal static JsonObject Describe(TokenKey key, HeldToken token) => new()
    {
        ["channelId"] = key.ChannelId,
        ["connectionName"] = key.Connection,
        ["token"] = token.Value,
        ["expiration"] = TeamsActivities.Timestamp(token.ExpiresAt),
    };

    private static TokenKey? Key(string? userId, string? connection, string? channelId) =>
        string.IsNullOrEmpty(userId) || string.IsNullOrEmpty(connection) ? null : new TokenKey(userId, connection, channelId ?? "");

    private static JsonAnswer Missing() => JsonAnswer.Error(400, "BadArgument", "userId, connectionName or the body is missing.");

    private static JsonAnswer NotFound() => JsonAnswer.Error(404, "NotFound", "There is no token.");
}
