using System.Globalization;
using CredBot.Bot.Builder;
using CredBot.Engine.Audit;
using Microsoft.Data.Sqlite;

namespace CredBot.Engine.Store;

/// <summary>One SQLite file: every write goes through one thread, reads go beside it.</summary>
internal sealed class SqliteStore : IStore, IDisposable
{
    public const string FileName = "credbot.db";

    private readonly StoreLock held;
    private readonly SqliteWriter writer;
    private readonly SqliteReader reader;
    private int closed;

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="prepare">Called on the writer's connection before anything else; tests make the disk small here.</param>
    /// <exception cref="StoreException">Another process has the folder, or the file was written by a newer version.</exception>
    public SqliteStore(string folder, Action<SqliteConnection>? prepare = null)
    {
        Directory.CreateDirectory(folder);
        held = StoreLock.Take(folder);
        try
        {
            var file = Path.Combine(folder, FileName);
            Private(file);
            writer = new SqliteWriter(SqliteSchema.Open(file, prepare));
            reader = new SqliteReader(file);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public Task<StoredDocument?> ReadAsync(string type, string id, CancellationToken cancellationToken) => reader.ReadAsync(
        "select doc, version from grain where type = $type and id = $id", [("$type", type), ("$id", id)],
        static row => new StoredDocument(row.GetString(0), row.GetInt64(1)), static rows => rows.Count is 0 ? null : rows[0], cancellationToken);

    public Task<long?> WriteAsync(DocumentWrite write, CancellationToken cancellationToken) => writer.RunAsync<long?>(
        database =>
        {
            var changed = write.Version is 0
                ? database.Execute(
                    "insert into grain (type, id, version, doc) values ($type, $id, 1, $doc) on conflict do nothing",
                    ("$type", write.Type), ("$id", write.Id), ("$doc", write.Json))
                : database.Execute(
                    "update grain set version = version + 1, doc = $doc where type = $type and id = $id and version = $version",
                    ("$type", write.Type), ("$id", write.Id), ("$doc", write.Json), ("$version", write.Version));
            if (changed is 0)
            {
                return null;
            }

            if (write.Index is { } row)
            {
                Project(database, row);
            }

            return write.Version + 1;
        },
        cancellationToken);

    public Task<bool> DeleteAsync(string type, string id, long version, CancellationToken cancellationToken) => writer.RunAsync(
        database => database.Execute(
            "delete from grain where type = $type and id = $id and version = $version", ("$type", type), ("$id", id), ("$version", version)) > 0,
        cancellationToken);

    public Task<IReadOnlyList<StoredReminder>> RemindersAsync(string grain, CancellationToken cancellationToken) =>
        RemindersAsync("grain = $grain", [("$grain", grain)], cancellationToken);

    public Task<IReadOnlyList<StoredReminder>> RemindersAsync(uint begin, uint end, CancellationToken cancellationToken) =>
        RemindersAsync(begin < end ? "hash > $begin and hash <= $end" : "hash > $begin or hash <= $end", [("$begin", (long)begin), ("$end", (long)end)], cancellationToken);

    public Task<long> RemindAsync(StoredReminder reminder, CancellationToken cancellationToken) => writer.RunAsync(
        database => database.Scalar(
            """
            insert into reminder (grain, name, hash, start, period, version) values ($grain, $name, $hash, $start, $period, 1)
            on conflict do update set hash = excluded.hash, start = excluded.start, period = excluded.period, version = version + 1
            returning version
            """,
            ("$grain", reminder.Grain), ("$name", reminder.Name), ("$hash", (long)reminder.Hash),
            ("$start", reminder.Start.ToString("O", CultureInfo.InvariantCulture)), ("$period", (long)reminder.Period.TotalMilliseconds)),
        cancellationToken);

    public Task<bool> ForgetAsync(string grain, string name, long version, CancellationToken cancellationToken) => writer.RunAsync(
        database => database.Execute(
            "delete from reminder where grain = $grain and name = $name and version = $version", ("$grain", grain), ("$name", name), ("$version", version)) > 0,
        cancellationToken);

    public Task ForgetAllAsync(CancellationToken cancellationToken) =>
        writer.RunAsync(static database => database.Execute("delete from reminder"), cancellationToken);

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        writer.RunAsync(database => AuditTable.Append(database, entry), cancellationToken);

    public Task<Expired> ExpireAsync(DateTimeOffset auditBefore, DateTimeOffset operationsBefore, CancellationToken cancellationToken) => writer.RunAsync(
        database =>
        {
            var lines = database.All("select tenant from audit_head", static row => row.GetString(0)).Sum(tenant => AuditTable.Expire(database, tenant, auditBefore));
            const string Ended = "select id from op_index where state = 'ended' and updated < $before";
            var operations = database.Execute(
                $"delete from grain where type = '{Operations.Operation.Type}' and id in ({Ended})", ("$before", operationsBefore.ToUnixTimeMilliseconds()));
            database.Execute("delete from op_index where state = 'ended' and updated < $before", ("$before", operationsBefore.ToUnixTimeMilliseconds()));
            return new Expired(lines, operations);
        },
        cancellationToken);

    public Task<IReadOnlyList<OperationRow>> OperationsAsync(string tenant, DateTimeOffset since, CancellationToken cancellationToken) => reader.ReadAsync(
        "select id, tenant, flow, state, due, updated, version from op_index where tenant = $tenant and updated >= $since order by updated desc",
        [("$tenant", tenant), ("$since", since.ToUnixTimeMilliseconds())],
        static row => new OperationRow(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
            row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), row.GetInt64(6)),
        static IReadOnlyList<OperationRow> (rows) => rows, cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) => writer.RunAsync(
        static database => database.Execute("insert into probe (id, count) values (1, 1) on conflict do update set count = count + 1"), cancellationToken);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) is 0)
        {
            writer.Dispose();
            reader.Dispose();
            held.Dispose();
        }
    }

    private static void Project(SqliteWriter.Session database, OperationRow row) => database.Execute(
        """
        insert into op_index (id, tenant, flow, state, due, updated, version) values ($id, $tenant, $flow, $state, $due, $updated, $version)
        on conflict do update set state = excluded.state, due = excluded.due, updated = excluded.updated, version = excluded.version
        where excluded.version > op_index.version
        """,
        ("$id", row.Id), ("$tenant", row.Tenant), ("$flow", row.Flow), ("$state", row.State), ("$due", row.Due?.ToUnixTimeMilliseconds()),
        ("$updated", row.Updated.ToUnixTimeMilliseconds()), ("$version", row.Version));

    private Task<IReadOnlyList<StoredReminder>> RemindersAsync(string where, (string, object?)[] values, CancellationToken cancellationToken) => reader.ReadAsync(
        $"select grain, name, hash, start, period, version from reminder where {where}", values,
        static row => new StoredReminder(
            row.GetString(0), row.GetString(1), (uint)row.GetInt64(2),
            DateTime.Parse(row.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), TimeSpan.FromMilliseconds(row.GetInt64(4)), row.GetInt64(5)),
        static IReadOnlyList<StoredReminder> (rows) => rows, cancellationToken);

    /// <summary>The file is for the bot's own account alone; SQLite gives its companions the same rights.</summary>
    private static void Private(string file)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(file))
        {
            using var _ = new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
    }
}
