using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Dialogs;

/// <summary>The silent sign-in, step by step.</summary>
public sealed class SingleSignOnTests
{
    [Fact]
    [Statement(93)]
    public async Task With_A_Stored_Token_No_Card_Is_Sent()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.SaysAsync(SigningIn.Question);
        Assert.Equal(1, sora.Answers());

        sora.SignsInSilently = false;
        await sora.SaysAsync(SigningIn.Question);

        Assert.Equal(2, sora.Answers());
        Assert.Empty(sora.SignInCards());
    }

    [Fact]
    [Statement(95)]
    public async Task The_Card_Has_One_Button_With_The_Link_And_The_Exchange()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();

        var card = sora.SignInCards()[0];

        var button = Assert.Single(card.GetProperty("buttons").EnumerateArray());
        Assert.Equal("signin", button.GetProperty("type").GetString());
        Assert.StartsWith($"{world.Http.BaseAddress}demo/entra/signin?state=", button.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.True(Guid.TryParse(card.GetProperty("tokenExchangeResource").GetProperty("id").GetString(), out _));
        Assert.Equal("graph", card.GetProperty("connectionName").GetString());
    }

    [Fact]
    [Statement(97)]
    public async Task An_Exchange_Is_Confirmed_And_The_Dialog_Goes_On_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var value = await world.ExchangeOfAsync(sora, sora.SignInCards()[0]);

        var (status, body) = await world.InvokesAsync("sora", "signin/tokenExchange", value);
        await sora.ReadAsync();

        Assert.Equal(200, status);
        Assert.Equal(
            [("id", value["id"]!.GetValue<string>()), ("connectionName", "graph")],
            JsonDocument.Parse(body).RootElement.EnumerateObject().Select(static member => (member.Name, member.Value.GetString()!)));
        Assert.Equal(1, sora.Answers());
    }

    [Fact]
    [Statement(98)]
    public async Task Three_Equal_Exchanges_At_Once_Are_All_Confirmed_And_The_Dialog_Goes_On_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var value = await world.ExchangeOfAsync(sora, sora.SignInCards()[0]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.InvokesAsync("sora", "signin/tokenExchange", value)));
        await sora.ReadAsync();

        Assert.All(answers, static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, sora.Answers());
    }

    [Fact]
    [Statement(99)]
    [Statement(100)]
    [Statement(102)]
    public async Task Three_Equal_Exchanges_Without_Consent_Get_A_412_Each_And_No_Message()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var (value, before) = (await world.ExchangeOfAsync(sora, sora.SignInCards()[0]), sora.All);
        await world.FaultAsync(new { path = "usertoken/exchange", kind = "consent" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.InvokesAsync("sora", "signin/tokenExchange", value)));
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await sora.ReadAsync();

        Assert.All(answers, answer =>
        {
            var body = JsonNode.Parse(answer.Body)!;
            Assert.Equal((412, value["id"]!.GetValue<string>()), (answer.Status, body["id"]!.GetValue<string>()));
            Assert.Equal("graph", body["connectionName"]!.GetValue<string>());
            Assert.NotEmpty(body["failureDetail"]!.GetValue<string>());
        });
        Assert.Equal(before, sora.All);
        Assert.DoesNotContain(world.Logs.All, static line => line.Contains("misconfigured", StringComparison.Ordinal));

        await world.ClearFaultsAsync();
        Assert.Equal(200, (await world.InvokesAsync("sora", "signin/tokenExchange", value)).Status);
        await sora.ReadAsync();
        Assert.Equal(1, sora.Answers());
    }

    [Theory]
    [InlineData("""{"connectionName":"another"}""")]
    [InlineData("""{"connectionName":null}""")]
    [InlineData("""{"id":"not-ours"}""")]
    [InlineData("""{"token":null}""")]
    [InlineData(null)]
    [Statement(101)]
    public async Task An_Exchange_That_Is_Not_Ours_Is_A_400_With_The_Reason(string? wrong)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var good = await world.ExchangeOfAsync(sora, sora.SignInCards()[0]);
        var bad = wrong is null ? null : good.DeepClone().AsObject();
        foreach (var (name, value) in wrong is null ? [] : JsonNode.Parse(wrong)!.AsObject())
        {
            bad![name] = value?.DeepClone();
        }

        var (status, body) = await world.InvokesAsync("sora", "signin/tokenExchange", bad);
        await sora.ReadAsync();

        Assert.Equal(400, status);
        Assert.NotEmpty(JsonNode.Parse(body)!["failureDetail"]!.GetValue<string>());
        Assert.Equal(0, sora.Answers());
        Assert.Equal(200, (await world.InvokesAsync("sora", "signin/tokenExchange", good)).Status);
    }

    [Fact]
    [Statement(101)]
    public async Task A_Wrong_Connection_Stays_Wrong_After_The_Exchange_Is_Done()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var value = await world.ExchangeOfAsync(sora, sora.SignInCards()[0]);
        await world.InvokesAsync("sora", "signin/tokenExchange", value);
        value["connectionName"] = "another";

        var (status, body) = await world.InvokesAsync("sora", "signin/tokenExchange", value);

        Assert.Equal(400, status);
        Assert.NotEmpty(JsonNode.Parse(body)!["failureDetail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GetSignInResource", "did not do its part")]
    [InlineData("usertoken/GetToken", "did not do its part")]
    [Statement(102)]
    public async Task A_Token_Service_That_Is_Down_Is_Told_With_A_Code_That_The_Log_Repeats(string path, string inLog)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.FaultAsync(new { path, kind = "status", status = 500 });
        var sora = world.Person("sora");

        await sora.SaysAsync(SigningIn.Question);

        AssertCodeIsLogged(world, sora, inLog);
    }

    [Fact]
    [Statement(102)]
    public async Task A_Broken_Connection_Is_A_400_Told_With_A_Code_And_Logged_Apart()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        await world.FaultAsync(new { path = "usertoken/exchange", kind = "status", status = 500 });

        var (status, body) = await world.InvokesAsync("sora", "signin/tokenExchange", await world.ExchangeOfAsync(sora, sora.SignInCards()[0]));
        await sora.ReadAsync();

        Assert.Equal(400, status);
        Assert.NotEmpty(JsonNode.Parse(body)!["failureDetail"]!.GetValue<string>());
        Assert.Empty(sora.SignInCards());
        AssertCodeIsLogged(world, sora, "is misconfigured");
    }

    [Fact]
    [Statement(105)]
    [Statement(96)]
    public async Task A_Client_That_Cannot_Do_It_Silently_Leads_To_The_Button_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var failure = new JsonObject { ["code"] = "resourcematchfailed", ["message"] = "Resource match failed" };

        var first = await world.InvokesAsync("sora", "signin/failure", failure);
        await sora.ReadAsync();
        var (card, seen) = (Assert.Single(sora.SignInCards()), sora.Seen.Count);
        var second = await world.InvokesAsync("sora", "signin/failure", failure);
        await sora.ReadAsync();

        Assert.Equal(((200, ""), (200, "")), (first, second));
        Assert.False(card.TryGetProperty("tokenExchangeResource", out _));
        Assert.Equal("signin", card.GetProperty("buttons")[0].GetProperty("type").GetString());
        Assert.Equal(seen, sora.Seen.Count);
        Assert.Equal(200, (await world.VerifiesAsync("sora", await world.SignsInAtAsync(SigningIn.Link(card)))).Status);
        await sora.ReadAsync();
        Assert.Equal(1, sora.Answers());
    }

    [Fact]
    [Statement(114)]
    public async Task After_The_Sign_In_The_Card_Is_Gone_And_A_Late_Click_Does_Nothing()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var card = sora.SignInCards()[0];
        var value = await world.ExchangeOfAsync(sora, card);
        await world.InvokesAsync("sora", "signin/tokenExchange", value);
        await sora.ReadAsync();
        Assert.Empty(sora.SignInCards());
        Assert.Contains("You are signed in", sora.All, StringComparison.Ordinal);
        var before = sora.All;

        var code = await world.SignsInAtAsync(SigningIn.Link(card));
        var verified = await world.VerifiesAsync("sora", code);
        var exchanged = await world.InvokesAsync("sora", "signin/tokenExchange", value);
        await sora.ReadAsync();

        Assert.Equal((404, 200), (verified.Status, exchanged.Status));
        Assert.Equal(before, sora.All);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("cancel")]
    [InlineData("sign out")]
    [Statement(114)]
    public async Task A_Card_That_Is_Asked_Anew_Or_Dropped_Loses_Its_Button(string words)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var old = SigningIn.Link(sora.SignInCards()[0]);

        await sora.SaysAsync(words);

        Assert.Equal(words is "help" ? 1 : 0, sora.SignInCards().Count);
        Assert.DoesNotContain(sora.SignInCards(), card => SigningIn.Link(card) == old);
        Assert.Contains("This sign-in card is no longer in use", sora.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Exchange_Whose_Answer_Was_Lost_Is_Found_With_The_Next_Word()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        await world.FaultAsync(new { path = "usertoken/exchange", kind = "lostReply", times = 1 });

        var lost = await world.InvokesAsync("sora", "signin/tokenExchange", await world.ExchangeOfAsync(sora, sora.SignInCards()[0]));
        await sora.ReadAsync();
        Assert.Equal((500, 0), (lost.Status, sora.Answers()));

        await sora.SaysAsync("and now");

        Assert.Equal(1, sora.Answers());
        Assert.Empty(sora.SignInCards());
    }

    private static void AssertCodeIsLogged(DemoWorld world, Person sora, string inLog)
    {
        var code = Regex.Match(sora.All, "give your administrator this number: ([0-9a-f]{8})").Groups[1].Value;
        Assert.NotEmpty(code);
        var line = Assert.Single(world.Logs.All, line => line.Contains(code, StringComparison.Ordinal));
        Assert.StartsWith("Error", line, StringComparison.Ordinal);
        Assert.Contains(inLog, line, StringComparison.Ordinal);
    }
}
