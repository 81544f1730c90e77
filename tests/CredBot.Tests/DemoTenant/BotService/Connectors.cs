using System.Net;
using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Tests.DemoTenant.DirectLine;

namespace CredBot.Tests.DemoTenant.BotService;

public sealed class Connectors
{
    private static readonly (string Method, string Path)[] Routes =
    [
        ("GET", "/demo/botservice/api/usertoken/GetToken?userId=a&connectionName=graph"),
        ("GET", "/demo/botservice/api/usertoken/GetTokenStatus?userId=a"),
        ("POST", "/demo/botservice/api/usertoken/exchange?userId=a&connectionName=graph"),
        ("POST", "/demo/botservice/api/usertoken/GetAadTokens?userId=a&connectionName=graph"),
        ("DELETE", "/demo/botservice/api/usertoken/SignOut?userId=a"),
        ("GET", "/demo/botservice/api/usertoken/GetTokenOrSignInResource?userId=a&connectionName=graph"),
        ("GET", "/demo/botservice/api/botsignin/GetSignInResource?state=a"),
        ("GET", "/demo/botservice/api/botsignin/GetSignInUrl?state=a"),
        ("POST", "/demo/botservice/v3/conversations"),
        ("POST", "/demo/botservice/v3/conversations/a/activities"),
        ("POST", "/demo/botservice/v3/conversations/a/activities/b"),
        ("PUT", "/demo/botservice/v3/conversations/a/activities/b"),
        ("DELETE", "/demo/botservice/v3/conversations/a/activities/b"),
        ("GET", "/demo/botservice/v3/conversations/a/members"),
        ("GET", "/demo/botservice/v3/conversations/a/members/b"),
        ("GET", "/demo/botservice/v3/conversations/a/pagedmembers"),
    ];

    [Fact]
    public async Task Nothing_Is_Done_Without_The_Bots_Own_Living_Token()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        var old = await world.BotTokenAsync();
        world.Time.Advance(TimeSpan.FromHours(1));
        string?[] tokens = [null, "nonsense", old, await world.SsoTokenAsync("grace")];
        foreach (var (method, path) in Routes)
        {
            foreach (var token in tokens)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Authorization = token is null ? null : new("Bearer", token);

                using var response = await world.Http.SendAsync(request);

                Assert.Equal((path, HttpStatusCode.Unauthorized, "AuthorizationError"), (path, response.StatusCode, await ChannelWorld.CodeAsync(response)));
            }
        }
    }

    [Fact]
    public async Task A_Sent_Message_Is_Created_And_Seen()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await ChatAsync(world);

        using var sent = await world.AsBotAsync(HttpMethod.Post, chat, new { type = "message", text = "안녕하세요", textFormat = "plain" });
        using var replied = await world.AsBotAsync(HttpMethod.Post, $"{chat}/f%3Asome-invoke", new { type = "message", text = "two" });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (sent.StatusCode, replied.StatusCode));
        var seen = await client.ReadAsync();
        Assert.Equal(["안녕하세요", "two"], seen.Select(static activity => activity.GetProperty("text").GetString()));
        Assert.Equal((await ChannelWorld.JsonAsync(sent)).GetProperty("id").GetString(), seen[0].GetProperty("id").GetString());
        Assert.Equal("bot", seen[0].GetProperty("from").GetProperty("role").GetString());
        Assert.Equal(client.Conversation, seen[0].GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("f:some-invoke", seen[1].GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task What_Is_Not_There_Is_Not_Found_In_Teams_Words()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (_, chat) = await ChatAsync(world);
        var message = new { type = "message", text = "x" };

        using var conversation = await world.AsBotAsync(HttpMethod.Post, "/demo/botservice/v3/conversations/a%3Aunknown/activities", message);
        using var updated = await world.AsBotAsync(HttpMethod.Put, $"{chat}/17", message);
        using var deleted = await world.AsBotAsync(HttpMethod.Delete, $"{chat}/17");

        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (conversation.StatusCode, await ChannelWorld.CodeAsync(conversation)));
        Assert.Equal((HttpStatusCode.NotFound, "ActivityNotFoundInConversation"), (updated.StatusCode, await ChannelWorld.CodeAsync(updated)));
        Assert.Equal((HttpStatusCode.NotFound, "ActivityNotFoundInConversation"), (deleted.StatusCode, await ChannelWorld.CodeAsync(deleted)));
    }

    // Source: Teams docs, agent message size limit: 100 KB counted as UTF-16.
    [Theory]
    [InlineData("a", 50_000, HttpStatusCode.Created)]
    [InlineData("a", 52_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("가", 50_000, HttpStatusCode.Created)]
    [InlineData("가", 52_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("a", 2_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_Message_Over_A_Hundred_Kilobytes_Is_Too_Big(string letter, int count, HttpStatusCode expected)
    {
        await using var world = await ChannelWorld.StartAsync();
        var (_, chat) = await ChatAsync(world);

        using var response = await world.AsBotAsync(HttpMethod.Post, chat, new { type = "message", text = string.Concat(Enumerable.Repeat(letter, count)) });

        Assert.Equal(expected, response.StatusCode);
        if (expected is HttpStatusCode.RequestEntityTooLarge)
        {
            Assert.Equal("MessageSizeTooBig", await ChannelWorld.CodeAsync(response));
        }
    }

    [Fact]
    public async Task What_Is_Not_A_Message_Is_Refused()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (_, chat) = await ChatAsync(world);

        using var array = await world.AsBotAsync(HttpMethod.Post, chat, new[] { 1 });
        using var trace = await world.AsBotAsync(HttpMethod.Post, chat, new { type = "trace" });

        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), (array.StatusCode, await ChannelWorld.CodeAsync(array)));
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (trace.StatusCode, await ChannelWorld.CodeAsync(trace)));
    }

    [Fact]
    public async Task An_Update_Replaces_The_Message_And_The_Old_Words_Are_Nowhere()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await ChatAsync(world);
        var id = await SendAsync(world, chat, "secret-7Q");
        await SendAsync(world, chat, "later");
        var before = await client.ReadAsync();
        world.Time.Advance(TimeSpan.FromSeconds(30));

        using var updated = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", new { type = "message", text = "redacted" });

        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        var again = Assert.Single(await client.ReadAsync());
        Assert.Equal((id, "redacted"), (again.GetProperty("id").GetString(), again.GetProperty("text").GetString()));
        Assert.Equal(before[0].GetProperty("timestamp").GetString(), again.GetProperty("timestamp").GetString());
        var fresh = await (await client.PollAsync(null)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret-7Q", fresh, StringComparison.Ordinal);
        var newcomer = await world.ClientAsync("sora");
        Assert.Equal(["hello", "later", "redacted"], (await newcomer.ReadAsync()).Select(static activity => activity.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_Deleted_Message_Leaves_An_Empty_Mark_To_Who_Saw_It_And_Nothing_To_Others()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await ChatAsync(world);
        var id = await SendAsync(world, chat, "secret-7Q");
        await client.ReadAsync();

        using var deleted = await world.AsBotAsync(HttpMethod.Delete, $"{chat}/{id}");

        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        var mark = Assert.Single(await client.ReadAsync());
        Assert.Equal((id, "message", ""), (mark.GetProperty("id").GetString(), mark.GetProperty("type").GetString(), mark.GetProperty("text").GetString()));
        Assert.True(mark.GetProperty("channelData").GetProperty("demo").GetProperty("deleted").GetBoolean());
        Assert.Equal("hello", Assert.Single(await (await world.ClientAsync("sora")).ReadAsync()).GetProperty("text").GetString());
        using var again = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", new { type = "message", text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_Persons_Own_Words_Are_Not_The_Bots_To_Change()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await ChatAsync(world);
        var id = await client.SaysAsync("mine");

        using var response = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", new { type = "message", text = "yours" });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_Personal_Chat_Is_Created_Once_And_Waits_For_Its_Person()
    {
        await using var world = await ChannelWorld.StartAsync();
        var olivia = await (await world.AsBotAsync(HttpMethod.Get, $"{await GroupAsync(world)}/pagedmembers")).Content.ReadAsStringAsync();
        var member = JsonDocument.Parse(olivia).RootElement.GetProperty("members").EnumerateArray().Single(static member => member.GetProperty("userPrincipalName").GetString() == "olivia@hanbit.example");
        var first = await CreateAsync(member.GetProperty("id").GetString()!);
        var second = await CreateAsync(member.GetProperty("aadObjectId").GetString()!);
        await SendAsync(world, $"/demo/botservice/v3/conversations/{Uri.EscapeDataString(first)}/activities", "please approve");

        var seen = await (await world.ClientAsync("olivia")).ReadAsync();

        Assert.Equal(first, second);
        Assert.Equal("please approve", Assert.Single(seen).GetProperty("text").GetString());

        async Task<string> CreateAsync(string id)
        {
            using var created = await world.AsBotAsync(HttpMethod.Post, "/demo/botservice/v3/conversations", new { isGroup = false, members = new[] { new { id } }, tenantId = ChannelWorld.TenantId });
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            return (await ChannelWorld.JsonAsync(created)).GetProperty("id").GetString()!;
        }
    }

    [Theory]
    [InlineData("""{"isGroup":false,"members":[],"tenantId":"22222222-2222-4222-8222-222222222222"}""", "BadSyntax")]
    [InlineData("""{"isGroup":true,"members":[{"id":"29:x"}],"tenantId":"22222222-2222-4222-8222-222222222222"}""", "BadSyntax")]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:x"}],"tenantId":"22222222-2222-4222-8222-222222222222"}""", "BadArgument")]
    [InlineData("""{"isGroup":false,"members":[{"id":"29:x"}],"tenantId":"44444444-4444-4444-8444-444444444444"}""", "BadArgument")]
    public async Task A_Conversation_That_Cannot_Be_Is_Refused(string body, string code)
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        using var response = await world.AsBotAsync(HttpMethod.Post, "/demo/botservice/v3/conversations", JsonDocument.Parse(body).RootElement);

        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, await ChannelWorld.CodeAsync(response)));
    }

    [Fact]
    public async Task A_Thread_Begins_With_Its_First_Message()
    {
        await using var world = await ChannelWorld.StartAsync();
        await world.ClientAsync("sora", "channel");
        var channel = (await world.Bot.NextAsync("conversationUpdate")).GetProperty("conversation").GetProperty("id").GetString();

        using var created = await world.AsBotAsync(HttpMethod.Post, "/demo/botservice/v3/conversations",
            new { isGroup = true, channelData = new { channel = new { id = channel }, tenant = new { id = ChannelWorld.TenantId } }, activity = new { type = "message", text = "news" } });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var answer = await ChannelWorld.JsonAsync(created);
        Assert.StartsWith($"{channel};messageid=", answer.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(answer.GetProperty("activityId").GetString()!);
    }

    [Fact]
    public async Task The_Roster_Tells_Who_Is_There()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var group = await GroupAsync(world);

        var members = await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Get, $"{group}/members"));
        using var sora = await world.AsBotAsync(HttpMethod.Get, $"{group}/members/{Uri.EscapeDataString(visit.UserId)}");
        using var nobody = await world.AsBotAsync(HttpMethod.Get, $"{group}/members/29:nobody");

        Assert.True(members.GetArrayLength() > 10);
        Assert.Equal("sora@hanbit.example", (await ChannelWorld.JsonAsync(sora)).GetProperty("userPrincipalName").GetString());
        Assert.Equal((HttpStatusCode.NotFound, "MemberNotFoundInConversation"), (nobody.StatusCode, await ChannelWorld.CodeAsync(nobody)));
    }

    [Fact]
    public async Task The_Products_Own_Client_Sends_Updates_And_Deletes()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        var joined = await world.Bot.NextAsync("conversationUpdate");
        var (connector, token) = (world.Bot.Client<ConnectorClient>(), TestContext.Current.CancellationToken);
        var chat = new ConversationReference
        {
            ChannelId = "msteams",
            ServiceUrl = joined.GetProperty("serviceUrl").GetString(),
            Conversation = new ConversationAccount { Id = joined.GetProperty("conversation").GetProperty("id").GetString() },
        };

        var sent = Assert.IsType<ConnectorResult.Sent>(await connector.SendAsync(chat, new Activity { Type = "message", Text = "one" }, token));
        var updated = await connector.UpdateAsync(chat, sent.Id, new Activity { Type = "message", Text = "two" }, token);

        Assert.IsType<ConnectorResult.Sent>(updated);
        Assert.Equal("two", Assert.Single(await client.ReadAsync()).GetProperty("text").GetString());
        Assert.IsType<ConnectorResult.Sent>(await connector.DeleteAsync(chat, sent.Id, token));
        Assert.Equal("ActivityNotFoundInConversation", Assert.IsType<ConnectorResult.Refused>(await connector.DeleteAsync(chat, sent.Id, token)).Code);
    }

    internal static async Task<(Client Client, string Activities)> ChatAsync(ChannelWorld world, string person = "sora", string type = "personal")
    {
        var client = await world.ClientAsync(person, type);
        await client.SaysAsync("hello");
        var message = await world.Bot.NextAsync("message");
        await client.ReadAsync();
        return (client, $"/demo/botservice/v3/conversations/{Uri.EscapeDataString(message.GetProperty("conversation").GetProperty("id").GetString()!)}/activities");
    }

    internal static async Task<string> SendAsync(ChannelWorld world, string activities, string text) =>
        (await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Post, activities, new { type = "message", text }))).GetProperty("id").GetString()!;

    private static async Task<string> GroupAsync(ChannelWorld world)
    {
        var (_, activities) = await ChatAsync(world, "grace", "groupChat");
        return activities[..^"/activities".Length];
    }
}
