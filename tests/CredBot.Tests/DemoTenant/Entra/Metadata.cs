using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Tests.DemoTenant.DirectLine;

namespace CredBot.Tests.DemoTenant.Entra;

public sealed class Metadata
{
    private const string Channel = "/demo/entra/botframework/v1/.well-known";

    [Fact]
    public async Task The_Channels_Metadata_Leads_To_Keys_That_Endorse_Teams()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        var metadata = await world.Http.GetFromJsonAsync<JsonElement>($"{Channel}/openidconfiguration");

        var keys = await world.Http.GetFromJsonAsync<JsonElement>(metadata.GetProperty("jwks_uri").GetString());

        Assert.Equal("https://api.botframework.com", metadata.GetProperty("issuer").GetString());
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Contains("msteams", key.GetProperty("endorsements").EnumerateArray().Select(static channel => channel.GetString()));
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task A_New_Key_Signs_At_Once_And_The_Bot_Takes_It()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        using var rolled = await world.Http.PostAsync("/demo/entra/keys/roll", null);
        await client.SaysAsync("hello");
        await world.DeliveredAsync();

        var keys = await world.Http.GetFromJsonAsync<JsonElement>($"{Channel}/keys");

        Assert.Equal(2, keys.GetProperty("keys").GetArrayLength());
        Assert.All(world.Bot.Verdicts, static verdict => Assert.IsType<TokenVerdict.Accepted>(verdict));
        Assert.Equal(3, world.Bot.Verdicts.Count);
    }

    [Fact]
    public async Task A_Forgotten_Key_Leaves_The_Set_And_Entras_Tokens_Live_On()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        var old = await KeyIdsAsync(world);
        var bot = await world.BotTokenAsync();
        using var rolled = await world.Http.PostAsync("/demo/entra/keys/roll?forget=true", null);

        var now = await KeyIdsAsync(world);

        Assert.DoesNotContain(old.Single(), now);
        Assert.Equal((await ChannelWorld.JsonAsync(rolled)).GetProperty("kid").GetString(), now.Single());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/botservice/api/usertoken/GetToken?userId=29:x&connectionName=graph&channelId=msteams");
        request.Headers.Authorization = new("Bearer", bot);
        using var response = await world.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<IReadOnlyList<string?>> KeyIdsAsync(ChannelWorld world) =>
        [.. (await world.Http.GetFromJsonAsync<JsonElement>($"{Channel}/keys")).GetProperty("keys").EnumerateArray().Select(static key => key.GetProperty("kid").GetString())];
}
