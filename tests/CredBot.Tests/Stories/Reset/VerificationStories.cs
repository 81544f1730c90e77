using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Nothing is reset before the caller is verified: who is asked, what is shown, and how it ends.</summary>
public sealed class VerificationStories
{
    [Fact]
    [Security(10)]
    public async Task The_Agent_Reads_A_Number_And_The_Caller_Types_It()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, daniel) = (await world.AskedForProofAsync(), world.Person("daniel"));
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

    [Fact]
    [Security(15)]
    [Security(29)]
    public async Task The_Number_Stands_Nowhere_But_On_The_Agents_Card_And_Not_For_Long()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForProofAsync();
        var shown = Callers.Number(mina.Seen[^1])!;
        var number = shown.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(6, number.Length);

        await world.PassAsync(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(30));
        await mina.ReadAsync();
        await world.StopBotAsync();

        Assert.DoesNotContain(shown, mina.All, StringComparison.Ordinal);
        // Six digits are many things; as a word of their own they are the number.
        Assert.All(StoredRows.All(world.Store).Concat(world.Logs.All), row => Assert.DoesNotMatch($@"(?<!\d)({shown}|{number})(?!\d)", row));
    }

    [Fact]
    [Security(3)]
    [Security(30)]
    public async Task Every_Write_Is_The_Agents_Own_And_What_Could_Not_Be_Ended_Is_Said()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.FaultAsync(new { path = "revokeSignInSessions", kind = "status", status = 403 });
        var mina = await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains("Existing sign-ins could not be ended", mina.Last, StringComparison.Ordinal);
        Assert.All(await world.LedgerAsync(), static row => Assert.Equal("mina", row.GetProperty("caller").GetString()));
        Assert.Contains(StoredRows.All(world.Store), static row => row.Contains("sessions.notRevoked", StringComparison.Ordinal));
    }

    [Fact]
    [Security(8)]
    [Security(20)]
    public async Task Silence_Changes_Nothing_And_Says_So()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForProofAsync();
        var number = Callers.Number(mina.Seen[^1])!;

        await world.PassAsync(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(30));
        await mina.ReadAsync();
        Assert.Contains("No answer came in time", mina.Last, StringComparison.Ordinal);

        var late = await world.Person("daniel").TypesNumberAsync(number);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("This verification is over", late.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(20)]
    public async Task The_Agent_Stops_It_And_A_Number_Typed_Afterwards_Counts_For_Nothing()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForProofAsync();
        var number = Callers.Number(mina.Seen[^1])!;

        await mina.ClicksAsync("verifyStop");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        await world.Person("daniel").TypesNumberAsync(number);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("You stopped it", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(10)]
    public async Task Three_Wrong_Numbers_Void_It_And_The_Right_One_Comes_Too_Late()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, daniel) = (await world.AskedForProofAsync(), world.Person("daniel"));
        var number = Callers.Number(mina.Seen[^1])!;
        var wrong = number == "111 111" ? "222 222" : "111 111";

        Assert.Contains("not the number", (await daniel.TypesNumberAsync(wrong)).GetRawText(), StringComparison.Ordinal);
        await daniel.TypesNumberAsync(wrong);
        await daniel.TypesNumberAsync(wrong);
        await daniel.TypesNumberAsync(number);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Contains("A wrong number came three times", mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(10)]
    public async Task Two_Wrong_Numbers_And_The_Right_One_Pass()
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, daniel) = (await world.AskedForProofAsync(), world.Person("daniel"));
        var number = Callers.Number(mina.Seen[^1])!;
        var wrong = number == "111 111" ? "222 222" : "111 111";

        await daniel.TypesNumberAsync(wrong);
        await daniel.TypesNumberAsync(wrong);
        await daniel.TypesNumberAsync(number);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("sora")]
    [InlineData("mina")]
    [InlineData("olivia")]
    [Security(1)]
    public async Task Nobody_Else_Can_Type_It_Whatever_The_Click_Says(string person)
    {
        await using var world = await DemoWorld.StartAsync();
        var (mina, daniel) = (await world.AskedForProofAsync(), world.Person("daniel"));
        var number = Callers.Number(mina.Seen[^1])!;
        await daniel.ReadAsync();
        var action = Callers.WithNumber(daniel.Button("verifyNumber").Action, number);
        action["data"]!["actor"] = "daniel";

        var answer = await world.Person(person).InvokeAsync(action);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Contains("Only the person who was asked", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(11)]
    [Security(35)]
    public async Task This_Is_Not_Me_Ends_It_Freezes_The_Account_And_Tells_Who_Is_On_Call()
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:OnCall:0={DemoWorld.IdOf("grace")}", $"--Reset:Operators:0={DemoWorld.IdOf("grace")}");
        var (mina, daniel, grace) = (await world.AskedForProofAsync(), world.Person("daniel"), world.Person("grace"));

        await daniel.ReadAsync();
        await daniel.ClicksAsync("verifyDeny");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        await grace.ReadAsync();

        Assert.Contains("Do not trust the caller", mina.Last, StringComparison.Ordinal);
        Assert.Contains("Alarm: somebody says that a request was not theirs", grace.All, StringComparison.Ordinal);
        await world.AsksAgainAsync("aiko");
        Assert.Contains("resets are stopped", world.Person("aiko").Last, StringComparison.Ordinal);

        // Who is no operator cannot lift it; an operator can.
        var lift = grace.Button("liftFreeze").Action;
        Assert.Contains("Only an operator", (await mina.InvokeAsync(lift)).GetRawText(), StringComparison.Ordinal);
        await grace.ClicksAsync("liftFreeze");
        var ursula = await world.AsksAgainAsync("ursula");
        Assert.Contains("Read this number", ursula.Last, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(13)]
    public async Task A_Session_Is_Recorded_As_A_Session()
    {
        await using var world = await DemoWorld.StartAsync("--Reset:Levels:Ordinary=Session");
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await mina.ClicksAsync("answer", "yes");
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        await daniel.ClicksAsync("verifySession");
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Single(await world.ResetsAsync("daniel"));
        Assert.Contains(StoredRows.All(world.Store), static row => row.Contains("verification.passed.Session", StringComparison.Ordinal));
        Assert.DoesNotContain(StoredRows.All(world.Store), static row => row.Contains("mfa", StringComparison.OrdinalIgnoreCase));
    }
}
