using System.Net;
using System.Net.Http.Json;
using CredBot.Tests.Conformance;
using CredBot.Tests.DemoTenant.BotService;

namespace CredBot.Tests.DemoTenant.DirectLine;

public sealed class Protocol
{
    [Fact]
    public async Task Generate_Start_And_Start_Again()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = new Client(world, "sora");
        await client.GenerateAsync();
        var conversation = client.Conversation;

        using var first = await client.SendAsync(HttpMethod.Post, "/conversations", JsonContent.Create(new { user = new { } }));
        using var second = await client.SendAsync(HttpMethod.Post, "/conversations");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        var started = await ChannelWorld.JsonAsync(first);
        Assert.Equal(conversation, started.GetProperty("conversationId").GetString());
        Assert.Equal(1800, started.GetProperty("expires_in").GetInt32());
        Assert.StartsWith("ws://127.0.0.1:", started.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user":{"id":"dl_nobody"}}""")]
    [InlineData("""{"user":{"id":"sora"}}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    public async Task Only_Somebody_Of_The_Tenant_Gets_A_Token(string body)
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        using var response = await world.Http.PostAsync("/v3/directline/tokens/generate", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    [Statement(139)]
    public async Task Missing_False_Late_And_Foreign_Tokens_Are_Refused_Each_In_Its_Way()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, grace) = (await world.ClientAsync("sora"), await world.ClientAsync("grace"));
        var (own, path) = (sora.Token, $"/conversations/{sora.Conversation}/activities");
        (string Token, HttpStatusCode Status, string Code)[] rows =
        [
            ("x", HttpStatusCode.Unauthorized, "Unauthorized"),
            ($"{own[..^4]}AAAA", HttpStatusCode.Unauthorized, "Unauthorized"),
            (await world.SsoTokenAsync("sora"), HttpStatusCode.Unauthorized, "Unauthorized"),
            (grace.Token, HttpStatusCode.Forbidden, "BadArgument"),
        ];
        foreach (var (token, status, code) in rows)
        {
            sora.Token = token;
            using var refused = await sora.SendAsync(HttpMethod.Get, path);
            Assert.Equal((status, code), (refused.StatusCode, await ChannelWorld.CodeAsync(refused)));
        }

        sora.Token = own;
        world.Time.Advance(TimeSpan.FromMinutes(30));
        foreach (var late in (HttpResponseMessage[])[await sora.SendAsync(HttpMethod.Get, path), await sora.SendAsync(HttpMethod.Post, "/tokens/refresh")])
        {
            Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (late.StatusCode, await ChannelWorld.CodeAsync(late)));
        }
    }

    [Fact]
    public async Task A_Refreshed_Token_Lives_On()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        world.Time.Advance(TimeSpan.FromMinutes(29));
        var refreshed = await ChannelWorld.JsonAsync(await client.SendAsync(HttpMethod.Post, "/tokens/refresh"));
        world.Time.Advance(TimeSpan.FromMinutes(29));

        client.Token = refreshed.GetProperty("token").GetString()!;

        Assert.Equal(client.Conversation, refreshed.GetProperty("conversationId").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.PollAsync(null)).StatusCode);
    }

    [Fact]
    public async Task A_Conversation_Never_Started_Is_Not_Found()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = new Client(world, "sora");
        await client.GenerateAsync();

        using var response = await client.PollAsync(null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    [Statement(137)]
    [Statement(140)]
    public async Task A_Message_Is_Echoed_With_Its_Id_Its_Client_Id_And_Its_True_Author()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        var id = (await ChannelWorld.JsonAsync(await client.PostAsync(new
        {
            type = "message", text = "hi", from = new { id = "dl_grace" }, channelData = new { clientActivityID = "c1" },
        }))).GetProperty("id").GetString();

        var echo = Assert.Single(await client.ReadAsync());

        Assert.Equal(id, echo.GetProperty("id").GetString());
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("dl_sora", echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_Message_Posted_Twice_By_A_Client_In_Doubt_Is_One_Message()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        var message = new { type = "message", text = "hi", channelData = new { clientActivityID = "c1" } };

        var first = await ChannelWorld.JsonAsync(await client.PostAsync(message));
        var second = await ChannelWorld.JsonAsync(await client.PostAsync(message));

        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Single(await client.ReadAsync());
    }

    [Fact]
    public async Task Watermarks_Only_Grow_And_Show_Only_What_Is_New()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await Connectors.ChatAsync(world);
        var id = await Connectors.SendAsync(world, chat, "one");
        Assert.Single(await client.ReadAsync());
        var before = long.Parse(client.Watermark!, System.Globalization.CultureInfo.InvariantCulture);
        using var updated = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", new { type = "message", text = "two" });

        Assert.Single(await client.ReadAsync());
        Assert.Empty(await client.ReadAsync());

        Assert.True(long.Parse(client.Watermark!, System.Globalization.CultureInfo.InvariantCulture) > before);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PollAsync("abc")).StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"invoke"}""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""[]""")]
    [InlineData("not json")]
    public async Task What_A_Client_Must_Not_Say_Is_Refused(string body)
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");

        using var response = await client.SendAsync(HttpMethod.Post, $"/conversations/{client.Conversation}/activities", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_Activity_Over_The_Limit_Is_Too_Big()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");

        using var response = await client.PostAsync(new { type = "message", text = new string('x', 300_000) });

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (response.StatusCode, await ChannelWorld.CodeAsync(response)));
    }

    [Fact]
    public async Task In_A_Group_Everybody_Reads_Everybody_And_Only_The_Own_Words_Are_The_Own()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, grace) = (await world.ClientAsync("sora", "groupChat"), await world.ClientAsync("grace", "groupChat"));
        await sora.SaysAsync("hello all");

        var from = Assert.Single(await grace.ReadAsync()).GetProperty("from");

        Assert.Equal(("dl_sora", "김소라 (Kim Sora)"), (from.GetProperty("id").GetString(), from.GetProperty("name").GetString()));
        Assert.False(from.TryGetProperty("role", out _));
    }

    // Only programs of this machine: a page from elsewhere neither reads nor writes.
    [Theory]
    [InlineData("http://localhost:5173", HttpStatusCode.NoContent)]
    [InlineData("http://127.0.0.1:8080", HttpStatusCode.NoContent)]
    [InlineData("http://[::1]:8080", HttpStatusCode.NoContent)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Another_Origin_Is_Answered_Only_On_Loopback(string origin, HttpStatusCode expected)
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,x-ms-bot-agent,x-requested-with");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate") { Content = JsonContent.Create(new { user = new { id = "dl_sora" } }) };
        request.Headers.Add("Origin", origin);

        using var asked = await world.Http.SendAsync(preflight);
        using var answered = await world.Http.SendAsync(request);

        Assert.Equal(expected, asked.StatusCode);
        var allowed = expected is HttpStatusCode.NoContent;
        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answered.StatusCode);
        Assert.Equal(allowed, answered.Headers.TryGetValues("Access-Control-Allow-Origin", out var names) && names.Single() == origin);
    }

    [Fact]
    public async Task A_Name_Bent_To_This_Machine_Gets_Nothing()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/people");
        request.Headers.Host = "evil.example";

        using var response = await world.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
