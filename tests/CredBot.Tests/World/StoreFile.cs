using Microsoft.Data.Sqlite;

namespace CredBot.Tests.World;

/// <summary>The bot's database as a file, read and written past the product.</summary>
/// <param name="folder">Where it lies.</param>
internal sealed class StoreFile(string folder)
{
    /// <summary>Type and id of every document.</summary>
    public IReadOnlyList<(string Type, string Id)> Documents()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select type, id from grain order by type, id";
        using var reader = command.ExecuteReader();
        List<(string, string)> found = [];
        while (reader.Read())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    /// <summary>Writes the store by hand, while the bot is away.</summary>
    /// <param name="type">Of these documents.</param>
    /// <param name="change">From a document's place and text to its new text.</param>
    public void Change(string type, Func<int, string, string> change)
    {
        using var store = Open();
        using var read = store.CreateCommand();
        read.CommandText = "select id, doc from grain where type = $type order by id";
        read.Parameters.AddWithValue("$type", type);
        List<(string Id, string Doc)> found = [];
        using (var reader = read.ExecuteReader())
        {
            while (reader.Read())
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        using var write = store.CreateCommand();
        write.CommandText = "update grain set doc = $doc where type = $type and id = $id";
        foreach (var (number, (id, doc)) in found.Index())
        {
            write.Parameters.Clear();
            write.Parameters.AddWithValue("$type", type);
            write.Parameters.AddWithValue("$id", id);
            write.Parameters.AddWithValue("$doc", change(number, doc));
            write.ExecuteNonQuery();
        }
    }

    private SqliteConnection Open()
    {
        var store = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "credbot.db"), Pooling = false }.ToString());
        store.Open();
        return store;
    }
}
