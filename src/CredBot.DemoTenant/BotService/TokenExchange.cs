using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;

namespace CredBot.DemoTenant.BotService;

/// <summary>Trades a Teams SSO token for a Graph token, on behalf of the person it names.</summary>
/// <remarks>Source: Agents SDK «UserTokenRestClient» (statuses); Entra docs «On-behalf-of flow» (AADSTS codes).</remarks>
internal sealed class TokenExchange(DemoTokens tokens, TeamsAccounts accounts, Consents consents, UserTokenStore store, TimeProvider time)
{
    public JsonAnswer Answer(TokenKey? key, JsonObject? body)
    {
        if (key is null || body is null)
        {
            return JsonAnswer.Error(400, "BadArgument", "userId, connectionName or the body is missing.");
        }

        if (key.Connection is not DemoApp.Connection)
        {
            return JsonAnswer.Error(500, "ServiceError", "The OAuth connection is not set up.");
        }

        if (accounts.Find(key.UserId) is not { } person || body.Text("token") is not { } sso)
        {
            return JsonAnswer.Error(404, "NotFound", "There is nothing to exchange.");
        }

        if (tokens.ReadSsoToken(sso) is not { } objectId || !objectId.Equals(person.ObjectId, StringComparison.OrdinalIgnoreCase))
        {
            return JsonAnswer.Error(400, "invalid_grant", "AADSTS50013: The token is not one of this person for this app.");
        }

        if (!store.CanSignIn(objectId, time.GetUtcNow()))
        {
            return JsonAnswer.Error(400, "invalid_grant", "AADSTS50057: The user account is disabled.");
        }

        return consents.Has(objectId)
            ? new JsonAnswer(UserTokenEndpoints.Describe(key, store.SignIn(key, objectId)))
            : JsonAnswer.Error(400, "consent_required", "AADSTS65001: The user or administrator has not consented to use the application.");
    }
}
