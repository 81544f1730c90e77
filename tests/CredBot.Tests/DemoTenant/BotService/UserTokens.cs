using System.Net;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Tests.DemoTenant.DirectLine;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CredBot.Tests.DemoTenant.BotService;

public sealed class UserTokens
{
    [Fact]
    public async Task An_Exchange_Signs_The_Person_In_With_The_Scopes_The_Product_Needs()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "mina");
        Assert.Null(await visit.TokenAsync());

        using var exchanged = await visit.ExchangeAsync();

        Assert.Equal(HttpStatusCode.OK, exchanged.StatusCode);
        var answer = await ChannelWorld.JsonAsync(exchanged);
        Assert.Equal(("msteams", "graph"), (answer.GetProperty("channelId").GetString(), answer.GetProperty("connectionName").GetString()));
        Assert.Equal(world.Time.GetUtcNow().AddHours(1), answer.GetProperty("expiration").GetDateTimeOffset());
        var jwt = new JsonWebToken(answer.GetProperty("token").GetString());
        Assert.Equal("https://graph.microsoft.com", Assert.Single(jwt.Audiences));
        var scopes = jwt.GetPayloadValue<string>("scp").Split(' ');
        Assert.Contains("UserAuthenticationMethod.ReadWrite.All", scopes);
        Assert.Contains("LicenseAssignment.Read.All", scopes);
        Assert.Equal(answer.GetProperty("token").GetString(), await visit.TokenAsync());
    }

    [Fact]
    public async Task Graph_Takes_The_Token_And_Knows_The_Person()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "mina");
        using var exchanged = await visit.ExchangeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/graph/v1.0/me");
        request.Headers.Authorization = new("Bearer", await visit.TokenAsync());

        using var me = await world.Http.SendAsync(request);

        Assert.Equal("mina@hanbit.example", (await ChannelWorld.JsonAsync(me)).GetProperty("userPrincipalName").GetString());
    }

    [Fact]
    public async Task Somebody_Elses_Token_Is_Not_Exchanged()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        using var response = await visit.ExchangeAsync(await world.SsoTokenAsync("grace"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(await visit.TokenAsync());
    }

    [Fact]
    public async Task An_Old_A_Broken_And_A_Foreign_Token_Are_Not_Exchanged()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var old = await world.SsoTokenAsync("sora");
        world.Time.Advance(TimeSpan.FromHours(1));
        var broken = $"{(await world.SsoTokenAsync("sora"))[..^4]}AAAA";

        foreach (var token in (string[])[old, broken, await world.BotTokenAsync(), "no token"])
        {
            using var response = await visit.ExchangeAsync(token);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Without_Consent_The_Exchange_Asks_For_It_Until_The_Person_Accepts()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        using var revoked = await world.Http.DeleteAsync("/demo/people/sora/consent");
        using var refused = await visit.ExchangeAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "consent_required"), (refused.StatusCode, await ChannelWorld.CodeAsync(refused)));

        await visit.CodeAsync();
        using var exchanged = await visit.ExchangeAsync();

        Assert.Equal(HttpStatusCode.OK, exchanged.StatusCode);
    }

    [Fact]
    public async Task The_Consent_Fault_Asks_For_Consent_Once()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        using var set = await world.Http.PostAsync("/demo/faults", new StringContent(
            """{"path":"/usertoken/exchange","kind":"consent","times":1}""", System.Text.Encoding.UTF8, "application/json"));

        using var first = await visit.ExchangeAsync();
        using var second = await visit.ExchangeAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "consent_required"), (first.StatusCode, await ChannelWorld.CodeAsync(first)));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task An_Unknown_Connection_Is_Misconfigured_And_An_Unknown_User_Has_Nothing()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        using var connection = await visit.ExchangeAsync(connection: "other");
        using var user = await world.AsBotAsync(HttpMethod.Post, "/demo/botservice/api/usertoken/exchange?userId=29:nobody&connectionName=graph&channelId=msteams", new { token = "x" });

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.NotFound), (connection.StatusCode, user.StatusCode));
    }

    [Fact]
    public async Task A_Disabled_Account_Gets_No_Token()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "tom");

        using var response = await visit.ExchangeAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (response.StatusCode, await ChannelWorld.CodeAsync(response)));
    }

    [Fact]
    public async Task A_Token_Is_Renewed_Before_It_Ends()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        using var exchanged = await visit.ExchangeAsync();
        var first = await visit.TokenAsync();
        world.Time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal(first, await visit.TokenAsync());

        world.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await visit.TokenAsync();

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_Token_Is_Not_Renewed_For_Somebody_Who_Took_Their_Consent_Back()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        using var exchanged = await visit.ExchangeAsync();
        using var revoked = await world.Http.DeleteAsync("/demo/people/sora/consent");
        Assert.NotNull(await visit.TokenAsync());

        world.Time.Advance(TimeSpan.FromMinutes(56));

        Assert.Null(await visit.TokenAsync());
    }

    [Fact]
    public async Task A_Token_Is_Not_Renewed_After_The_Sessions_Were_Revoked()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, grace) = (await TokenVisit.StartAsync(world, "sora"), await TokenVisit.StartAsync(world, "grace"));
        using var first = await sora.ExchangeAsync();
        using var second = await grace.ExchangeAsync();
        world.Time.Advance(TimeSpan.FromMinutes(1));
        using var revoke = new HttpRequestMessage(HttpMethod.Post, "/demo/graph/v1.0/users/sora@hanbit.example/revokeSignInSessions");
        revoke.Headers.Authorization = new("Bearer", await grace.TokenAsync());
        using var revoked = await world.Http.SendAsync(revoke);
        Assert.True(revoked.IsSuccessStatusCode);

        world.Time.Advance(TimeSpan.FromMinutes(56));

        Assert.Null(await sora.TokenAsync());
        using var again = await sora.ExchangeAsync();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Signing_Out_Forgets()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        using var exchanged = await visit.ExchangeAsync();

        using var response = await visit.SignOutAsync();

        Assert.True(response.IsSuccessStatusCode);
        Assert.Null(await visit.TokenAsync());
    }

    [Fact]
    public async Task Token_Exchange_Is_Offered_Only_To_A_Bot_That_Says_Who_It_Is()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        var (named, nameless) = (await visit.ResourceAsync(), await visit.ResourceAsync(appId: null));

        Assert.Equal($"api://botid-{ChannelWorld.AppId}", named.GetProperty("tokenExchangeResource").GetProperty("uri").GetString());
        Assert.True(Guid.TryParse(named.GetProperty("tokenExchangeResource").GetProperty("id").GetString(), out _));
        Assert.False(nameless.TryGetProperty("tokenExchangeResource", out _));
        Assert.True(nameless.TryGetProperty("signInLink", out _));
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("e30=")]
    [InlineData("bm8ganNvbg==")]
    public async Task A_State_That_Cannot_Be_Read_Is_Refused(string state)
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        using var response = await world.AsBotAsync(HttpMethod.Get, $"/demo/botservice/api/botsignin/GetSignInResource?state={Uri.EscapeDataString(state)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Status_Token_Or_Resource_And_Graph_Tokens_By_Resource_Agree()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var either = $"{visit.Path("GetTokenOrSignInResource")}&state={visit.State()}";
        var resources = new { resourceUrls = new[] { "https://graph.microsoft.com/", "https://elsewhere.example" } };
        Assert.False((await StatusAsync()).GetProperty("hasToken").GetBoolean());
        Assert.True((await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Get, either))).TryGetProperty("signInResource", out _));
        using var none = await world.AsBotAsync(HttpMethod.Post, visit.Path("GetAadTokens"), resources);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var exchanged = await visit.ExchangeAsync();

        var map = await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Post, visit.Path("GetAadTokens"), resources));

        Assert.True((await StatusAsync()).GetProperty("hasToken").GetBoolean());
        Assert.True((await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Get, either))).TryGetProperty("tokenResponse", out _));
        Assert.Equal(["https://graph.microsoft.com/"], map.EnumerateObject().Select(static entry => entry.Name));

        async Task<System.Text.Json.JsonElement> StatusAsync() => (await ChannelWorld.JsonAsync(await world.AsBotAsync(HttpMethod.Get, visit.Path("GetTokenStatus"))))[0];
    }

    [Fact]
    public async Task The_Products_Own_Client_Finds_Its_Way()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var (client, token) = (world.Bot.Client<UserTokenClient>(), TestContext.Current.CancellationToken);
        Assert.IsType<TokenAnswer.None>(await client.GetTokenAsync(visit.UserId, "graph", "msteams", null, token));
        var resource = await client.GetSignInResourceAsync("graph", new ConversationReference { User = new ChannelAccount { Id = visit.UserId }, ChannelId = "msteams" }, token);
        Assert.NotNull(resource?.TokenExchangeResource);

        var exchanged = await client.ExchangeAsync(visit.UserId, "graph", "msteams", await world.SsoTokenAsync("sora"), token);

        Assert.IsType<ExchangeAnswer.Exchanged>(exchanged);
        Assert.IsType<TokenAnswer.Found>(await client.GetTokenAsync(visit.UserId, "graph", "msteams", null, token));
        Assert.True(await client.SignOutAsync(visit.UserId, "graph", "msteams", token));
    }

    [Fact]
    public async Task Nobody_Has_No_Token()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);

        using var response = await world.Http.PostAsync("/demo/people/nobody/sso-token", null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
