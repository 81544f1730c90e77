using System.Net;
using System.Text.Json;
using CredBot.Tests.DemoTenant.BotService;
using Microsoft.AspNetCore.Http;

namespace CredBot.Tests.DemoTenant.DirectLine;

public sealed class InvokesAndCards
{
    private const string AnsweredCard =
        """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"done"}]}}""";

    [Fact]
    public async Task An_Invoke_Reaches_The_Bot_In_The_Persons_Name_And_The_Bots_Answer_Comes_Back()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Answer(StatusCodes.Status412PreconditionFailed, """{"id":"x","failureDetail":"consent"}""");

        using var answer = await client.PostAsync(new { type = "invoke", name = "signin/tokenExchange", value = new { id = "x" }, from = new { id = "dl_grace", aadObjectId = "forged" } });

        var invoke = await world.Bot.NextAsync("invoke");
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("consent", (await ChannelWorld.JsonAsync(answer)).GetProperty("failureDetail").GetString());
        Assert.StartsWith("f:", invoke.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("김소라 (Kim Sora)", invoke.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal(ChannelWorld.TenantId, invoke.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        Assert.Empty(await client.ReadAsync());
    }

    [Fact]
    public async Task An_Empty_Success_Is_An_Empty_Object_And_Another_Status_Stays_As_It_Is()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Answer(StatusCodes.Status200OK);
        world.Bot.Answer(StatusCodes.Status501NotImplemented);

        using var good = await client.PostAsync(new { type = "invoke", name = "signin/verifyState", value = new { state = "123456" } });
        using var unknown = await client.PostAsync(new { type = "invoke", name = "unknown" });

        Assert.Equal("{}", await good.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.NotImplemented, ""), (unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_Invoke_Comes_After_What_Was_Posted_Before_It()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await client.SaysAsync("one");
        await client.SaysAsync("two");
        using var answer = await client.PostAsync(new { type = "invoke", name = "task/fetch" });

        Assert.Equal(["conversationUpdate", "installationUpdate", "message", "message", "invoke"],
            world.Bot.Unread().Select(static activity => activity.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task An_Invoke_To_A_Bot_That_Is_Down_Fails_At_Once()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        var client = await world.ClientAsync("sora");

        using var answer = await client.PostAsync(new { type = "invoke", name = "task/fetch" });

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Fact]
    public async Task The_Answered_Card_Takes_The_Clicked_Ones_Place()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await Connectors.ChatAsync(world);
        var id = await SendCardAsync(world, chat, "secret-7Q");
        var shown = Assert.Single(await client.ReadAsync());
        world.Time.Advance(TimeSpan.FromSeconds(5));
        world.Bot.Answer(StatusCodes.Status200OK, AnsweredCard);

        using var answer = await ClickAsync(client, id);

        var invoke = await world.Bot.NextAsync("invoke");
        Assert.Equal(id, invoke.GetProperty("replyToId").GetString());
        Assert.Equal("go", invoke.GetProperty("value").GetProperty("action").GetProperty("verb").GetString());
        var again = Assert.Single(await client.ReadAsync());
        Assert.Equal((id, "done"), (again.GetProperty("id").GetString(), CardText(again)));
        Assert.Equal(shown.GetProperty("timestamp").GetString(), again.GetProperty("timestamp").GetString());
        Assert.DoesNotContain("secret-7Q", await (await client.PollAsync(null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"no"}""")]
    [InlineData("""{"statusCode":401,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"no card"}""")]
    public async Task Any_Other_Answer_Leaves_The_Card_Alone(string body)
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await Connectors.ChatAsync(world);
        var id = await SendCardAsync(world, chat, "old");
        await client.ReadAsync();
        world.Bot.Answer(StatusCodes.Status200OK, body);

        using var answer = await ClickAsync(client, id);

        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Empty(await client.ReadAsync());
    }

    [Fact]
    public async Task A_Card_The_Bot_Redrew_Meanwhile_Is_Newer_Than_The_Answer()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await Connectors.ChatAsync(world);
        var id = await SendCardAsync(world, chat, "old");
        await client.ReadAsync();
        world.Bot.Answer(async context =>
        {
            using var updated = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", Card("newest"));
            await context.Response.WriteAsync(AnsweredCard);
        });

        using var answer = await ClickAsync(client, id);

        Assert.Equal("newest", CardText(Assert.Single(await client.ReadAsync())));
    }

    [Fact]
    public async Task In_A_Group_The_Answered_Card_Is_Shown_To_Who_Clicked_Until_The_Bot_Redraws_It_For_All()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, chat) = await Connectors.ChatAsync(world, "sora", "groupChat");
        var grace = await world.ClientAsync("grace", "groupChat");
        var id = await SendCardAsync(world, chat, "open");
        await sora.ReadAsync();
        await grace.ReadAsync();
        world.Bot.Answer(StatusCodes.Status200OK, AnsweredCard);
        using var answer = await ClickAsync(sora, id);

        Assert.Equal("done", CardText(Assert.Single(await sora.ReadAsync())));
        Assert.Empty(await grace.ReadAsync());
        Assert.Equal("done", CardText((await (await world.ClientAsync("sora", "groupChat")).ReadAsync())[^1]));
        using var updated = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", Card("for all"));
        Assert.Equal("for all", CardText(Assert.Single(await sora.ReadAsync())));
        Assert.Equal("for all", CardText(Assert.Single(await grace.ReadAsync())));
    }

    private static Task<HttpResponseMessage> ClickAsync(Client client, string id) => client.PostAsync(new
    {
        type = "invoke",
        name = "adaptiveCard/action",
        replyToId = id,
        value = new { action = new { type = "Action.Execute", verb = "go", data = new { } }, trigger = "manual" },
    });

    private static object Card(string text) => new
    {
        type = "message",
        attachments = new[]
        {
            new { contentType = "application/vnd.microsoft.card.adaptive", content = new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text } } } },
        },
    };

    private static async Task<string> SendCardAsync(ChannelWorld world, string chat, string text) =>
        (await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Post, chat, Card(text)))).GetProperty("id").GetString()!;

    private static string? CardText(JsonElement activity) =>
        activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString();
}
