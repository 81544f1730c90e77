using System.Text.Json.Nodes;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>The known break-ins at help desks, played again: each ends in refusal, and somebody hears of it.</summary>
public sealed class AttackStories
{
    private static readonly string OnCall = $"--Reset:OnCall:0={DemoWorld.IdOf("grace")}";

    /// <summary>MGM Resorts, 2023: name, number and birth date, all found in public, were enough for the desk.</summary>
    [Fact]
    [Security(9)]
    [Security(16)]
    public async Task A_Caller_With_Public_Facts_Gets_As_Far_As_The_Number_Nobody_Reads_To_The_Real_Person()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.HasTheRealCaller = false;
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "knows employee number H1002, birth date and manager, is very sure, urgent");
        await mina.ClicksAsync("answer", "yes");
        Assert.Contains("Read this number to them", mina.Last, StringComparison.Ordinal);

        // Nothing the agent says or presses goes on without it.
        await mina.SaysAsync("I have verified him myself, go on");
        await mina.SaysAsync("yes");
        await world.PassAsync(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(30));
        await mina.ReadAsync();

        Assert.Empty(await world.ResetsAsync("daniel"));
        Assert.Contains("No answer came in time", mina.All, StringComparison.Ordinal);
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        Assert.Contains("was asked for and did not happen", daniel.All, StringComparison.Ordinal);
    }

    /// <summary>Clorox and its outsourced desk, 2023 (complaint of July 2025): a second account in the same call.</summary>
    [Fact]
    [Security(8)]
    public async Task A_Second_Account_In_The_Same_Call_Is_Verified_By_Itself()
    {
        await using var world = await DemoWorld.StartAsync(OnCall);
        var mina = await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));

        mina.HasTheRealCaller = false;
        await mina.AsksForResetAsync("reset sora@hanbit.example's password", "the same caller again");
        await mina.ClicksAsync("answer", "yes");
        var number = Callers.Number(mina.Seen[^1])!;
        var (daniel, sora) = (world.Person("daniel"), world.Person("sora"));
        await sora.ReadAsync();

        await daniel.InvokeAsync(Callers.WithNumber(sora.Button("verifyNumber").Action, number));
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.ResetsAsync("sora"));
        await AssertAlarmAsync(world, "A click was forged");
    }

    /// <summary>A click that was never offered: every verb, with the right operation and the wrong hand.</summary>
    [Theory]
    [InlineData("verifySession")]
    [InlineData("verifyVouch")]
    [InlineData("verifyApprove")]
    [InlineData("verified")]
    [InlineData("safeguardGranted")]
    [InlineData("typed")]
    [InlineData("approved")]
    [Security(1)]
    [Security(8)]
    public async Task A_Forged_Card_Does_Not_Pass_For_A_Proof(string verb)
    {
        await using var world = await DemoWorld.StartAsync(OnCall);
        var mina = await world.AskedForProofAsync();
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        var forged = daniel.Button("verifyNumber").Action;
        forged["verb"] = verb;

        foreach (var person in new[] { "mina", "daniel", "olivia" })
        {
            await world.Person(person).InvokeAsync(forged.DeepClone());
        }

        var reset = forged.DeepClone();
        reset["data"]!["operation"] = forged["data"]!["operation"]!.GetValue<string>().Replace(":verification", "", StringComparison.Ordinal);
        await mina.InvokeAsync(reset);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.ResetsAsync("daniel"));
        if (verb.StartsWith("verify", StringComparison.Ordinal))
        {
            await AssertAlarmAsync(world, "A click was forged");
        }
    }

    /// <summary>Somebody from another organisation, or a guest, says they are from IT.</summary>
    [Fact]
    [Security(2)]
    public async Task A_Guest_Starts_Nothing_And_Gets_One_Neutral_Reply()
    {
        await using var world = await DemoWorld.StartAsync(OnCall);
        var marie = world.Person("marie");

        await marie.SaysAsync("reset daniel@hanbit.example's password");

        Assert.Contains("That is not something CredBot can do for you", marie.Last, StringComparison.Ordinal);
        Assert.False(marie.Sees("answer"));
        Assert.Empty(await world.LedgerAsync());
        await AssertAlarmAsync(world, "A guest asked for a colleague to be reset");
    }

    /// <summary>An approval that was given once is played again.</summary>
    [Fact]
    [Security(19)]
    public async Task An_Approval_Counts_Once()
    {
        await using var world = await DemoWorld.StartAsync(OnCall);
        var mina = await world.AskedForProofAsync();
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        var typed = Callers.WithNumber(daniel.Button("verifyNumber").Action, Callers.Number(mina.Seen[^1])!);
        await daniel.InvokeAsync(typed.DeepClone());
        await world.PassAsync(TimeSpan.FromSeconds(10));

        JsonNode[] again = [typed.DeepClone(), typed.DeepClone()];
        foreach (var click in again)
        {
            Assert.Contains("This verification is over", (await daniel.InvokeAsync(click)).GetRawText(), StringComparison.Ordinal);
        }

        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));
        await AssertAlarmAsync(world, "was sent again");
    }

    /// <summary>The agent's role is taken away while the caller is verified.</summary>
    [Fact]
    [Security(4)]
    public async Task A_Role_Lost_While_The_Caller_Is_Verified_Stops_The_Act()
    {
        await using var world = await DemoWorld.StartAsync();
        var gilbert = world.Person("gilbert");
        gilbert.HasTheRealCaller = false;
        world.Time.Advance(TimeSpan.FromMinutes(27));
        await gilbert.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await gilbert.ClicksAsync("answer", "yes");
        var number = Callers.Number(gilbert.Seen[^1])!;
        world.Time.Advance(TimeSpan.FromMinutes(4));

        await world.Person("daniel").TypesNumberAsync(number);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await gilbert.ReadAsync();

        Assert.Contains("Failed: Daniel Lee's password was not reset", gilbert.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    /// <summary>Whose roles protect them is refused before anything is asked, also by those whom Entra would let.</summary>
    [Theory]
    [InlineData("pavel", "grace", "holds a directory role")]
    [InlineData("pavel", "hyejin", "is in a protected group")]
    [Security(21)]
    public async Task A_Protected_Account_Is_Not_Reset_In_Chat_By_Anybody(string agent, string subject, string why)
    {
        await using var world = await DemoWorld.StartAsync();
        var pavel = world.Person(agent);

        await pavel.SaysAsync($"reset {subject}@hanbit.example's password");

        Assert.Contains(why, pavel.Last, StringComparison.Ordinal);
        Assert.Contains("It is not reset in chat", pavel.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    /// <summary>The audit tells the whole story in ids.</summary>
    [Fact]
    [Security(36)]
    public async Task Every_Step_Is_In_The_Audit_With_Level_And_Policy()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var lines = await world.AuditAsync();
        string[] steps = ["reset.asked", "reset.opened", "verification.asked.NumberMatch", "verification.passed.NumberMatch", "reset.verified", "reset.calling.1", "reset.succeeded", "sessions.revoked", "subject.told", "manager.told"];
        Assert.All(steps, step => Assert.Contains(lines, line => line.Contains($"\"action\":\"{step}\"", StringComparison.Ordinal)));
        Assert.Contains(lines, static line => line.Contains("\"level\":\"NumberMatch\"", StringComparison.Ordinal) && line.Contains("\"policy\":\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.Contains("holidays", StringComparison.Ordinal) || line.Contains("Daniel", StringComparison.Ordinal));
    }

    /// <summary>Clorox: the password, and in the same call the other factor.</summary>
    [Fact]
    [Security(23)]
    public async Task Whoever_Got_A_Password_Is_Not_Given_A_Pass_By_The_Same_Agent()
    {
        await using var world = await DemoWorld.StartAsync(OnCall);
        var aiko = await world.AsksAgainAsync("aiko");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));

        await aiko.AsksForResetAsync("issue a temporary access pass for daniel@hanbit.example", "and now the phone, he says");
        await aiko.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await aiko.ReadAsync();

        Assert.Contains("does not change both the password and the methods", aiko.Last, StringComparison.Ordinal);
        Assert.Empty(await world.PassesAsync("daniel"));
        await AssertAlarmAsync(world, "wanted to change both the password and the methods");
    }

    /// <summary>The agent who asks is no second person, whatever their click says.</summary>
    [Fact]
    [Security(17)]
    public async Task An_Approver_Who_Is_The_Requester_Is_None()
    {
        await using var world = await DemoWorld.StartAsync(OnCall, $"--Reset:Vips:0={DemoWorld.IdOf("daniel")}");
        var mina = await world.AsksAgainAsync("mina");
        var peter = world.Person("peter");
        await peter.ReadAsync();

        await mina.InvokeAsync(peter.Button("verifyApprove").Action);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.ResetsAsync("daniel"));
        await AssertAlarmAsync(world, "A click was forged");
    }

    private static async Task AssertAlarmAsync(DemoWorld world, string because)
    {
        var grace = world.Person("grace");
        await grace.ReadAsync();
        Assert.Contains("Alarm: ", grace.All, StringComparison.Ordinal);
        Assert.Contains(because, grace.All, StringComparison.Ordinal);
    }
}
