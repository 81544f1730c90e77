using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Where nobody can be verified: a flow of its own, in which somebody named for it takes it upon themselves, and the daily report says so.</summary>
public sealed class ExceptionStories
{
    private static readonly string Approver = $"--Reset:ExceptionApprovers:0={DemoWorld.IdOf("pavel")}";
    private static readonly string OnCall = $"--Reset:OnCall:0={DemoWorld.IdOf("grace")}";

    [Fact]
    [Security(16)]
    public async Task Somebody_Named_For_It_Reads_The_Reason_Approves_And_Is_In_The_Daily_Report()
    {
        await using var world = await DemoWorld.StartAsync(Approver, OnCall);
        var (mina, pavel, grace) = (await AskForExceptionAsync(world), world.Person("pavel"), world.Person("grace"));
        await pavel.ReadAsync();
        Assert.Contains("Do you approve a reset of Daniel Lee without verification?", pavel.All, StringComparison.Ordinal);
        Assert.Contains("stuck at the airport, badge checked by the gate", pavel.All, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));

        await pavel.ClicksAsync("verifyApprove");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        Assert.Contains("Done: Daniel Lee's password was reset", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));

        await world.PassAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        await grace.ReadAsync();
        Assert.Contains("Daily report: 1 reset without verification", grace.All, StringComparison.Ordinal);
        Assert.Contains(DemoWorld.IdOf("pavel"), grace.All, StringComparison.Ordinal);
        var lines = await world.AuditAsync();
        Assert.Contains(lines, static line => line.Contains("\"action\":\"verification.passed.Exception\"", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("\"action\":\"exceptions.reported\"", StringComparison.Ordinal));
    }

    [Fact]
    [Security(16)]
    public async Task A_Day_Without_One_Has_No_Report_And_A_Refused_One_Changes_Nothing()
    {
        await using var world = await DemoWorld.StartAsync(Approver, OnCall);
        var (mina, pavel, grace) = (await AskForExceptionAsync(world), world.Person("pavel"), world.Person("grace"));
        await pavel.ReadAsync();
        await pavel.ClicksAsync("verifyDeny");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        Assert.Contains("Failed: Daniel Lee's password was not reset", mina.Last, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(1));
        await grace.ReadAsync();
        Assert.DoesNotContain("Daily report", grace.All, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(16)]
    public async Task By_Default_Nobody_Makes_An_Exception_And_A_Forged_Button_Finds_None()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForProofAsync();
        await world.PassAsync(TimeSpan.FromMinutes(6));
        await mina.ReadAsync();
        Assert.False(mina.Sees("exception"));
        var forged = mina.Button("reset").Action;
        forged["verb"] = "exception";

        await mina.InvokeAsync(forged);

        Assert.Contains("makes no exception from verification", mina.All, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("verifyDeny")]
    [InlineData("verifyStop")]
    [Security(16)]
    public async Task There_Is_None_After_A_No(string verb)
    {
        await using var world = await DemoWorld.StartAsync(Approver);
        var mina = await world.AskedForProofAsync();
        var person = verb is "verifyStop" ? mina : world.Person("daniel");
        await person.ReadAsync();
        await person.ClicksAsync(verb);
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.False(mina.Sees("exception"));
    }

    [Fact]
    [Security(16)]
    [Security(21)]
    public async Task A_Protected_Account_Has_No_Exception_Either()
    {
        await using var world = await DemoWorld.StartAsync(Approver);
        var pavel = world.Person("pavel");
        await pavel.SaysAsync("reset peter@hanbit.example's password");

        Assert.Contains("It is not reset in chat", pavel.Last, StringComparison.Ordinal);
        Assert.False(pavel.Sees("exception"));
    }

    /// <summary>Nobody typed the number in time, and Mina asks for an exception.</summary>
    private static async Task<Person> AskForExceptionAsync(DemoWorld world)
    {
        var mina = await world.AskedForProofAsync();
        await world.PassAsync(TimeSpan.FromMinutes(6));
        await mina.ReadAsync();
        await mina.ClicksAsync("exception");
        Assert.Contains("Why is Daniel Lee to be reset without verification?", mina.Last, StringComparison.Ordinal);
        await mina.SaysAsync("stuck at the airport, badge checked by the gate");
        Assert.Contains("Verification: an exception without verification", mina.Last, StringComparison.Ordinal);
        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(3));
        return mina;
    }
}
