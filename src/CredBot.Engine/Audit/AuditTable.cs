using CredBot.Bot.Builder;
using CredBot.Engine.Store;

namespace CredBot.Engine.Audit;

/// <summary>The rows of the audit, within somebody's transaction. The chain's end is read anew each time: another process may have written to it.</summary>
internal static class AuditTable
{
    /// <summary>Appends a line to its tenant's chain.</summary>
    /// <returns>False where the key stands there already.</returns>
    public static bool Append(SqliteWriter.Session database, AuditEntry entry)
    {
        var head = Head(database, "audit_head", entry.Tenant) ?? AuditHead.Empty;
        var line = AuditLine.After(head, entry);
        var written = database.Execute(
            """
            insert into audit (key, tenant, at, actor, action, subject, doc, prev_hash, hash)
            values ($key, $tenant, $at, $actor, $action, $subject, $doc, $previous, $hash) on conflict (key) do nothing
            """,
            ("$key", line.Key), ("$tenant", line.Tenant), ("$at", line.At), ("$actor", line.Actor), ("$action", line.Action),
            ("$subject", line.Subject), ("$doc", line.Json), ("$previous", line.Previous), ("$hash", line.Hash)) > 0;
        if (written)
        {
            Set(database, "audit_head", entry.Tenant, new AuditHead(head.Lines + 1, line.Hash));
        }

        return written;
    }

    /// <summary>Takes the lines of a tenant away that are older than this, from the chain's beginning on; what they were is kept as a count and a hash, from which the chain goes on.</summary>
    /// <returns>How many went.</returns>
    public static int Expire(SqliteWriter.Session database, string tenant, DateTimeOffset before)
    {
        var limit = database.Scalar(
            "select coalesce(min(rowid), 9223372036854775807) from audit where tenant = $tenant and at >= $before",
            ("$tenant", tenant), ("$before", before.ToUnixTimeMilliseconds()));
        var last = database.First(
            "select hash from audit where tenant = $tenant and rowid < $limit order by rowid desc limit 1", static row => (byte[])row[0], ("$tenant", tenant), ("$limit", limit));
        if (last is null)
        {
            return 0;
        }

        database.Execute("drop trigger audit_stays");
        var gone = database.Execute("delete from audit where tenant = $tenant and rowid < $limit", ("$tenant", tenant), ("$limit", limit));
        database.Execute(SqliteSchema.AuditStays);
        Set(database, "audit_base", tenant, new AuditHead((Head(database, "audit_base", tenant)?.Lines ?? 0) + gone, last));
        return gone;
    }

    private static AuditHead? Head(SqliteWriter.Session database, string table, string tenant) => database.First(
        $"select lines, hash from {table} where tenant = $tenant", static row => new AuditHead(row.GetInt64(0), (byte[])row[1]), ("$tenant", tenant));

    private static void Set(SqliteWriter.Session database, string table, string tenant, AuditHead head) => database.Execute(
        $"insert into {table} (tenant, lines, hash) values ($tenant, $lines, $hash) on conflict do update set lines = $lines, hash = $hash",
        ("$tenant", tenant), ("$lines", head.Lines), ("$hash", head.Hash));
}
