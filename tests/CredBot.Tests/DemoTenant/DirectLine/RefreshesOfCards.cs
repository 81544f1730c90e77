using System.Text.Json;
using CredBot.Tests.DemoTenant.BotService;
using Microsoft.AspNetCore.Http;

namespace CredBot.Tests.DemoTenant.DirectLine;

/// <summary>The tenant plays Teams' part when somebody looks at a card, and when a card action asks for a token.</summary>
public sealed class RefreshesOfCards
{
    private const string View =
        """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"own view"}]}}""";

    [Fact]
    public async Task Who_Is_Named_Gets_A_View_Of_Their_Own_And_The_Others_Keep_The_Card()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, chat) = await Connectors.ChatAsync(world, "sora", "groupChat");
        var grace = await world.ClientAsync("grace", "groupChat");
        var id = await SendAsync(world, chat, [await MriAsync(world, "sora")]);
        await grace.ReadAsync();
        await world.DeliveredAsync();
        world.Bot.Unread();
        world.Time.Advance(TimeSpan.FromSeconds(61));
        world.Bot.Answer(StatusCodes.Status200OK, View);

        await world.ClientAsync("grace", "groupChat");
        var again = await world.ClientAsync("sora", "groupChat");
        await world.DeliveredAsync();

        var invoke = Assert.Single(world.Bot.Unread());
        Assert.Equal(("adaptiveCard/action", id), (invoke.GetProperty("name").GetString(), invoke.GetProperty("replyToId").GetString()));
        Assert.Equal(("automatic", "status"), (invoke.GetProperty("value").GetProperty("trigger").GetString(), invoke.GetProperty("value").GetProperty("action").GetProperty("verb").GetString()));
        Assert.Equal("김소라 (Kim Sora)", invoke.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("own view", Text((await again.ReadAsync())[^1]));
        Assert.DoesNotContain(await grace.ReadAsync(), activity => activity.GetProperty("id").GetString() == id);
        Assert.Equal("own view", Text((await sora.ReadAsync())[^1]));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(61, 0)]
    [InlineData(61, 61)]
    public async Task A_Young_Card_One_For_Others_And_One_For_Too_Many_Is_Left_Alone(int seconds, int people)
    {
        await using var world = await ChannelWorld.StartAsync();
        var (_, chat) = await Connectors.ChatAsync(world);
        var mri = await MriAsync(world, "sora");
        await SendAsync(world, chat, people is 0 ? ["29:somebody-else"] : [mri, .. Enumerable.Range(1, people - 1).Select(static number => $"29:{number}")]);
        world.Time.Advance(TimeSpan.FromSeconds(seconds));
        world.Bot.Unread();

        var again = await world.ClientAsync("sora");
        await world.DeliveredAsync();

        Assert.Empty(world.Bot.Unread());
        Assert.Equal("base", Text((await again.ReadAsync())[^1]));
    }

    [Fact]
    public async Task A_Client_May_Say_That_It_Looks_Again()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, chat) = await Connectors.ChatAsync(world);
        await SendAsync(world, chat, [await MriAsync(world, "sora")]);
        await sora.ReadAsync();
        world.Time.Advance(TimeSpan.FromSeconds(61));
        world.Bot.Answer(StatusCodes.Status200OK, View);

        using var looked = await sora.PostAsync(new { type = "event", name = "demo/looked" });
        await world.DeliveredAsync();

        Assert.Equal("own view", Text(Assert.Single(await sora.ReadAsync())));
    }

    [Fact]
    public async Task A_Card_Action_That_Asks_For_A_Token_Is_Sent_Again_With_One_And_Once()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, chat) = await Connectors.ChatAsync(world);
        var id = await SendAsync(world, chat, []);
        world.Bot.Unread();
        const string asks = """{"statusCode":401,"type":"application/vnd.microsoft.activity.loginRequest","value":{"connectionName":"graph","buttons":[{"type":"signin"}],"tokenExchangeResource":{"id":"x-1"}}}""";
        world.Bot.Answer(StatusCodes.Status200OK, asks);
        world.Bot.Answer(StatusCodes.Status200OK, asks);

        using var answer = await sora.PostAsync(new
        {
            type = "invoke",
            name = "adaptiveCard/action",
            replyToId = id,
            value = new { action = new { type = "Action.Execute", verb = "go", data = new { n = 1 } }, trigger = "manual" },
        });

        var invokes = world.Bot.Unread();
        Assert.Equal(2, invokes.Count);
        Assert.Equal(invokes[0].GetProperty("value").GetProperty("action").GetRawText(), invokes[1].GetProperty("value").GetProperty("action").GetRawText());
        Assert.NotEqual(invokes[0].GetProperty("id").GetString(), invokes[1].GetProperty("id").GetString());
        Assert.False(invokes[0].GetProperty("value").TryGetProperty("authentication", out _));
        var authentication = invokes[1].GetProperty("value").GetProperty("authentication");
        Assert.Equal(("x-1", "graph", 3), (authentication.GetProperty("id").GetString(), authentication.GetProperty("connectionName").GetString(), authentication.GetProperty("token").GetString()!.Split('.').Length));
        Assert.Equal(asks, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> SendAsync(ChannelWorld world, string chat, string[] userIds)
    {
        var card = new
        {
            type = "AdaptiveCard",
            version = "1.5",
            refresh = new { action = new { type = "Action.Execute", verb = "status", data = new { key = "k" } }, userIds = userIds.Length is 0 ? ["29:nobody"] : userIds },
            body = new[] { new { type = "TextBlock", text = "base" } },
        };
        using var sent = await world.AsBotAsync(HttpMethod.Post, chat, new { type = "message", attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = card } } });
        return (await ChannelWorld.JsonAsync(sent)).GetProperty("id").GetString()!;
    }

    /// <summary>A person's id in Teams, as the roster of the group tells it.</summary>
    private static async Task<string> MriAsync(ChannelWorld world, string person)
    {
        var (_, activities) = await Connectors.ChatAsync(world, person, "groupChat");
        var members = await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Get, $"{activities[..^"/activities".Length]}/members"));
        return members.EnumerateArray().Single(member => member.GetProperty("userPrincipalName").GetString() == $"{person}@hanbit.example").GetProperty("id").GetString()!;
    }

    private static string? Text(JsonElement activity) =>
        activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString();
}
