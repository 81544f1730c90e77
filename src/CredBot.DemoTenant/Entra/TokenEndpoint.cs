using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.Entra;

/// <summary>Entra's token endpoint, for the one grant a bot uses itself: client credentials.</summary>
/// <remarks>Source: Entra docs «OAuth 2.0 client credentials flow» and «Authentication and authorization error codes».</remarks>
internal sealed class TokenEndpoint(DemoTokens tokens)
{
    private const string DefaultScope = "/.default";

    /// <summary>One second less than the token's life, as Entra says it.</summary>
    private static readonly int ExpiresIn = (int)DemoTokens.Life.TotalSeconds - 1;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/demo/entra/{tenant}/oauth2/v2.0/token", static async (string tenant, HttpRequest request, TokenEndpoint endpoint) =>
            request.HasFormContentType
                ? endpoint.Answer(tenant, await request.ReadFormAsync(request.HttpContext.RequestAborted))
                : Refuse(400, "invalid_request", "AADSTS900144: The request body must be a form with 'grant_type'."));

    private JsonAnswer Answer(string tenant, IFormCollection form)
    {
        if (tenant is not (DemoApp.TenantId or "hanbit.example"))
        {
            return Refuse(400, "invalid_request", "AADSTS90002: Tenant not found.");
        }

        if (form["grant_type"] != "client_credentials")
        {
            return Refuse(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        }

        if (form["client_id"] != DemoApp.AppId)
        {
            return Refuse(400, "unauthorized_client", "AADSTS700016: The application was not found in the directory.");
        }

        if (form["client_secret"] != DemoApp.Secret)
        {
            return Refuse(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }

        return ForScope(form["scope"].ToString());
    }

    private JsonAnswer ForScope(string scope)
    {
        if (!scope.EndsWith(DefaultScope, StringComparison.Ordinal))
        {
            return Refuse(400, "invalid_scope", "AADSTS1002012: The scope of a client credentials request must end in /.default.");
        }

        return scope[..^DefaultScope.Length] switch
        {
            DemoApp.ChannelIssuer => Grant(tokens.ForBot()),
            DemoApp.GraphAudience => Grant(tokens.ForGraphApp()),
            _ => Refuse(400, "invalid_resource", "AADSTS500011: The resource principal was not found in the tenant."),
        };
    }

    private static JsonAnswer Grant(string token) => new(new JsonObject
    {
        ["token_type"] = "Bearer",
        ["expires_in"] = ExpiresIn,
        ["ext_expires_in"] = ExpiresIn,
        ["access_token"] = token,
    });

    private static JsonAnswer Refuse(int status, string error, string description) =>
        new(new JsonObject { ["error"] = error, ["error_description"] = description }, status);
}
