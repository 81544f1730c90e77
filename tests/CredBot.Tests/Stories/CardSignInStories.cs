using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>A button that acts under the person's rights, when the token is gone.</summary>
public sealed class CardSignInStories
{
    private const string LoginRequest = "application/vnd.microsoft.activity.loginRequest";

    [Theory]
    [InlineData("ko-KR", "로그인")]
    [InlineData("en-US", "Sign in")]
    [Statement(117)]
    public async Task Without_A_Token_The_Confirmation_Asks_For_One_And_Starts_Nothing(string locale, string button)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        world.ForgetSignIn("mina");

        var (status, body) = await world.DeliverAsync("mina", CardInvokes.Of(mina.Button("answer", "yes").Action));
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((200, 401, LoginRequest), (status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        var card = body.GetProperty("value");
        Assert.Equal("graph", card.GetProperty("connectionName").GetString());
        var only = Assert.Single(card.GetProperty("buttons").EnumerateArray());
        Assert.Equal(("signin", button), (only.GetProperty("type").GetString(), only.GetProperty("title").GetString()));
        Assert.StartsWith("http", only.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(card.GetProperty("tokenExchangeResource").GetProperty("id").GetString()!);
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("ko-KR", "완료: Daniel Lee")]
    [InlineData("en-US", "Done: Daniel Lee")]
    [Statement(117)]
    public async Task Teams_Brings_The_Token_And_The_Action_Goes_On_Once(string locale, string done)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        world.ForgetSignIn("mina");
        var said = mina.Seen.Count;

        await mina.ConfirmsResetAsync(world);

        Assert.Contains(done, mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
        // No card to sign in with was posted: the click itself brought the token.
        Assert.Equal(said, mina.Seen.Count);
    }

    [Fact]
    public async Task Asking_For_A_Reset_From_A_Verdict_Asks_For_The_Token_First()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("may I reset daniel@hanbit.example's password?");
        var reset = mina.Button("reset").Action;
        world.ForgetSignIn("mina");

        var (_, body) = await world.DeliverAsync("mina", CardInvokes.Of(reset));
        Assert.Equal(LoginRequest, body.GetProperty("type").GetString());

        await mina.ClicksAsync("reset");
        Assert.Contains("Why is Daniel Lee's password to be reset?", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(118)]
    public async Task A_Token_That_Cannot_Be_Exchanged_Is_Answered_412_And_A_Good_One_Then_Goes_On()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        world.ForgetSignIn("mina");
        var yes = mina.Button("answer", "yes").Action;
        var said = mina.Seen.Count;
        await world.FaultAsync(new { path = "usertoken/exchange", kind = "consent" });

        var (status, body) = await world.DeliverAsync("mina", CardInvokes.Of(yes, more: await AuthenticationAsync(world, "mina")));
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((200, 412, "application/vnd.microsoft.error.preconditionFailed"),
            (status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        Assert.NotEmpty(body.GetProperty("value").GetProperty("code").GetString()!);
        Assert.Empty(await world.LedgerAsync());
        await mina.ReadAsync();
        Assert.Equal(said, mina.Seen.Count);

        await world.ClearFaultsAsync();
        await world.DeliverAsync("mina", CardInvokes.Of(yes, more: await AuthenticationAsync(world, "mina")));
        await mina.ReadAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    public async Task Another_Persons_Token_Or_Connection_Does_Not_Pass()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        world.ForgetSignIn("mina");
        var yes = mina.Button("answer", "yes").Action;
        var elsewhere = await AuthenticationAsync(world, "mina");
        elsewhere["authentication"]!["connectionName"] = "other";

        var foreign = await world.DeliverAsync("mina", CardInvokes.Of(yes, more: await AuthenticationAsync(world, "grace")));
        var wrong = await world.DeliverAsync("mina", CardInvokes.Of(yes, more: elsewhere));
        var empty = await world.DeliverAsync("mina", CardInvokes.Of(yes, more: new JsonObject { ["authentication"] = new JsonObject() }));
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal([412, 400, 400], new[] { foreign, wrong, empty }.Select(static answer => answer.Body.GetProperty("statusCode").GetInt32()));
        Assert.Empty(await world.LedgerAsync());
    }

    [Fact]
    public async Task A_Code_Passes_Once_It_Is_The_Right_One()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        world.ForgetSignIn("mina");
        var yes = mina.Button("answer", "yes").Action;
        var (_, asked) = await world.DeliverAsync("mina", CardInvokes.Of(yes));
        var code = await SignInAsync(world, asked.GetProperty("value").GetProperty("buttons")[0].GetProperty("value").GetString()!);

        foreach (var wrong in new[] { code == "000000" ? "000001" : "000000", "12345", "abcdef" })
        {
            var (status, body) = await world.DeliverAsync("mina", CardInvokes.Of(yes, more: new JsonObject { ["state"] = wrong }));
            Assert.Equal((200, 401, "application/vnd.microsoft.error.incorrectAuthCode", JsonValueKind.Null),
                (status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString(), body.GetProperty("value").ValueKind));
        }

        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await world.LedgerAsync());
        await world.DeliverAsync("mina", CardInvokes.Of(yes, more: new JsonObject { ["state"] = code }));
        await mina.ReadAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("ko-KR", "usertoken/GetToken", "지금은 로그인 서비스를 사용할 수 없습니다")]
    [InlineData("en-US", "botsignin/GetSignInResource", "The sign-in service cannot be used right now")]
    public async Task A_Token_Service_That_Is_Down_Is_Said_And_Nothing_Starts(string locale, string path, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        world.ForgetSignIn("mina");
        await world.FaultAsync(new { path, kind = "status", status = 503 });

        var (status, body) = await world.DeliverAsync("mina", CardInvokes.Of(mina.Button("answer", "yes").Action));
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((200, 500, "application/vnd.microsoft.error"), (status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
        Assert.Contains(sentence, body.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    private static async Task<JsonObject> AuthenticationAsync(DemoWorld world, string person)
    {
        using var minted = await world.Http.PostAsync($"/demo/people/{person}/sso-token", null);
        var token = JsonNode.Parse(await minted.Content.ReadAsStringAsync())!["token"]!.GetValue<string>();
        return new JsonObject { ["authentication"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["connectionName"] = "graph", ["token"] = token } };
    }

    /// <returns>The six digits that the sign-in page shows.</returns>
    private static async Task<string> SignInAsync(DemoWorld world, string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("account", "")]) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await world.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["state"]!.GetValue<string>();
    }
}
