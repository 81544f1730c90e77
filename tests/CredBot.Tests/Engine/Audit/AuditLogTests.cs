using CredBot.Bot.Builder;
using CredBot.Engine.Audit;
using CredBot.Engine.Store;
using CredBot.Tests.Stories.Reset;
using Microsoft.Data.Sqlite;

namespace CredBot.Tests.Engine.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task A_Chain_Nobody_Touched_Holds()
    {
        await WriteAsync("a1 a2 b1 a3", "a1");

        Assert.Equal(new AuditVerdict(4, null), await VerifyAsync());
    }

    [Fact]
    public async Task A_Key_Is_Written_Once()
    {
        await WriteAsync("a1 a1 a2 a1");

        Assert.Equal(["a1", "a2"], await KeysAsync());
        Assert.True((await VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_Chain_Goes_On_After_A_New_Start()
    {
        await WriteAsync("a1 a2", "a2 a3");

        Assert.Equal(new AuditVerdict(3, null), await VerifyAsync());
    }

    [Theory]
    [InlineData("update audit set actor = 'x' where key = 'a2'")]
    [InlineData("update audit set at = at + 1 where key = 'a2'")]
    [InlineData("update audit set subject = null where key = 'a2'")]
    [InlineData("update audit set doc = replace(doc, 'actor-a2', 'x') where key = 'a2'")]
    [InlineData("update audit set doc = 'no json' where key = 'a2'")]
    public async Task A_Changed_Line_Is_Found(string tampering)
    {
        await WriteAsync("a1 a2 a3");
        Tamper(tampering);

        Assert.Equal(new AuditFault("a", "a2", AuditFaultKind.Changed), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_Line_Rewritten_With_A_Fitting_Hash_Is_Missed_By_The_Next_One()
    {
        await WriteAsync("a1 a2 a3");
        var forged = AuditLine.After(new AuditHead(1, Convert.FromHexString((await ExportAsync())[0].Hash)), Entry("a2") with { Actor = "x" });
        Tamper("update audit set actor = 'x', doc = $doc, hash = $hash where key = 'a2'", ("$doc", forged.Json), ("$hash", forged.Hash));

        Assert.Equal(new AuditFault("a", "a3", AuditFaultKind.Removed), (await VerifyAsync()).Fault);
    }

    [Theory]
    [InlineData("a1", "a2")]
    [InlineData("a2", "a3")]
    [InlineData("a3", "a2")]
    public async Task A_Removed_Line_Is_Found_At_Either_End_And_In_The_Middle(string removed, string found)
    {
        await WriteAsync("a1 a2 a3 b1");
        Tamper($"delete from audit where key = '{removed}'");

        Assert.Equal(new AuditFault("a", found, AuditFaultKind.Removed), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_Tenant_That_Is_Gone_As_A_Whole_Is_Found()
    {
        await WriteAsync("a1 b1");
        Tamper("delete from audit where tenant = 'b'");

        Assert.Equal(new AuditFault("b", "", AuditFaultKind.Removed), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Lines_In_Another_Order_Are_Found()
    {
        await WriteAsync("a1 a2 a3");
        Tamper("update audit set rowid = 100 where key = 'a2'; update audit set rowid = 2 where key = 'a3'; update audit set rowid = 3 where key = 'a2'");

        Assert.Equal(new AuditFault("a", "a3", AuditFaultKind.Reordered), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task An_Export_Gives_Every_Line_With_Its_Place_In_The_Chain()
    {
        await WriteAsync("a1 b1 a2");

        var lines = await ExportAsync();

        Assert.Equal([Entry("a1"), Entry("b1"), Entry("a2")], lines.Select(static line => line.Entry));
        Assert.Equal([new string('0', 64), new string('0', 64), lines[0].Hash], lines.Select(static line => line.Previous));
    }

    [Fact]
    [Security(39)]
    [Security(37)]
    public async Task A_Chain_Whose_First_Lines_Have_Expired_Holds_And_Still_Shows_What_Was_Done_To_The_Rest()
    {
        using (var store = new SqliteStore(folder.Path))
        {
            foreach (var (key, day) in new[] { ("a1", 1), ("a2", 2), ("b1", 1), ("a3", 9), ("a4", 10) })
            {
                await store.AppendAsync(Entry(key) with { At = Entry(key).At.AddDays(day) }, default);
            }

            await store.ExpireAsync(Entry("a").At.AddDays(5), default, default);
            await store.AppendAsync(Entry("b2") with { At = Entry("b").At.AddDays(11) }, default);
        }

        Assert.Equal(["a3", "a4", "b2"], await KeysAsync());
        Assert.Equal(new AuditVerdict(3, null), await VerifyAsync());

        Tamper("delete from audit where key = 'a3'");
        Assert.Equal(new AuditFault("a", "a4", AuditFaultKind.Removed), (await VerifyAsync()).Fault);
    }

    [Fact]
    [Security(38)]
    public async Task That_It_Is_Read_Stands_In_It_While_The_Bot_Goes_On_Writing()
    {
        using var store = new SqliteStore(folder.Path);
        await store.AppendAsync(Entry("a1"), default);

        await AuditLog.Open(folder.Path).RecordReadingAsync("os:kim", Entry("a1").At, default);
        await store.AppendAsync(Entry("a2"), default);

        var lines = await ExportAsync();
        Assert.Equal(["reset.requested", "audit.exported", "reset.requested"], lines.Select(static line => line.Entry.Action));
        Assert.Equal("os:kim", lines[1].Entry.Actor);
        Assert.Equal(new AuditVerdict(3, null), await VerifyAsync());
    }

    [Fact]
    [Security(38)]
    public async Task Who_Cannot_Record_That_They_Read_Does_Not_Read()
    {
        await WriteAsync("a1");
        Tamper("create trigger full before insert on audit begin select raise(abort, 'full'); end");

        await Assert.ThrowsAsync<StoreException>(() => AuditLog.Open(folder.Path).RecordReadingAsync("os:kim", Entry("a1").At, default));
    }

    [Fact]
    public void A_Folder_Without_A_Database_Is_Named()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => AuditLog.Open(folder.Path));

        Assert.Contains(folder.Path, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_Reads_While_The_Bot_Runs()
    {
        using var store = new SqliteStore(folder.Path);
        await store.AppendAsync(Entry("a1"), default);

        Assert.Equal(new AuditVerdict(1, null), await VerifyAsync());
    }

    public void Dispose() => folder.Dispose();

    private static AuditEntry Entry(string key) => new()
    {
        Key = key, Tenant = key[..1], At = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), Actor = $"actor-{key}", Action = "reset.requested", Subject = "김소라",
    };

    /// <summary>Each argument is one run of the bot.</summary>
    private async Task WriteAsync(params string[] runs)
    {
        foreach (var run in runs)
        {
            using var store = new SqliteStore(folder.Path);
            foreach (var key in run.Split(' '))
            {
                await store.AppendAsync(Entry(key), default);
            }
        }
    }

    private Task<AuditVerdict> VerifyAsync() => AuditLog.Open(folder.Path).VerifyAsync(default);

    private async Task<List<AuditRecord>> ExportAsync()
    {
        var lines = new List<AuditRecord>();
        await foreach (var line in AuditLog.Open(folder.Path).ExportAsync(default))
        {
            lines.Add(line);
        }

        return lines;
    }

    private async Task<IEnumerable<string>> KeysAsync() => (await ExportAsync()).Select(static line => line.Entry.Key);

    /// <summary>What somebody with the file in hand would do: take the triggers off first.</summary>
    private void Tamper(string text, params (string Name, object Value)[] values)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder.Path, SqliteStore.FileName)};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = $"drop trigger audit_keeps; drop trigger audit_stays; {text}";
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
