using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>A token that has lain about for long neither changes nor approves anything: Entra is asked anew, with its rules of that moment.</summary>
public sealed class FreshSignInStories
{
    private const string LoginRequest = "application/vnd.microsoft.activity.loginRequest";
    private const string Within = "--Reset:SignInWithin=00:10:00";

    [Fact]
    [Security(7)]
    public async Task A_Reset_After_An_Old_Sign_In_Asks_For_A_New_One_First()
    {
        await using var world = await DemoWorld.StartAsync(Within);
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.PassAsync(TimeSpan.FromMinutes(11));

        var (_, body) = await world.DeliverAsync("mina", CardInvokes.Of(mina.Button("answer", "yes").Action));
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(LoginRequest, body.GetProperty("type").GetString());
        Assert.Empty(await world.LedgerAsync());

        await mina.ConfirmsResetAsync(world);
        Assert.Contains("Done: Daniel Lee", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(7)]
    public async Task Who_Signed_In_A_Moment_Ago_Is_Not_Asked_Again()
    {
        await using var world = await DemoWorld.StartAsync(Within);
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.PassAsync(TimeSpan.FromMinutes(9));
        mina.HasTheRealCaller = false;

        var (_, body) = await world.DeliverAsync("mina", CardInvokes.Of(mina.Button("answer", "yes").Action));

        Assert.NotEqual(LoginRequest, body.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    [Security(7)]
    public async Task A_Typed_Yes_Signs_In_Anew_Too(bool signsIn, int resets)
    {
        await using var world = await DemoWorld.StartAsync(Within);
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.PassAsync(TimeSpan.FromMinutes(11));

        mina.SignsInSilently = signsIn;
        await mina.SaysAsync("yes");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        if (!signsIn)
        {
            Assert.Contains("please sign in once more", mina.Last, StringComparison.Ordinal);
            await mina.SaysAsync("cancel");
        }

        Assert.Equal(resets, (await world.ResetsAsync("daniel")).Count);
    }

    [Fact]
    [Security(7)]
    public async Task An_Approval_After_An_Old_Sign_In_Does_Not_Count_Until_It_Is_Made_Anew()
    {
        await using var world = await DemoWorld.StartAsync(Within, $"--Reset:Vips:0={DemoWorld.IdOf("daniel")}");
        var peter = world.Person("peter");
        await peter.SaysAsync("what may I do?");
        await world.PassAsync(TimeSpan.FromMinutes(11));
        await world.AsksAgainAsync("mina");
        await peter.ReadAsync();

        var (_, body) = await world.DeliverAsync("peter", CardInvokes.Of(peter.Button("verifyApprove").Action));
        await world.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(LoginRequest, body.GetProperty("type").GetString());
        Assert.Empty(await world.ResetsAsync("daniel"));

        await peter.ClicksAsync("verifyApprove");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(7)]
    public async Task Where_Entra_Refuses_The_New_Sign_In_Nothing_Happens()
    {
        await using var world = await DemoWorld.StartAsync(Within);
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.PassAsync(TimeSpan.FromMinutes(11));
        await world.FaultAsync(new { path = "usertoken/exchange", kind = "consent" });

        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.LedgerAsync());
    }
}
