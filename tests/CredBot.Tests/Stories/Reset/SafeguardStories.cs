using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Limits that hold for the whole tenant, through the front door.</summary>
public sealed class SafeguardStories
{
    [Fact]
    [Security(24)]
    public async Task A_Second_Reset_Of_The_Same_Person_Needs_The_Next_Level_Whoever_Asks()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));

        var aiko = await world.AsksAgainAsync("aiko");
        Assert.Contains("the manager vouches", aiko.Last, StringComparison.Ordinal);
        await world.ManagerVouchesAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, (await world.ResetsAsync("daniel")).Count);

        await world.PassAsync(TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(1));
        await world.Person("daniel").OpensAgainAsync();
        var peter = await world.AsksAgainAsync("peter");
        Assert.Contains("Waiting for a second person", peter.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Security(25)]
    public async Task An_Agent_Who_Asks_Too_Often_Is_Stopped_And_Who_Is_On_Call_Hears_Of_It()
    {
        await using var world = await DemoWorld.StartAsync("--Reset:AgentPerHour=1", $"--Reset:OnCall:0={DemoWorld.IdOf("grace")}");
        await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var (mina, grace) = (world.Person("mina"), world.Person("grace"));

        await mina.AsksForResetAsync("reset sora@hanbit.example's password", "forgot it over the holidays");
        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        await grace.ReadAsync();

        Assert.Contains("You have reached your limit of requests", mina.Last, StringComparison.Ordinal);
        Assert.Contains("Alarm: a request for a reset was stopped", grace.All, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("sora"));
        Assert.Contains(StoredRows.All(world.Store), static row => row.Contains("alarm.raised", StringComparison.Ordinal));
    }

    [Fact]
    [Security(11)]
    public async Task Nobody_Is_Pushed_A_Third_Time_Within_The_Hour()
    {
        await using var world = await DemoWorld.StartAsync();
        foreach (var agent in new[] { "mina", "aiko" })
        {
            var asker = world.Person(agent);
            asker.HasTheRealCaller = false;
            await asker.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
            await asker.ClicksAsync("answer", "yes");
            await asker.ClicksAsync("verifyStop");
        }

        var peter = await world.AsksAgainAsync("peter");

        Assert.Contains("They were asked twice within the hour", peter.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(27)]
    public async Task Of_Two_Agents_Who_Are_Both_Verified_One_Resets()
    {
        await using var world = await DemoWorld.StartAsync("--Reset:Levels:Ordinary=Session");
        var (mina, aiko, daniel) = (world.Person("mina"), world.Person("aiko"), world.Person("daniel"));
        foreach (var agent in new[] { mina, aiko })
        {
            await agent.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
            await agent.ClicksAsync("answer", "yes");
        }

        await daniel.ReadAsync();
        var both = daniel.Seen.Where(static message => message.GetRawText().Contains("verifySession", StringComparison.Ordinal)).Select(static message => message.GetProperty("id").GetString()!).ToList();
        Assert.Equal(2, both.Count);
        foreach (var _ in both)
        {
            await daniel.ClicksAsync("verifySession");
        }

        await world.PassAsync(TimeSpan.FromSeconds(20));
        await mina.ReadAsync();
        await aiko.ReadAsync();

        Assert.Single(await world.ResetsAsync("daniel"));
        Assert.Single(new[] { mina, aiko }, static agent => agent.Last.Contains("Done: Daniel Lee", StringComparison.Ordinal));
        Assert.Single(new[] { mina, aiko }, static agent => agent.Last.Contains("Somebody else changed the account in the meantime", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US", "raise the threat level", "lower the threat level", "The threat level is being raised")]
    [InlineData("ko-KR", "위협 수준 올려 주세요", "위협 수준 내려", "위협 수준을 올립니다")]
    [Security(26)]
    public async Task The_Threat_Switch_Raises_Every_Level_From_The_Next_Turn_On(string locale, string raise, string lower, string said)
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:Operators:0={DemoWorld.IdOf("grace")}", $"--Reset:OnCall:0={DemoWorld.IdOf("pavel")}");
        var (grace, pavel) = (world.Person("grace"), world.Person("pavel"));
        grace.Locale = locale;

        await world.Person("mina").SaysAsync(raise);
        Assert.DoesNotContain(said, world.Person("mina").All, StringComparison.Ordinal);
        await grace.SaysAsync(raise);
        Assert.Contains(said, grace.Last, StringComparison.Ordinal);
        var aiko = await world.AsksAgainAsync("aiko");
        await pavel.ReadAsync();

        Assert.Contains("the manager vouches", aiko.Last, StringComparison.Ordinal);
        Assert.Contains("The threat level is raised", pavel.All, StringComparison.Ordinal);
        Assert.Contains(StoredRows.All(world.Store), static row => row.Contains("threat.raised", StringComparison.Ordinal));

        await grace.SaysAsync(lower);
        await world.ManagerVouchesAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await aiko.ReadAsync();
        Assert.Contains("The threat level changed in the meantime", aiko.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }
}
