using Microsoft.Data.Sqlite;

namespace CredBot.Tests.World;

/// <summary>Looks into the bot's store from outside, as a backup or a curious person would.</summary>
internal static class StoredRows
{
    /// <summary>Every row of every table, its cells joined by bars; what a write would change.</summary>
    public static IReadOnlyList<string> All(string folder) =>
        [.. new[] { "grain", "reminder", "audit", "audit_head", "op_index" }.SelectMany(table => Read(folder, $"select * from {table} order by 1, 2").Select(row => $"{table}|{row}"))];

    /// <summary>The documents of one kind, by key.</summary>
    public static IReadOnlyDictionary<string, string> Documents(string folder, string type)
    {
        using var database = Open(folder, SqliteOpenMode.ReadOnly);
        using var command = database.CreateCommand();
        command.CommandText = "select id, doc from grain where type = $type";
        command.Parameters.AddWithValue("$type", type);
        using var row = command.ExecuteReader();
        var found = new Dictionary<string, string>();
        while (row.Read())
        {
            found.Add(row.GetString(0), row.GetString(1));
        }

        return found;
    }

    /// <summary>Changes the text of every conversation; the bot is not running.</summary>
    public static void Rewrite(string folder, Func<string, string> change)
    {
        foreach (var (id, text) in Documents(folder, "conversation"))
        {
            using var database = Open(folder, SqliteOpenMode.ReadWrite);
            using var command = database.CreateCommand();
            command.CommandText = "update grain set doc = $doc where type = 'conversation' and id = $id";
            command.Parameters.AddWithValue("$doc", change(text));
            command.Parameters.AddWithValue("$id", id);
            Assert.Equal(1, command.ExecuteNonQuery());
        }
    }

    private static List<string> Read(string folder, string text)
    {
        using var database = Open(folder, SqliteOpenMode.ReadOnly);
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        List<string> rows = [];
        while (row.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(index => row[index] is byte[] bytes ? Convert.ToHexString(bytes) : row[index].ToString())));
        }

        return rows;
    }

    private static SqliteConnection Open(string folder, SqliteOpenMode mode)
    {
        var database = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, CredBot.Engine.Store.SqliteStore.FileName), Mode = mode, Pooling = false,
        }.ConnectionString);
        database.Open();
        return database;
    }
}
