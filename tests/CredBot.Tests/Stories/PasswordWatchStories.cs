using CredBot.Tests.Stories.Diagnosis;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>After the card sent somebody to the reset page, the bot sees by itself that it worked.</summary>
public sealed class PasswordWatchStories
{
    private const string Korean = "비밀번호 재설정 어떻게 해요?";
    private const string English = "how do I reset my password?";

    [Theory]
    [InlineData("ko-KR", Korean, "앞으로 30분 동안", "암호가 변경되었습니다")]
    [InlineData("en-US", English, "For the next 30 minutes", "Your password was changed")]
    public async Task The_Card_Turns_By_Itself_And_Nothing_Is_Asked(string locale, string question, string watching, string changed)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, locale, question);
        Assert.Contains(watching, sora.Last, StringComparison.Ordinal);
        var messages = sora.Seen.Count;

        await world.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(20));
        await ResetsThemselvesAsync(world, "sora");
        await world.PassAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();

        Assert.Contains(changed, sora.Last, StringComparison.Ordinal);
        Assert.Contains("TIME(2026-11-24T", sora.Last, StringComparison.Ordinal);
        Assert.Equal(messages, sora.Seen.Count);
    }

    [Fact]
    public async Task After_Half_An_Hour_The_Card_Is_As_It_Was_And_Graph_Is_Left_In_Peace()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);
        world.Reads.Forget();

        await world.PassAsync(TimeSpan.FromMinutes(31), TimeSpan.FromSeconds(20));
        await sora.OpensAgainAsync();

        Assert.Contains("You can reset your password yourself", sora.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("For the next 30 minutes", sora.Last, StringComparison.Ordinal);
        Assert.False(sora.Sees("stopWatch"));
        var looks = world.Reads.All.Count;
        Assert.InRange(looks, 20, 45);

        await ResetsThemselvesAsync(world, "sora");
        await world.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        Assert.Equal(looks, world.Reads.All.Count);
    }

    [Fact]
    public async Task The_Person_Stops_It()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);

        var answer = await sora.ClicksAsync("stopWatch");
        await sora.ReadAsync();
        world.Reads.Forget();
        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));

        Assert.Contains("I have stopped watching", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("For the next 30 minutes", sora.Last, StringComparison.Ordinal);
        Assert.Empty(world.Reads.All);
    }

    [Fact]
    public async Task Nobody_Else_Stops_It()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        var answer = await daniel.InvokeAsync(sora.Button("stopWatch").Action);

        Assert.Contains("not a watch of yours", answer.GetRawText(), StringComparison.Ordinal);
        await ResetsThemselvesAsync(world, "sora");
        await world.PassAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();
        Assert.Contains("Your password was changed", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_Asks_Again_Is_Watched_For_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);
        await sora.SaysAsync(English);
        world.Reads.Forget();

        await world.PassAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20));
        await ResetsThemselvesAsync(world, "sora");
        await world.PassAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();

        Assert.InRange(world.Reads.All.Count, 1, 5);
        Assert.Single(sora.Seen, static message => message.GetRawText().Contains("Your password was changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_Goes_On_After_A_Restart()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);

        await world.RestartBotAsync();
        await ResetsThemselvesAsync(world, "sora");
        await world.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();

        Assert.Contains("Your password was changed", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Sign_In_That_Ended_Is_Said_And_An_Outage_Is_Waited_Out()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);
        await world.FaultAsync(new { path = "/v1.0/me$", kind = "status", status = 503, retryAfter = 60, times = 2 });
        await world.PassAsync(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();
        Assert.Contains("For the next 30 minutes", sora.Last, StringComparison.Ordinal);

        world.ForgetSignIn("sora");
        await world.PassAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();

        Assert.Contains("Your sign-in has ended", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Look_That_Fails_In_Any_Way_Is_Made_Again()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = await AskAsync(world, "en-US", English);

        await Assert.AllAsync(FailingRead.Ways, async status =>
        {
            const string path = "/v1.0/me$";
            await world.FaultAsync(status is 0 ? new { path, kind = "slow", seconds = 60 } : (object)new { path, kind = "status", status, retryAfter = 60 });
            world.Reads.Forget();
            world.Time.Advance(TimeSpan.FromSeconds(21));
            await (status is 0 ? world.OutlastAsync(path, world.DrainAsync()) : world.DrainAsync());
            await world.ClearFaultsAsync();
            await sora.ReadAsync();

            Assert.NotEmpty(world.Reads.All);
            Assert.Contains("For the next 30 minutes", sora.Last, StringComparison.Ordinal);
        });

        await ResetsThemselvesAsync(world, "sora");
        await world.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(20));
        await sora.ReadAsync();
        Assert.Contains("Your password was changed", sora.Last, StringComparison.Ordinal);
    }

    private static async Task<Person> AskAsync(DemoWorld world, string locale, string question)
    {
        var sora = world.Person("sora");
        sora.Locale = locale;
        await sora.SaysAsync(question);
        return sora;
    }

    private static async Task ResetsThemselvesAsync(DemoWorld world, string person)
    {
        using var response = await world.Http.PostAsync($"/demo/people/{person}/password", null);
        response.EnsureSuccessStatusCode();
    }
}
