using System.Net;
using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Tests.Conformance;
using Microsoft.AspNetCore.Http;

namespace CredBot.Tests.DemoTenant.DirectLine;

public sealed class Delivery
{
    [Fact]
    public async Task The_Bot_Meets_The_Person_At_The_Start()
    {
        await using var world = await ChannelWorld.StartAsync();
        await world.ClientAsync("sora", locale: "ko-KR");

        var (joined, installed) = (await world.Bot.NextAsync(), await world.Bot.NextAsync());

        Assert.Equal("conversationUpdate", joined.GetProperty("type").GetString());
        Assert.Equal([$"28:{ChannelWorld.AppId}", joined.GetProperty("from").GetProperty("id").GetString()],
            joined.GetProperty("membersAdded").EnumerateArray().Select(static member => member.GetProperty("id").GetString()));
        Assert.Equal("ko-KR", joined.GetProperty("locale").GetString());
        Assert.Equal("installationUpdate", installed.GetProperty("type").GetString());
        Assert.Equal("add", installed.GetProperty("action").GetString());
    }

    [Fact]
    public async Task A_Second_Client_Of_The_Same_Person_Joins_The_Same_Chat_Without_A_Second_Install()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (first, second) = (await world.ClientAsync("sora"), await world.ClientAsync("sora"));
        await first.SaysAsync("hello");
        await world.DeliveredAsync();

        Assert.NotEqual(first.Conversation, second.Conversation);
        Assert.Equal("hello", Assert.Single(await second.ReadAsync()).GetProperty("text").GetString());
        Assert.Equal(["conversationUpdate", "installationUpdate", "message"], world.Bot.Unread().Select(static activity => activity.GetProperty("type").GetString()));
    }

    [Fact]
    [Statement(140)]
    public async Task A_Message_Reaches_The_Bot_As_Teams_Brings_It()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("jun");
        var id = (await ChannelWorld.JsonAsync(await client.PostAsync(new
        {
            type = "message",
            text = "비밀번호를 잊어버렸어요",
            locale = "ko-KR",
            from = new { id = "dl_grace", aadObjectId = "forged" },
            channelData = new { tenant = new { id = "forged" }, clientActivityID = "c1" },
            serviceUrl = "http://evil.example",
        }))).GetProperty("id").GetString();

        var message = await world.Bot.NextAsync("message");

        Assert.Equal(id, message.GetProperty("id").GetString());
        Assert.Equal("msteams", message.GetProperty("channelId").GetString());
        Assert.Equal($"{world.Url}/demo/botservice/", message.GetProperty("serviceUrl").GetString());
        Assert.Equal("비밀번호를 잊어버렸어요", message.GetProperty("text").GetString());
        Assert.Equal("ko-KR", message.GetProperty("locale").GetString());
        Assert.Equal($"28:{ChannelWorld.AppId}", message.GetProperty("recipient").GetProperty("id").GetString());
        var from = message.GetProperty("from");
        Assert.StartsWith("29:", from.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("박준 (Park Jun)", from.GetProperty("name").GetString());
        Assert.True(Guid.TryParse(from.GetProperty("aadObjectId").GetString(), out _));
        var conversation = message.GetProperty("conversation");
        Assert.StartsWith("a:", conversation.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("personal", conversation.GetProperty("conversationType").GetString());
        Assert.Equal(ChannelWorld.TenantId, conversation.GetProperty("tenantId").GetString());
        Assert.False(conversation.TryGetProperty("isGroup", out _));
        Assert.Equal(ChannelWorld.TenantId, message.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        var clientInfo = Assert.Single(message.GetProperty("entities").EnumerateArray());
        Assert.Equal(("clientInfo", "ko-KR", "KR", "Web"), (Text(clientInfo, "type"), Text(clientInfo, "locale"), Text(clientInfo, "country"), Text(clientInfo, "platform")));
        Assert.Equal(ChannelWorld.TenantId, world.Bot.Headers["x-ms-tenant-id"]);
    }

    [Fact]
    public async Task Every_Request_Passes_The_Products_Own_Check()
    {
        await using var world = await ChannelWorld.StartAsync();
        await (await world.ClientAsync("sora")).SaysAsync("hello");
        await (await world.ClientAsync("sora", "groupChat")).SaysAsync("hello");
        await (await world.ClientAsync("sora", "channel")).SaysAsync("hello");
        await world.DeliveredAsync();

        Assert.Equal(9, world.Bot.Verdicts.Count);
        Assert.All(world.Bot.Verdicts, static verdict => Assert.IsType<TokenVerdict.Accepted>(verdict));
    }

    [Fact]
    public async Task A_Card_Submit_Has_A_Value_And_No_Text()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await client.PostAsync(new { type = "message", value = new { choice = "x" }, replyToId = "17", channelData = new { postBack = true } });

        var message = await world.Bot.NextAsync("message");

        Assert.False(message.TryGetProperty("text", out _));
        Assert.Equal("x", message.GetProperty("value").GetProperty("choice").GetString());
        Assert.Equal("17", Text(message, "replyToId"));
    }

    [Fact]
    public async Task In_A_Group_The_Bot_Is_Spoken_To_By_Name()
    {
        await using var world = await ChannelWorld.StartAsync();
        await (await world.ClientAsync("sora", "groupChat")).SaysAsync("reset my password");

        var message = await world.Bot.NextAsync("message");

        Assert.Equal("<at>CredBot</at> reset my password", Text(message, "text"));
        var mention = message.GetProperty("entities").EnumerateArray().Single(static entity => Text(entity, "type") == "mention");
        Assert.Equal($"28:{ChannelWorld.AppId}", mention.GetProperty("mentioned").GetProperty("id").GetString());
        Assert.Contains(Text(mention, "text")!, Text(message, "text"), StringComparison.Ordinal);
        Assert.Matches("^19:.+@thread\\.v2$", Text(message.GetProperty("conversation"), "id"));
        Assert.True(message.GetProperty("conversation").GetProperty("isGroup").GetBoolean());
    }

    [Fact]
    public async Task In_A_Channel_Each_Conversation_Is_A_Thread_Of_The_Teams_Channel()
    {
        await using var world = await ChannelWorld.StartAsync();
        await (await world.ClientAsync("sora", "channel")).SaysAsync("<at>CredBot</at> hello");
        await world.DeliveredAsync();

        // The channel and the thread are two conversations: which is first is nobody's promise.
        var arrived = world.Bot.Unread();
        var (joined, message) = (arrived.Single(static activity => Text(activity, "type") is "conversationUpdate"), arrived.Single(static activity => Text(activity, "type") is "message"));

        Assert.Matches("^19:.+@thread\\.tacv2$", Text(joined.GetProperty("conversation"), "id"));
        Assert.Matches("^19:.+@thread\\.tacv2;messageid=[0-9]+$", Text(message.GetProperty("conversation"), "id"));
        Assert.Equal("channel", Text(message.GetProperty("conversation"), "conversationType"));
        Assert.Equal("<at>CredBot</at> hello", Text(message, "text"));
        var channelData = message.GetProperty("channelData");
        Assert.Equal(Text(joined.GetProperty("conversation"), "id"), Text(channelData.GetProperty("channel"), "id"));
        Assert.NotEmpty(Text(channelData.GetProperty("team"), "name")!);
    }

    [Fact]
    public async Task A_Message_The_Bot_Failed_Comes_Again_Under_The_Same_Id_And_Before_The_Next()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Unread();
        world.Bot.Answer(StatusCodes.Status503ServiceUnavailable);
        var id = await client.SaysAsync("one");
        await client.SaysAsync("two");
        await world.DeliveredAsync();
        Assert.Equal(["one"], world.Bot.Unread().Select(static activity => Text(activity, "text")));

        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.DeliveredAsync();

        var again = world.Bot.Unread();
        Assert.Equal(["one", "two"], again.Select(static activity => Text(activity, "text")));
        Assert.Equal(id, Text(again[0], "id"));
    }

    [Fact]
    public async Task A_Message_The_Bot_Keeps_Failing_Is_Given_Up_And_Does_Not_Block_The_Next()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Unread();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            world.Bot.Answer(StatusCodes.Status500InternalServerError);
        }

        await client.SaysAsync("one");
        await client.SaysAsync("two");
        for (var second = 0; second < 40; second++)
        {
            await world.DeliveredAsync();
            world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["one", "one", "one", "one", "one", "one", "two"], world.Bot.Unread().Select(static activity => Text(activity, "text")));
    }

    [Fact]
    public async Task A_Message_The_Bot_Refuses_Does_Not_Come_Again()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Unread();
        world.Bot.Answer(StatusCodes.Status400BadRequest);
        await client.SaysAsync("one");
        await world.DeliveredAsync();
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.DeliveredAsync();

        Assert.Single(world.Bot.Unread());
    }

    [Fact]
    public async Task A_Silent_Bot_Gets_The_Message_Again_After_Fifteen_Seconds()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Unread();
        world.Bot.Answer(static context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var id = await client.SaysAsync("one");
        Assert.Equal(id, Text(await world.Bot.NextAsync(), "id"));

        world.Time.Advance(TimeSpan.FromSeconds(15));
        await world.DeliveredAsync();
        world.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(id, Text(await world.Bot.NextAsync(), "id"));
    }

    [Fact]
    public async Task What_Was_Posted_While_The_Bot_Was_Down_Is_Delivered_In_Order_When_It_Is_Back()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        var client = await world.ClientAsync("sora");
        await client.SaysAsync("one");
        await client.SaysAsync("two");
        for (var second = 0; second < 150; second++)
        {
            await world.DeliveredAsync();
            world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await world.DeliveredAsync();
        await world.StartBotAsync();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.DeliveredAsync();

        Assert.Equal(["conversationUpdate", "installationUpdate", "message", "message"], world.Bot.Unread().Select(static activity => Text(activity, "type")));
    }

    [Fact]
    public async Task A_Post_Is_Answered_Though_The_Bot_Hangs()
    {
        await using var world = await ChannelWorld.StartAsync();
        world.Bot.Answer(static context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        var client = await world.ClientAsync("sora");

        using var answer = await client.PostAsync(new { type = "message", text = "hello" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Typing_And_A_Clients_Own_Events_Stay_Away_From_The_Bot()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await world.DeliveredAsync();
        world.Bot.Unread();
        using var typing = await client.PostAsync(new { type = "typing" });
        using var joined = await client.PostAsync(new { type = "event", name = "webchat/join" });
        using var read = await client.PostAsync(new { type = "event", name = "application/vnd.microsoft.readReceipt", value = new { } });
        await world.DeliveredAsync();

        Assert.All([typing, joined, read], static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal("application/vnd.microsoft.readReceipt", Text(Assert.Single(world.Bot.Unread()), "name"));
        Assert.Empty(await client.ReadAsync());
    }

    [Fact]
    public async Task An_Edit_Keeps_The_Messages_Id_And_Replaces_Its_Text()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        var id = await client.SaysAsync("helo");
        using var edited = await client.PostAsync(new { type = "messageUpdate", id, text = "hello" });

        var update = await world.Bot.NextAsync("messageUpdate");

        Assert.Equal((id, "hello", "editMessage"), (Text(update, "id"), Text(update, "text"), Text(update.GetProperty("channelData"), "eventType")));
        Assert.Equal("hello", Text(Assert.Single(await client.ReadAsync()), "text"));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
