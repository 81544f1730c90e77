using System.Runtime.CompilerServices;
using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Engine.Store;
using Microsoft.Data.Sqlite;

namespace CredBot.Engine.Audit;

/// <summary>Reads and checks the audit of a database file, whether or not a bot is running on it.</summary>
/// <remarks>
/// The chain shows what was changed behind the product's back. Whoever can write the file can also write a whole new chain:
/// keep an export's last hash elsewhere, and the past before it cannot be rewritten unseen.
/// </remarks>
public sealed class AuditLog
{
    private readonly string connection;

    private AuditLog(string connection) => this.connection = connection;

    /// <param name="folder">The setting <c>Storage:Path</c>.</param>
    /// <exception cref="FileNotFoundException">There is no database in the folder.</exception>
    public static AuditLog Open(string folder)
    {
        var file = Path.Combine(folder, SqliteStore.FileName);
        return File.Exists(file)
            ? new AuditLog(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString)
            : throw new FileNotFoundException($"There is no {SqliteStore.FileName} in {Path.GetFullPath(folder)}. Set Storage__Path to the bot's folder.", file);
    }

    /// <summary>Walks every tenant's chain in the order of its lines.</summary>
    /// <returns>The first line that was changed, removed or put elsewhere, if any.</returns>
    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        // One snapshot for both reads: a line appended between them would look like one that was removed.
        await using var snapshot = database.BeginTransaction(deferred: true);
        var check = new AuditCheck(
            await HeadsAsync(database, "audit_head", cancellationToken), await HeadsAsync(database, "audit_base", cancellationToken));
        await foreach (var line in LinesAsync(database, cancellationToken))
        {
            check.Take(line);
        }

        return check.Finish();
    }

    /// <summary>Records in every tenant's chain that somebody reads it. Who cannot record it does not read.</summary>
    /// <param name="actor">Who: the account of the operating system.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">It could not be recorded.</exception>
    public async Task RecordReadingAsync(string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = new SqliteConnection(
                new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 10 }.ConnectionString);
            await database.OpenAsync(cancellationToken);
            using var session = new SqliteWriter.Session(database);
            session.Execute("begin immediate");
            foreach (var tenant in session.All("select tenant from audit_head", static row => row.GetString(0)))
            {
                AuditTable.Append(session, new AuditEntry
                {
                    Key = $"audit.exported:{actor}:{now.ToUnixTimeMilliseconds()}:{tenant}", Tenant = tenant, At = now, Actor = actor, Action = "audit.exported",
                });
            }

            session.Execute("commit");
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"That the audit is read could not be recorded in it: {failure.Message}", failure);
        }
    }

    /// <summary>Every line in the order of writing, with its hashes. Nothing is checked on the way.</summary>
    public async IAsyncEnumerable<AuditRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var database = await OpenAsync(cancellationToken);
        await foreach (var line in LinesAsync(database, cancellationToken))
        {
            yield return new AuditRecord(
                JsonSerializer.Deserialize(line.Json, EngineJson.Wire.AuditEntry)!, Convert.ToHexStringLower(line.Previous), Convert.ToHexStringLower(line.Hash));
        }
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var database = new SqliteConnection(connection);
        await database.OpenAsync(cancellationToken);
        return database;
    }

    private static async IAsyncEnumerable<AuditLine> LinesAsync(SqliteConnection database, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = "select key, tenant, at, actor, action, subject, doc, prev_hash, hash from audit order by rowid";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return AuditLine.Read(reader);
        }
    }

    private static async Task<Dictionary<string, AuditHead>> HeadsAsync(SqliteConnection database, string table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        var heads = new Dictionary<string, AuditHead>(StringComparer.Ordinal);
        command.CommandText = "select 1 from sqlite_master where type = 'table' and name = $table";
        command.Parameters.AddWithValue("$table", table);
        if (await command.ExecuteScalarAsync(cancellationToken) is null)
        {
            // Written before there was such a table.
            return heads;
        }

#pragma warning disable CA2100 // One of two names of this class.
        command.CommandText = $"select tenant, lines, hash from {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            heads.Add(reader.GetString(0), new AuditHead(reader.GetInt64(1), (byte[])reader[2]));
        }

        return heads;
    }
}
