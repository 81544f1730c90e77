using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.BotService;

/// <summary>Makes what an OAuth card needs: a link to sign in with, and where the client can do it silently, how.</summary>
internal sealed class SignInResources(SignIns signIns, DemoAddress address)
{
    /// <returns>Null for a state that cannot be read, or a connection that does not exist.</returns>
    public JsonObject? For(string? state)
    {
        if (ConnectionState.Read(state) is not { Key.Connection: DemoApp.Connection } wanted)
        {
            return null;
        }

        var resource = new JsonObject { ["signInLink"] = Link(wanted) };
        if (wanted.AppId is DemoApp.AppId)
        {
            resource["tokenExchangeResource"] = new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(),
                ["uri"] = DemoApp.SsoAudience,
                ["providerId"] = "30dd229c-58e3-4a48-bdfd-91ec48eb906c",
            };
        }

        return resource;
    }

    public static JsonAnswer BadState() =>
        JsonAnswer.Error(StatusCodes.Status400BadRequest, "BadArgument", "The state cannot be read, or names a connection that does not exist.");

    private string Link(ConnectionState wanted) => $"{address.Url}/demo/entra/signin?state={signIns.Open(wanted.Key)}";
}
