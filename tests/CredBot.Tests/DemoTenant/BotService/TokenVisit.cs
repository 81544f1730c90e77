using System.Text;
using System.Text.Json;
using CredBot.Tests.DemoTenant.DirectLine;
using CredBot.Tests.DemoTenant.Entra;

namespace CredBot.Tests.DemoTenant.BotService;

/// <summary>The bot at the user-token service, about one person.</summary>
public sealed class TokenVisit(ChannelWorld world, string person, string userId, string conversation)
{
    /// <summary>The person's id in Teams.</summary>
    public string UserId => userId;

    public static async Task<TokenVisit> StartAsync(ChannelWorld world, string person)
    {
        await (await world.ClientAsync(person)).SaysAsync("hello");
        var message = await world.Bot.NextAsync("message");
        return new TokenVisit(world, person, message.GetProperty("from").GetProperty("id").GetString()!, message.GetProperty("conversation").GetProperty("id").GetString()!);
    }

    public Task<HttpResponseMessage> GetTokenAsync(string? code = null) =>
        world.AsBotAsync(HttpMethod.Get, Path("GetToken") + (code is null ? "" : $"&code={code}"));

    /// <returns>The Graph token; null where there is none.</returns>
    public async Task<string?> TokenAsync()
    {
        using var response = await GetTokenAsync();
        return response.IsSuccessStatusCode ? (await ChannelWorld.JsonAsync(response)).GetProperty("token").GetString() : null;
    }

    public async Task<HttpResponseMessage> ExchangeAsync(string? ssoToken = null, string connection = "graph") =>
        await world.AsBotAsync(HttpMethod.Post, Path("exchange", connection), new { token = ssoToken ?? await world.SsoTokenAsync(person) });

    public Task<HttpResponseMessage> SignOutAsync() => world.AsBotAsync(HttpMethod.Delete, Path("SignOut"));

    /// <summary>The link of an OAuth card's button.</summary>
    public async Task<string> LinkAsync() => (await ResourceAsync()).GetProperty("signInLink").GetString()!;

    public async Task<JsonElement> ResourceAsync(string? appId = ChannelWorld.AppId) =>
        await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Get, $"/demo/botservice/api/botsignin/GetSignInResource?state={State(appId)}"));

    /// <summary>Signs in with the browser.</summary>
    /// <returns>The magic code.</returns>
    public async Task<string> CodeAsync(string? account = null)
    {
        using var response = await SignInPages.PostAsync(world, await LinkAsync(), "accept", json: true, account);
        return (await ChannelWorld.JsonAsync(response)).GetProperty("state").GetString()!;
    }

    public string State(string? appId = ChannelWorld.AppId)
    {
        var state = new { connectionName = "graph", conversation = new { channelId = "msteams", user = new { id = userId }, conversation = new { id = conversation } }, msAppId = appId };
        return Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(state, JsonSerializerOptions.Web))));
    }

    public string Path(string call, string connection = "graph") =>
        $"/demo/botservice/api/usertoken/{call}?userId={Uri.EscapeDataString(userId)}&connectionName={connection}&channelId=msteams";
}
