using CredBot.Bot.Builder;
using CredBot.Engine.Store;
using CredBot.Tests.Stories.Reset;

namespace CredBot.Tests.Engine.Store;

/// <summary>What every home of the documents must keep, whichever database is behind it.</summary>
public abstract class StoreContract : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private protected abstract IStore Home { get; }

    [Fact]
    public async Task A_Document_Is_Read_As_It_Was_Written()
    {
        Assert.Equal(1, await Write("한글, ça, \u0001", 0));

        Assert.Equal(new StoredDocument("한글, ça, \u0001", 1), await Home.ReadAsync("kind", "id", default));
    }

    [Fact]
    public async Task What_Was_Never_Written_Is_Not_There() => Assert.Null(await Home.ReadAsync("kind", "id", default));

    [Fact]
    public async Task A_Document_Is_Created_Once()
    {
        await Write("first", 0);

        Assert.Null(await Write("second", 0));
        Assert.Equal("first", (await Home.ReadAsync("kind", "id", default))!.Json);
    }

    [Fact]
    public async Task A_Write_At_The_Version_That_Was_Read_Is_Taken()
    {
        await Write("first", 0);

        Assert.Equal(2, await Write("second", 1));
        Assert.Equal(new StoredDocument("second", 2), await Home.ReadAsync("kind", "id", default));
    }

    [Fact]
    public async Task A_Write_At_Another_Version_Changes_Nothing()
    {
        await Write("first", 0);
        await Write("second", 1);

        Assert.Null(await Write("late", 1));
        Assert.Null(await Write("early", 3));
        Assert.Equal("second", (await Home.ReadAsync("kind", "id", default))!.Json);
    }

    [Fact]
    public async Task Of_Many_Writers_At_One_Version_One_Wins()
    {
        await Write("first", 0);

        var versions = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => Write($"{number}", 1))));

        Assert.Single(versions, 2L);
        Assert.Equal(49, versions.Count(static version => version is null));
    }

    [Fact]
    public async Task Documents_Of_Two_Kinds_May_Share_An_Id()
    {
        await Home.WriteAsync(new DocumentWrite("one", "id", "1", 0), default);
        await Home.WriteAsync(new DocumentWrite("other", "id", "2", 0), default);

        Assert.Equal("1", (await Home.ReadAsync("one", "id", default))!.Json);
    }

    [Fact]
    public async Task A_Document_Is_Deleted_At_Its_Version_Only()
    {
        await Write("first", 0);

        Assert.False(await Home.DeleteAsync("kind", "id", 7, default));
        Assert.True(await Home.DeleteAsync("kind", "id", 1, default));
        Assert.Null(await Home.ReadAsync("kind", "id", default));
    }

    [Theory]
    [InlineData(0u, 0u, "low middle high")]
    [InlineData(9u, 9u, "low middle high")]
    [InlineData(10u, 2_000_000_000u, "middle")]
    [InlineData(9u, 10u, "low")]
    [InlineData(2_000_000_000u, 10u, "low high")]
    [InlineData(10u, 999u, "")]
    public async Task A_Range_Of_Reminders_Excludes_Its_Begin_And_Wraps_Around(uint begin, uint end, string found)
    {
        // Source: Orleans, IReminderTable.ReadRows.
        await Remind("low", 10);
        await Remind("middle", 1000);
        await Remind("high", uint.MaxValue);

        var rows = await Home.RemindersAsync(begin, end, default);

        Assert.Equal(found, string.Join(' ', rows.OrderBy(static row => row.Hash).Select(static row => row.Grain)));
    }

    [Fact]
    public async Task A_Reminder_Is_Read_As_It_Was_Written()
    {
        var reminder = new StoredReminder("grain", "wake", 7, Now.UtcDateTime.AddTicks(1), TimeSpan.FromMinutes(1));

        Assert.Equal(1, await Home.RemindAsync(reminder, default));
        Assert.Equal(reminder with { Version = 1 }, Assert.Single(await Home.RemindersAsync("grain", default)));
    }

    [Fact]
    public async Task A_Reminder_Is_Replaced_And_Removed_At_Its_Version_Only()
    {
        await Remind("grain", 7);

        Assert.Equal(2, await Remind("grain", 7));
        Assert.False(await Home.ForgetAsync("grain", "wake", 1, default));
        Assert.True(await Home.ForgetAsync("grain", "wake", 2, default));
        Assert.Empty(await Home.RemindersAsync(0, 0, default));
    }

    [Fact]
    public async Task The_List_Of_Operations_Goes_With_The_Document_And_Never_Back()
    {
        var row = new OperationRow("op", "t", "flow", "calling", Now, Now, 2);
        await Home.WriteAsync(new DocumentWrite("operation", "op", "{}", 0, row), default);
        await Home.WriteAsync(new DocumentWrite("operation", "op", "{}", 1, row with { State = "old", Version = 1 }), default);
        await Home.WriteAsync(new DocumentWrite("operation", "op", "{}", 1, row with { State = "refused", Version = 9 }), default);

        Assert.Equal(row, Assert.Single(await Home.OperationsAsync("t", Now, default)));
        Assert.Empty(await Home.OperationsAsync("t", Now.AddMilliseconds(1), default));
        Assert.Empty(await Home.OperationsAsync("other", Now, default));
    }

    [Fact]
    [Security(39)]
    public async Task What_Is_Kept_No_Longer_Is_Gone_And_Nothing_Else()
    {
        var row = new OperationRow("old", "t", "flow", "ended", null, Now.AddDays(-2), 1);
        await Home.WriteAsync(new DocumentWrite("operation", "old", "{}", 0, row), default);
        await Home.WriteAsync(new DocumentWrite("operation", "young", "{}", 0, row with { Id = "young", Updated = Now }), default);
        await Home.WriteAsync(new DocumentWrite("operation", "open", "{}", 0, row with { Id = "open", State = "waiting" }), default);
        await Home.AppendAsync(Line("1") with { At = Now.AddDays(-2) }, default);
        await Home.AppendAsync(Line("2"), default);

        Assert.Equal(new Expired(1, 1), await Home.ExpireAsync(Now.AddDays(-1), Now.AddDays(-1), default));
        Assert.Equal(new Expired(0, 0), await Home.ExpireAsync(Now.AddDays(-1), Now.AddDays(-1), default));

        Assert.Null(await Home.ReadAsync("operation", "old", default));
        Assert.NotNull(await Home.ReadAsync("operation", "young", default));
        Assert.NotNull(await Home.ReadAsync("operation", "open", default));
        Assert.Equal(["open", "young"], (await Home.OperationsAsync("t", Now.AddDays(-9), default)).Select(static one => one.Id).Order());
    }

    [Fact]
    public async Task A_Probe_Succeeds_As_Often_As_It_Is_Asked()
    {
        await Home.ProbeAsync(default);
        await Home.ProbeAsync(default);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    private protected static AuditEntry Line(string key, string tenant = "t") =>
        new() { Key = key, Tenant = tenant, At = Now, Actor = "actor", Action = "did" };

    private Task<long?> Write(string json, long version) => Home.WriteAsync(new DocumentWrite("kind", "id", json, version), default);

    private Task<long> Remind(string grain, uint hash) =>
        Home.RemindAsync(new StoredReminder(grain, "wake", hash, Now.UtcDateTime, TimeSpan.FromMinutes(1)), default);
}
