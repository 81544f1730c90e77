using CredBot.Engine.Audit;
using CredBot.Engine.Store;
using Microsoft.Data.Sqlite;

namespace CredBot.Tests.Engine.Store;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly Folder folder = new();
    private readonly SqliteStore store;

    public SqliteStoreTests() => store = new SqliteStore(folder.Path);

    private protected override IStore Home => store;

    [Fact]
    public void A_Second_Process_Is_Refused_With_The_Setting_To_Change()
    {
        var refused = Assert.Throws<StoreException>(() => new SqliteStore(folder.Path));

        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Storage__Path", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Was_Written_Is_There_After_A_New_Start()
    {
        await store.WriteAsync(new DocumentWrite("kind", "id", "text", 0), default);
        store.Dispose();

        using var next = new SqliteStore(folder.Path);

        Assert.Equal(new StoredDocument("text", 1), await next.ReadAsync("kind", "id", default));
    }

    [Fact]
    public void A_File_Of_A_Newer_Version_Is_Refused()
    {
        store.Dispose();
        Sql("pragma user_version = 99");

        var refused = Assert.Throws<StoreException>(() => new SqliteStore(folder.Path));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    public void The_Writer_Survives_A_Power_Cut_And_Leaves_No_Erased_Bytes(string setting, string value)
    {
        using var other = new Folder();
        string? found = null;
        using var _ = new SqliteStore(other.Path, database =>
        {
            using var command = database.CreateCommand();
            command.CommandText = $"pragma {setting}";
            found = $"{command.ExecuteScalar()}";
        });

        Assert.Equal(value, found);
    }

    [Fact]
    public async Task A_Full_Disk_Fails_The_Write_And_Keeps_Nothing_Of_It()
    {
        using var small = new Folder();
        using var full = new SqliteStore(small.Path, static database => Run(database, "pragma max_page_count = 24"));
        await full.WriteAsync(new DocumentWrite("kind", "kept", "text", 0), default);

        await Assert.ThrowsAsync<StoreException>(() => full.WriteAsync(new DocumentWrite("kind", "lost", new string('x', 1_000_000), 0), default));

        Assert.Null(await full.ReadAsync("kind", "lost", default));
        Assert.Equal(2, await full.WriteAsync(new DocumentWrite("kind", "kept", "more", 1), default));
    }

    [Fact]
    public async Task A_Write_That_Cannot_Be_Made_Does_Not_Take_Its_Neighbours_With_It()
    {
        var writes = Enumerable.Range(0, 40).Select(number => number is 20
            ? store.AppendAsync(Line("bad") with { Actor = null! }, default)
            : store.AppendAsync(Line($"{number}"), default)).ToArray();

        await Assert.ThrowsAsync<StoreException>(() => Task.WhenAll(writes));

        Assert.Equal(39, writes.Count(static write => write.IsCompletedSuccessfully));
        var verdict = await AuditLog.Open(folder.Path).VerifyAsync(default);
        Assert.Equal(new AuditVerdict(39, null), verdict);
    }

    [Fact]
    public async Task A_Closed_Store_Takes_Nothing()
    {
        store.Dispose();

        await Assert.ThrowsAsync<StoreException>(() => store.ProbeAsync(default));
    }

    [Theory]
    [InlineData("update audit set actor = 'somebody else'")]
    [InlineData("delete from audit")]
    public async Task The_Database_Itself_Refuses_To_Change_The_Audit(string attempt)
    {
        await store.AppendAsync(Line("key"), default);

        var refused = Assert.Throws<SqliteException>(() => Sql(attempt));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            store.Dispose();
            folder.Dispose();
        }
    }

    private void Sql(string text)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder.Path, SqliteStore.FileName)};Pooling=False");
        database.Open();
        Run(database, text);
    }

    private static void Run(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
