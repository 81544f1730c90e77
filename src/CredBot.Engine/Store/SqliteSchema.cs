using Microsoft.Data.Sqlite;

namespace CredBot.Engine.Store;

/// <summary>The tables and the settings of the file.</summary>
internal static class SqliteSchema
{
    /// <summary>Kept in the file's own <c>user_version</c>; a file of a newer version is refused.</summary>
    public const int Version = 2;

    // synchronous=FULL: a commit that returned survives a power cut. secure_delete: what is erased leaves no bytes behind in the file.
    private const string Settings = "pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 5000; pragma temp_store = memory;";

    /// <summary>Nothing takes a line away but its age.</summary>
    public const string AuditStays = "create trigger if not exists audit_stays before delete on audit begin select raise(abort, 'The audit is append-only.'); end;";

    private const string Tables =
        """
        create table if not exists grain (type text not null, id text not null, version integer not null, doc text not null, primary key (type, id));
        create table if not exists reminder (
            grain text not null, name text not null, hash integer not null, start text not null, period integer not null, version integer not null,
            primary key (grain, name));
        create index if not exists reminder_hash on reminder (hash);
        create table if not exists audit (
            key text primary key not null, tenant text not null, at integer not null, actor text not null, action text not null, subject text,
            doc text not null, prev_hash blob not null, hash blob not null);
        create table if not exists audit_head (tenant text primary key not null, lines integer not null, hash blob not null);
        create table if not exists audit_base (tenant text primary key not null, lines integer not null, hash blob not null);
        create trigger if not exists audit_keeps before update on audit begin select raise(abort, 'The audit is append-only.'); end;
        create table if not exists op_index (
            id text primary key not null, tenant text not null, flow text not null, state text not null, due integer, updated integer not null, version integer not null);
        create index if not exists op_index_tenant on op_index (tenant, updated);
        create table if not exists probe (id integer primary key, count integer not null);
        """;

    /// <summary>The writer's connection to a file with all tables.</summary>
    public static SqliteConnection Open(string file, Action<SqliteConnection>? prepare)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        try
        {
            database.Open();
            Run(database, Settings);
            using var version = database.CreateCommand();
            version.CommandText = "pragma user_version";
            if (version.ExecuteScalar() is long found and > Version)
            {
                throw new StoreException($"{file} was written by a newer version of the product (schema {found}, this one knows {Version}). Start the newer version.");
            }

            Run(database, $"begin immediate; {Tables} {AuditStays} pragma user_version = {Version}; commit;");
            prepare?.Invoke(database);
            return database;
        }
        catch (SqliteException failure)
        {
            database.Dispose();
            throw new StoreException($"{file} cannot be opened: {failure.Message}", failure);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
