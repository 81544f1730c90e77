using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Dialogs;

/// <summary>The sign-in by a code: handed over by the client, or typed.</summary>
public sealed class SignInCodeTests
{
    [Fact]
    [Statement(103)]
    public async Task A_Good_Code_Is_Answered_200_Without_A_Body_And_The_Dialog_Goes_On()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();

        var answer = await world.VerifiesAsync("sora", await sora.SignsInByHandAsync());
        await sora.ReadAsync();

        Assert.Equal((200, ""), answer);
        Assert.Equal(1, sora.Answers());
    }

    [Fact]
    [Statement(103)]
    public async Task A_Bad_Code_Is_A_404_And_The_Sign_In_Still_Waits()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();

        var answer = await world.VerifiesAsync("sora", "not a code");
        await sora.ReadAsync();

        Assert.Equal((404, ""), answer);
        Assert.Single(sora.SignInCards());
        Assert.Equal(200, (await world.VerifiesAsync("sora", await sora.SignsInByHandAsync())).Status);
    }

    [Fact]
    [Statement(103)]
    public async Task A_Code_That_Could_Not_Be_Checked_Is_A_500_And_Works_When_It_Comes_Again()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var invoke = world.Dress("sora", "sora", new JsonObject
        {
            ["type"] = "invoke", ["name"] = "signin/verifyState", ["value"] = new JsonObject { ["state"] = await sora.SignsInByHandAsync() },
        }).ToJsonString();
        await world.FaultAsync(new { path = "usertoken/GetToken", kind = "status", status = 503 });

        var down = await world.DeliverAsync(invoke);
        await world.ClearFaultsAsync();
        var again = await world.DeliverAsync(invoke);
        await sora.ReadAsync();

        Assert.Equal(((500, ""), (200, "")), (down, again));
        Assert.Equal(1, sora.Answers());
    }

    [Fact]
    [Statement(103)]
    public async Task A_Cancelled_Sign_In_Ends_The_Prompt()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var code = await sora.SignsInByHandAsync();

        var answer = await world.VerifiesAsync("sora", "CancelledByUser");
        var late = await world.VerifiesAsync("sora", code);
        await sora.ReadAsync();

        Assert.Equal((200, ""), answer);
        Assert.Equal(404, late.Status);
        Assert.Contains("You did not sign in", sora.All, StringComparison.Ordinal);
        Assert.Empty(sora.SignInCards());
        Assert.Equal(0, sora.Answers());
    }

    [Fact]
    [Statement(104)]
    public async Task Another_Persons_Code_Does_Not_Complete_A_Pending_Sign_In()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var code = await sora.SignsInByHandAsync();

        var foreign = await world.VerifiesAsync("grace", code, chatOf: "sora");
        var cancelled = await world.VerifiesAsync("grace", "CancelledByUser", chatOf: "sora");
        var failed = await world.InvokesAsync("grace", "signin/failure", new JsonObject { ["code"] = "resourcematchfailed" }, chatOf: "sora");
        await sora.ReadAsync();

        Assert.Equal((404, 404, 200), (foreign.Status, cancelled.Status, failed.Status));
        Assert.True(Assert.Single(sora.SignInCards()).TryGetProperty("tokenExchangeResource", out _));
        Assert.Equal(0, sora.Answers());
        Assert.Equal(200, (await world.VerifiesAsync("sora", code)).Status);
        await sora.ReadAsync();
        Assert.Equal(1, sora.Answers());
    }

    [Theory]
    [InlineData("Ticket {0} please")]
    [InlineData("{0}?")]
    [InlineData("1{0}")]
    [Statement(106)]
    public async Task Digits_In_A_Sentence_Are_No_Code(string words)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        var code = await sora.SignsInByHandAsync();

        await sora.SaysAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, code));
        Assert.Equal(0, sora.Answers());
        Assert.Single(sora.SignInCards());

        // Not even looked up: it would be used up.
        await sora.SaysAsync(code);
        Assert.Equal(1, sora.Answers());
    }

    [Fact]
    [Statement(107)]
    public async Task A_Code_After_15_Minutes_Ends_The_Prompt_Without_A_Token()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await world.AskedToSignInAsync();
        await world.PassAsync(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(1));
        var code = await sora.SignsInByHandAsync();
        await world.PassAsync(TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(1));

        await sora.SaysAsync(code);

        Assert.Contains("Nobody signed in within 15 minutes", sora.All, StringComparison.Ordinal);
        Assert.Empty(sora.SignInCards());
        Assert.Equal(0, sora.Answers());
        await sora.SaysAsync(SigningIn.Question);
        Assert.Single(sora.SignInCards());
    }
}
