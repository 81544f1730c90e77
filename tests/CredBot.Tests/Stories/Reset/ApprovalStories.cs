using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Others than the caller are asked: the manager who vouches, a second person who approves.</summary>
public sealed class ApprovalStories
{
    [Fact]
    [Security(17)]
    public async Task Whoever_Cannot_Use_Teams_Is_Vouched_For_By_The_Manager_Of_Record()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, olivia) = (await world.AskedForProofAsync(), world.Person("olivia"));

        await mina.ClicksAsync("verifyManager");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await mina.ReadAsync();
        Assert.Contains("Waiting for Daniel Lee's manager", mina.Last, StringComparison.Ordinal);
        Assert.Contains("Olivia Jones", mina.Last, StringComparison.Ordinal);

        await olivia.ReadAsync();
        Assert.Contains("Do you vouch for Daniel Lee?", olivia.All, StringComparison.Ordinal);
        Assert.Contains("call them on a number you already know", olivia.All, StringComparison.Ordinal);
        await olivia.ClicksAsync("verifyVouch");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("mina", true, 1, 0)]
    [InlineData("mina", true, 7 * 24, 1)]
    // Without a first look CredBot knows no other manager, and the agent may not read the log.
    [InlineData("mina", false, 1, 1)]
    // Whoever may read the directory's log needs no first look.
    [InlineData("grace", false, 1, 0)]
    [Security(12)]
    public async Task A_Manager_Who_Was_Put_There_Lately_Does_Not_Vouch(string agent, bool seenBefore, int hoursLater, int resets)
    {
        await using var world = await DemoWorld.StartAsync("--Reset:Levels:Ordinary=ManagerVouches", "--Reset:CoolDown=00:00:00", "--Reset:SignInWithin=1.00:00:00");
        var person = world.Person(agent);
        if (seenBefore)
        {
            await AskAsync(person);
            await person.ClicksAsync("verifyStop");
        }

        await world.SetsManagerAsync("ursula", "daniel", "peter");
        if (seenBefore)
        {
            await world.PassAsync(TimeSpan.FromMinutes(10));
            await AskAsync(person);
            Assert.Contains("was changed lately, so that person's word does not count", person.All, StringComparison.Ordinal);
        }

        await world.PassAsync(TimeSpan.FromHours(hoursLater), TimeSpan.FromHours(1));
        await person.OpensAgainAsync();
        await AskAsync(person);
        var peter = world.Person("peter");
        await peter.ReadAsync();
        if (peter.Sees("verifyVouch"))
        {
            await peter.ClicksAsync("verifyVouch");
        }

        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(resets, (await world.ResetsAsync("daniel")).Count);
    }

    private static async Task AskAsync(Person agent)
    {
        await agent.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await agent.ClicksAsync("answer", "yes");
        await agent.ReadAsync();
    }

    [Fact]
    [Security(17)]
    [Security(19)]
    public async Task A_Very_Important_Person_Takes_Two_And_The_First_To_Answer_Decides()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:Vips:0={DemoWorld.IdOf("daniel")}");
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        Assert.Contains("Verification: two persons", mina.Last, StringComparison.Ordinal);
        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        await mina.ReadAsync();
        Assert.Contains("Waiting for a second person", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));

        var (peter, aiko) = (world.Person("peter"), world.Person("aiko"));
        await peter.ReadAsync();
        await aiko.ReadAsync();
        var late = aiko.Button("verifyApprove").Action;
        await peter.ClicksAsync("verifyApprove");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var answer = await aiko.InvokeAsync(late);
        await mina.ReadAsync();

        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
        Assert.Contains("This verification is over", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("mina")]
    [InlineData("daniel")]
    [InlineData("sora")]
    [Security(17)]
    public async Task Neither_The_Agent_Nor_The_Subject_Nor_Somebody_Without_The_Right_Approves(string person)
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:Vips:0={DemoWorld.IdOf("daniel")}");
        var mina = await world.AsksAgainAsync("mina");
        var peter = world.Person("peter");
        await peter.ReadAsync();

        var answer = await world.Person(person).InvokeAsync(peter.Button("verifyApprove").Action);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains("Only the person who was asked", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Waiting for a second person", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(17)]
    public async Task Whoever_Is_Named_As_An_Approver_And_Lost_The_Right_Cannot_Approve()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:Vips:0={DemoWorld.IdOf("daniel")}", $"--Reset:Approvers:0={DemoWorld.IdOf("olivia")}");
        var mina = await world.AsksAgainAsync("mina");
        var olivia = world.Person("olivia");
        await olivia.SaysAsync("what may I do?");

        var answer = await olivia.ClicksAsync("verifyApprove");
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("Your role cannot reset this person", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(18)]
    public async Task An_Approval_Of_Other_Facts_Is_None()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:Vips:0={DemoWorld.IdOf("daniel")}");
        await world.AsksAgainAsync("mina");
        var peter = world.Person("peter");
        await peter.ReadAsync();
        var action = peter.Button("verifyApprove").Action;
        action["data"]!["binding"] = new string('0', 32);

        await peter.InvokeAsync(action);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.ResetsAsync("daniel"));
    }
}
