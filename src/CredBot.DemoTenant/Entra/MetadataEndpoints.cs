using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.Entra;

/// <summary>What the Bot Framework and Entra publish about themselves: OpenID metadata and key sets.</summary>
/// <remarks>Source: bot-docs «Authentication with the Bot Connector API»; OpenID Connect Discovery 1.0.</remarks>
internal static class MetadataEndpoints
{
    private const string Channel = "/demo/entra/botframework/v1/.well-known";
    private static readonly string[] Endorsements = ["msteams", "directline", "webchat", "emulator"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{Channel}/openidconfiguration", static (DemoAddress address) => new JsonAnswer(new JsonObject
        {
            ["issuer"] = DemoApp.ChannelIssuer,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = $"{address.Url}{Channel}/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        }));
        endpoints.MapGet($"{Channel}/keys", static (DemoTokens tokens) => new JsonAnswer(tokens.ChannelKeys.Publish(Endorsements)));

        endpoints.MapGet("/demo/entra/{tenant}/v2.0/.well-known/openid-configuration", static (string tenant, DemoAddress address) =>
            new JsonAnswer(new JsonObject
            {
                ["issuer"] = DemoApp.LoginIssuer,
                ["token_endpoint"] = $"{address.Url}/demo/entra/{tenant}/oauth2/v2.0/token",
                ["jwks_uri"] = $"{address.Url}/demo/entra/{tenant}/discovery/v2.0/keys",
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["response_types_supported"] = new JsonArray("code"),
                ["subject_types_supported"] = new JsonArray("pairwise"),
            }));
        endpoints.MapGet("/demo/entra/{tenant}/discovery/v2.0/keys", static (string tenant, DemoTokens tokens) => new JsonAnswer(tokens.EntraKeys.Publish()));

        // A test's lever: the channel signs with a new key from now on.
        endpoints.MapPost("/demo/entra/keys/roll", static (DemoTokens tokens, bool forget = false) =>
            new JsonAnswer(new JsonObject { ["kid"] = tokens.ChannelKeys.Roll(forget) }));
    }
}
