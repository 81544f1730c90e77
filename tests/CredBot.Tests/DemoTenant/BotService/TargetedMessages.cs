using System.Net;
using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Tests.DemoTenant.DirectLine;

namespace CredBot.Tests.DemoTenant.BotService;

/// <summary>Messages of a group that one person alone sees, by the product's own client.</summary>
public sealed class TargetedMessages
{
    private static readonly Activity Whisper = new() { Type = "message", Text = "for you alone" };

    [Fact]
    public async Task One_Person_Sees_It_Now_And_Later_And_Nobody_Else_Does()
    {
        await using var world = await ChannelWorld.StartAsync();
        var sora = await world.ClientAsync("sora", "groupChat");
        var grace = await world.ClientAsync("grace", "groupChat");
        await sora.SaysAsync("hello");
        var message = await world.Bot.NextAsync("message");
        await sora.ReadAsync();
        await grace.ReadAsync();
        var group = Reference(message) with { User = new ChannelAccount { Id = "29:whoever-spoke-last" } };

        var sent = await Client(world).SendTargetedAsync(group, Sender(message), Whisper, TestContext.Current.CancellationToken);

        Assert.IsType<ConnectorResult.Sent>(sent);
        var seen = Assert.Single(await sora.ReadAsync());
        Assert.Equal("for you alone", seen.GetProperty("text").GetString());
        Assert.True(seen.GetProperty("channelData").GetProperty("demo").GetProperty("onlyYou").GetBoolean());
        Assert.Empty(await grace.ReadAsync());
        var late = await world.ClientAsync("grace", "groupChat");
        Assert.DoesNotContain("for you alone", (await late.ReadAsync()).Select(static activity => activity.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task In_A_Personal_Chat_The_Client_Refuses_Before_It_Calls()
    {
        await using var world = await ChannelWorld.StartAsync();
        var sora = await world.ClientAsync("sora");
        await sora.SaysAsync("hello");
        var message = await world.Bot.NextAsync("message");
        await sora.ReadAsync();

        var sent = await Client(world).SendTargetedAsync(Reference(message), Sender(message), Whisper, TestContext.Current.CancellationToken);

        Assert.Equal((0, "NoGroup"), sent is ConnectorResult.Refused refused ? (refused.Status, refused.Code) : default);
        Assert.Empty(await sora.ReadAsync());
    }

    [Theory]
    [InlineData("personal", "29:unknown")]
    [InlineData("groupChat", "29:unknown")]
    [InlineData("groupChat", null)]
    public async Task The_Tenant_Refuses_It_For_Nobody_And_In_A_Personal_Chat(string place, string? recipient)
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await Connectors.ChatAsync(world, "sora", place);

        using var sent = await world.AsBotAsync(HttpMethod.Post, $"{chat}?isTargetedActivity=true", new { type = "message", text = "x", recipient = new { id = recipient } });

        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (sent.StatusCode, await ChannelWorld.CodeAsync(sent)));
        Assert.Empty(await client.ReadAsync());
    }

    private static ConnectorClient Client(ChannelWorld world) => world.Bot.Client<ConnectorClient>();

    private static ConversationReference Reference(JsonElement message) => message.Deserialize<Activity>(JsonSerializerOptions.Web)!.Reference;

    private static ChannelAccount Sender(JsonElement message) => message.Deserialize<Activity>(JsonSerializerOptions.Web)!.From!;
}
