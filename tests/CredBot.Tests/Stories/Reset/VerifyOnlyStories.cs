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
    [InlineData("통화 상대가 daniel@hanbit.example 본인이 맞는지 확인해 주세요", "ko-KR", "Daniel Lee 님이 맞는지 확인할까요?")]
    public async Task Any_Agent_May_Verify_And_Nothing_More(string words, string locale, string question)
    {
        await using var world = await DemoWorld.StartAsync();
        var ursula = world.Person("ursula");
        ursula.Locale = locale;
        await ursula.SaysAsync(words);
        await ursula.SaysAsync(locale is "ko-KR" ? "내선 번호를 물어봄" : "asks for an extension");

        Assert.Contains(question, ursula.Last, StringComparison.Ordinal);
    }

    /// <summary>Who could not reset them has no business asking them either.</summary>
    [Theory]
    [InlineData("sora", "verify the caller daniel@hanbit.example")]
    [InlineData("peter", "verify the caller mina@hanbit.example")]
    public async Task Whoever_Is_No_Agent_Pushes_Nobody(string person, string words)
    {
        await using var world = await DemoWorld.StartAsync();
        var somebody = world.Person(person);
        await somebody.SaysAsync(words);

        Assert.Contains("cannot be verified here", somebody.Last, StringComparison.Ordinal);
        Assert.False(somebody.Sees("answer"));
    }

    [Theory]
    [InlineData("본인 확인을 할 수 없다고 나와요")]
    [InlineData("비밀번호 재설정하는데 본인확인이 안 돼요")]
    [InlineData("verify the identity provider of our domain")]
    public void A_Trouble_With_Ones_Own_Verification_Is_Another_Question(string words) =>
        Assert.DoesNotContain(CredBot.Dialogs.Routing.CallerIntents.Spoken, route => route.Words.IsMatch(words));

    private static async Task<Person> AskAsync(DemoWorld world, string words)
    {
        var mina = world.Person("mina");
        await mina.SaysAsync(words);
        await mina.SaysAsync("wants to know where his laptop is");
        await mina.ClicksAsync("answer", "yes");
        return mina;
    }
}
