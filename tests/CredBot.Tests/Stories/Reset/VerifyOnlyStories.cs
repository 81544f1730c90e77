using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>A desk that verifies callers and changes nothing.</summary>
public sealed class VerifyOnlyStories
{
    [Fact]
    [Security(43)]
    public async Task Who_May_Only_Verify_Verifies_By_The_Same_Gates_And_Resets_Nothing()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:VerifyOnly:0={DemoWorld.IdOf("mina")}");
        var mina = await AskAsync(world, "reset daniel@hanbit.example's password");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        Assert.Contains("Verified: the caller is Daniel Lee", mina.Last, StringComparison.Ordinal);
        Assert.Contains("hand the call to a colleague who may", mina.Last, StringComparison.Ordinal);
        Assert.Contains("The help desk has verified you on a call", daniel.All, StringComparison.Ordinal);
        Assert.False(mina.Sees("reveal"));
        Assert.Empty(await world.LedgerAsync());
        Assert.Contains(await world.AuditAsync(), static line => line.Contains("\"action\":\"identity.verified\"", StringComparison.Ordinal));
    }

    [Fact]
    [Security(43)]
    public async Task What_Was_Verified_Is_Good_For_No_Reset()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:VerifyOnly:0={DemoWorld.IdOf("mina")}");
        await AskAsync(world, "reset daniel@hanbit.example's password");
        await world.PassAsync(TimeSpan.FromSeconds(10));

        var aiko = world.Person("aiko");
        aiko.HasTheRealCaller = false;
        await aiko.AsksForResetAsync("reset daniel@hanbit.example's password", "mina has verified him");
        await aiko.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await aiko.ReadAsync();

        Assert.Contains("Waiting for Daniel Lee", aiko.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("verify the caller daniel@hanbit.example", "en-US", "Verify that the caller is Daniel Lee?")]
    [InlineData("통화 상대가 daniel@hanbit.example 맞는지 본인 확인해 주세요", "ko-KR", "Daniel Lee 님이 맞는지 확인할까요?")]
    public async Task Any_Agent_May_Verify_And_Nothing_More(string words, string locale, string question)
    {
        await using var world = await DemoWorld.StartAsync();
        var ursula = world.Person("ursula");
        ursula.Locale = locale;
        await ursula.SaysAsync(words);
        await ursula.SaysAsync(locale is "ko-KR" ? "내선 번호를 물어봄" : "asks for an extension");

        Assert.Contains(question, ursula.Last, StringComparison.Ordinal);
    }

    private static async Task<Person> AskAsync(DemoWorld world, string words)
    {
        var mina = world.Person("mina");
        await mina.SaysAsync(words);
        await mina.SaysAsync("wants to know where his laptop is");
        await mina.ClicksAsync("answer", "yes");
        return mina;
    }
}
