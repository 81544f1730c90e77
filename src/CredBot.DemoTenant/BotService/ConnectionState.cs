using CredBot.DemoTenant.Entra;

namespace CredBot.DemoTenant.BotService;

/// <summary>What the <c>state</c> of a sign-in request says: base64 of JSON.</summary>
/// <param name="Key">Where the token will be kept.</param>
/// <param name="AppId">Null where the bot did not say who it is: then the client cannot do single sign-on.</param>
internal sealed record ConnectionState(TokenKey Key, string? AppId)
{
    /// <returns>Null for anything else.</returns>
    public static ConnectionState? Read(string? state)
    {
        var bytes = new byte[state?.Length ?? 0];
        if (state is null || !Convert.TryFromBase64String(state, bytes, out var count) || JsonBody.Parse(bytes.AsSpan(0, count)) is not { } json)
        {
            return null;
        }

        var conversation = json.Object("conversation");
        return (json.Text("connectionName"), conversation.Object("user").Text("id"), conversation.Text("channelId")) is ({ } name, { } user, { } channel)
            ? new ConnectionState(new TokenKey(user, name, channel), json.Text("msAppId"))
            : null;
    }
}
