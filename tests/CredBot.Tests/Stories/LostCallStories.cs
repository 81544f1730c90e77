using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>A reset's call was lost, and the tenant shows a change: whose was it?</summary>
public sealed class LostCallStories
{
    /// <summary>A gateway gives up before Graph hears of it: nothing happens, and nothing says so.</summary>
    private static readonly object Lost = new { path = "resetPassword", method = "POST", kind = "status", status = 504, times = 1 };

    [Theory]
    [InlineData("en-US", "Outcome unknown: reset of Daniel Lee's password", "another request", "Done: ")]
    [InlineData("ko-KR", "결과를 알 수 없음: Daniel Lee 님의 암호 재설정", "다른 요청", "완료: ")]
    public async Task Another_Agents_Reset_Is_Never_Taken_For_The_Lost_One(string locale, string unknown, string another, string done)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        var aiko = world.Person("aiko");
        await aiko.AsksForResetAsync("reset daniel@hanbit.example's password", "asked by phone");
        await world.FaultAsync(Lost);
        await mina.ClicksAsync("answer", "yes");

        // The first call may have changed the account, so the second request needs the next level.
        await aiko.ClicksAsync("answer", "yes");
        await world.ManagerVouchesAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await aiko.ReadAsync();
        await world.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.Contains(unknown, mina.Last, StringComparison.Ordinal);
        Assert.Contains(another, mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(done, mina.All, StringComparison.Ordinal);
        Assert.Equal((false, true), (mina.Sees("reveal"), mina.Sees("reset")));
        Assert.Contains("Done: Daniel Lee's password was reset", aiko.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Earlier_Try_That_Surely_Changed_Nothing_Casts_No_Doubt()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.FaultAsync(new { path = "resetPassword", method = "POST", kind = "status", status = 503, retryAfter = 5, times = 1 });
        await mina.ConfirmsResetAsync(world);
        Assert.Contains("Failed: Daniel Lee's password was not reset", mina.Last, StringComparison.Ordinal);

        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "once more");
        await world.FaultAsync(new { path = "resetPassword", method = "POST", kind = "lostReply", times = 1 });
        await mina.ClicksAsync("answer", "yes");
        await world.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.Contains("Probably reset: Daniel Lee's password", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Change_That_Comes_Too_Late_Is_Not_Taken_For_Its_Own()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.FaultAsync(Lost);
        await mina.ClicksAsync("answer", "yes");

        await world.PassAsync(TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(5));
        await world.ResetsElsewhereAsync("grace", "daniel");
        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.Contains("Outcome unknown: reset of Daniel Lee's password", mina.Last, StringComparison.Ordinal);
        Assert.Contains("too late to be by this request", mina.Last, StringComparison.Ordinal);
        Assert.False(mina.Sees("reveal"));
    }

    /// <summary>What nobody can tell apart is at least not called done, and no password is given out for it.</summary>
    [Fact]
    public async Task A_Change_Made_Elsewhere_In_The_Same_Minute_Is_Only_Called_Probable()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.FaultAsync(Lost);
        await mina.ClicksAsync("answer", "yes");

        await world.PassAsync(TimeSpan.FromSeconds(10));
        await world.ResetsElsewhereAsync("grace", "daniel");
        await world.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        await mina.ReadAsync();

        Assert.Contains("Probably reset: Daniel Lee's password", mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", mina.Last, StringComparison.Ordinal);
        Assert.Equal((false, true), (mina.Sees("reveal"), mina.Sees("reset")));
    }

    [Fact]
    public async Task A_Reset_That_Was_Accepted_And_Whose_End_Cannot_Be_Read_Offers_Its_Password_With_A_Warning()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await world.FaultAsync(new { path = "authentication/operations", method = "GET", kind = "status", status = 403 });

        await mina.ConfirmsResetAsync(world);
        Assert.Contains("Probably reset: Daniel Lee's password", mina.Last, StringComparison.Ordinal);
        Assert.Contains("may not be the valid one", mina.Last, StringComparison.Ordinal);

        await mina.ClicksAsync("reveal");
        Assert.Contains("Temporary password", mina.Last, StringComparison.Ordinal);
        Assert.Contains("may not be the valid one", mina.Last, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromSeconds(61));
        await mina.ReadAsync();
        Assert.Contains("has been removed from this card", mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", mina.Last, StringComparison.Ordinal);
    }
}
