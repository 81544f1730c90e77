using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Engine.Store;
using Microsoft.Data.Sqlite;

namespace CredBot.Engine.Audit;

/// <summary>End of a tenant's chain: what a line taken off the end is missed by.</summary>
/// <param name="Lines">How many lines the chain has.</param>
/// <param name="Hash">Hash of the last one.</param>
internal sealed record AuditHead(long Lines, byte[] Hash)
{
    /// <summary>Stands before the first line.</summary>
    public static AuditHead Empty { get; } = new(0, new byte[SHA256.HashSizeInBytes]);
}

/// <summary>A row of the audit table.</summary>
internal sealed record AuditLine
{
    public required string Key { get; init; }
    public required string Tenant { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string? Subject { get; init; }

    /// <summary>The entry's canonical JSON: members in the order of their names, nulls left out, no white space.</summary>
    public required string Json { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The row of an entry that follows <paramref name="previous"/>.</summary>
    public static AuditLine After(AuditHead previous, AuditEntry entry)
    {
        var json = Canonical(entry);
        return new AuditLine
        {
            Key = entry.Key, Tenant = entry.Tenant, At = entry.At.ToUnixTimeMilliseconds(), Actor = entry.Actor, Action = entry.Action,
            Subject = entry.Subject, Json = json, Previous = previous.Hash, Hash = HashOf(previous.Hash, json),
        };
    }

    public static AuditLine Read(SqliteDataReader row) => new()
    {
        Key = row.GetString(0), Tenant = row.GetString(1), At = row.GetInt64(2), Actor = row.GetString(3), Action = row.GetString(4),
        Subject = row.IsDBNull(5) ? null : row.GetString(5), Json = row.GetString(6), Previous = (byte[])row[7], Hash = (byte[])row[8],
    };

    /// <summary>Whether the row still says what it said when it was written: its own hash fits, and its columns say what its text says.</summary>
    public bool IsWhole()
    {
        if (!HashOf(Previous, Json).AsSpan().SequenceEqual(Hash))
        {
            return false;
        }

        try
        {
            return JsonSerializer.Deserialize(Json, EngineJson.Wire.AuditEntry) is { } entry
                && entry.Key == Key && entry.Tenant == Tenant && entry.At.ToUnixTimeMilliseconds() == At
                && entry.Actor == Actor && entry.Action == Action && entry.Subject == Subject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] HashOf(byte[] previous, string json) => SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(json)]);

    private static string Canonical(AuditEntry entry)
    {
        var members = JsonSerializer.SerializeToElement(entry, EngineJson.Wire.AuditEntry).EnumerateObject()
            .Where(static member => member.Value.ValueKind is not JsonValueKind.Null)
            .OrderBy(static member => member.Name, StringComparer.Ordinal);
        return $"{{{string.Join(',', members.Select(static member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";
    }
}
