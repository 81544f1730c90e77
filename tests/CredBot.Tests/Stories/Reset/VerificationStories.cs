using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Nothing is reset before the caller is verified: who is asked, what is shown, and how it ends.</summary>
public sealed class VerificationStories
{
    [Fact]
    public async Task The_Agent_Reads_A_Number_And_The_Caller_Types_It()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, daniel) = (await AskedAsync(world), world.Person("daniel"));


        Assert.Contains("Read this number to them", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
        var number = Callers.Number(mina.Seen[^1])!;

        await daniel.ReadAsync();
        Assert.Contains("이미나 (Lee Mina) wants to reset your password", daniel.All, StringComparison.Ordinal);
        Assert.DoesNotContain(number, daniel.All, StringComparison.Ordinal);

        var answer = await daniel.TypesNumberAsync(number);
        Assert.Contains("The help desk goes on", answer.GetRawText(), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(number, mina.All, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    private static async Task<Person> AskedAsync(DemoWorld world)
    {
        var mina = world.Person("mina");
        mina.HasTheRealCaller = false;
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await mina.ClicksAsync("answer", "yes");
        return mina;
    }
}
