using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>«What would happen if this agent reset that user now?»: the answer of the rules, and nothing else.</summary>
public sealed class ForecastStories
{
    [Theory]
    [InlineData("what would happen if mina@hanbit.example reset daniel@hanbit.example now?", "It would be done after verification", "number match")]
    [InlineData("what would happen if peter@hanbit.example resets mina@hanbit.example's password?", "It would be refused", "holds")]
    [InlineData("what would happen if mina@hanbit.example reset marie@partner.example", "It would be refused", "home organisation")]
    [InlineData("what would happen if sora@hanbit.example reset daniel@hanbit.example", "It would be refused", "no role")]
    [InlineData("dry run: aiko@hanbit.example resets daniel@hanbit.example", "It would be done after verification", "Temporary Access Pass could be issued")]
    public async Task Each_Outcome_Is_Told_With_Its_Reason(string words, string headline, string because)
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");
        await grace.SaysAsync(words);

        Assert.Contains(headline, grace.Last, StringComparison.Ordinal);
        Assert.Contains(because, grace.Last, StringComparison.Ordinal);
        Assert.Contains("nothing was changed, nobody was asked or told", grace.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        Assert.False(daniel.Sees("objectToReset") || daniel.Sees("verifyNumber"));
    }

    [Fact]
    public async Task An_Agent_Sees_Their_Own_Limits_And_The_Raised_Level_And_It_Counts_Against_None()
    {
        await using var world = await DemoWorld.StartAsync("--Reset:AsksPerHour=2");
        var mina = await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        for (var time = 0; time < 5; time++)
        {
            await mina.SaysAsync("what would happen if I reset daniel@hanbit.example's password now?");
            Assert.Contains("the manager vouches", mina.Last, StringComparison.Ordinal);
            Assert.Contains("It would be done after verification", mina.Last, StringComparison.Ordinal);
        }

        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    public async Task Others_Learn_Nothing_Of_What_Happened_To_Somebody_Lately()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForProofAsync();
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        await daniel.ClicksAsync("verifyDeny");
        await world.PassAsync(TimeSpan.FromSeconds(5));

        var ursula = world.Person("ursula");
        await ursula.SaysAsync("what would happen if mina@hanbit.example reset daniel@hanbit.example now?");
        await mina.SaysAsync("what would happen if I reset daniel@hanbit.example now?");

        Assert.Contains("told to that agent and to operators of CredBot alone", ursula.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("resets are stopped", ursula.Last, StringComparison.Ordinal);
        Assert.Contains("resets are stopped", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Korean_Too()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:Vips:0={DemoWorld.IdOf("daniel")}");
        var mina = world.Person("mina");
        mina.Locale = "ko-KR";
        await mina.SaysAsync("내가 daniel@hanbit.example 비밀번호를 재설정하면 어떻게 되나요?");

        Assert.Contains("확인 후 재설정됩니다", mina.Last, StringComparison.Ordinal);
        Assert.Contains("숫자 일치, 두 번째 사람의 승인", mina.Last, StringComparison.Ordinal);
    }
}
