using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CredBot.Engine.Store;

/// <summary>Reads beside the writer: in WAL mode neither waits for the other, and what a finished write made is seen.</summary>
internal sealed class SqliteReader(string file) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private readonly string connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString;

    public Task<TResult> ReadAsync<TRow, TResult>(
        string query, (string Name, object? Value)[] values, Func<SqliteDataReader, TRow> row, Func<List<TRow>, TResult> result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(result(Read(query, values, row)));
        }
        catch (SqliteException failure)
        {
            return Task.FromException<TResult>(new StoreException("The store could not be read.", failure));
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }

    private List<TRow> Read<TRow>(string query, (string Name, object? Value)[] values, Func<SqliteDataReader, TRow> row)
    {
        var database = idle.TryTake(out var open) ? open : Open();
        try
        {
            var rows = Read(database, query, values, row);
            idle.Add(database);
            return rows;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static List<TRow> Read<TRow>(SqliteConnection database, string query, (string Name, object? Value)[] values, Func<SqliteDataReader, TRow> row)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Texts of the store, values as parameters.
        command.CommandText = query;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        var rows = new List<TRow>();
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            rows.Add(row(found));
        }

        return rows;
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection(connection);
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "pragma query_only = on; pragma busy_timeout = 5000";
        command.ExecuteNonQuery();
        return database;
    }
}
