using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CredBot.Engine.Store;

/// <summary>The one thread that writes: whatever has queued up is committed as one transaction, and only then are its callers answered.</summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Writes in one transaction, at most.</summary>
    private const int LargestBatch = 256;

    private readonly BlockingCollection<Job> queue = [];
    private readonly Session session;
    private readonly Thread thread;

    /// <param name="database">Owned from here on.</param>
    public SqliteWriter(SqliteConnection database)
    {
        session = new Session(database);
        thread = new Thread(Write) { IsBackground = true, Name = "store" };
        thread.Start();
    }

    /// <summary>Runs <paramref name="write"/> on the writer's thread, maybe twice: the second time alone, after its first transaction failed.</summary>
    /// <returns>Its result, once it is on disk.</returns>
    /// <exception cref="StoreException">It could not be committed.</exception>
    public Task<T> RunAsync<T>(Func<Session, T> write, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var job = new Job<T>(write);
        try
        {
            queue.Add(job, CancellationToken.None);
        }
        catch (InvalidOperationException closed)
        {
            job.Fail(new StoreException("The store is closed.", closed));
        }

        return job.Result;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
        session.Dispose();
    }

    private void Write()
    {
        var batch = new List<Job>(LargestBatch);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < LargestBatch && queue.TryTake(out var next))
            {
                batch.Add(next);
            }

            if (!Commit(batch, out var failure))
            {
                Alone(batch, failure);
            }

            batch.Clear();
        }
    }

    /// <summary>One write that cannot be made must not take its neighbours with it.</summary>
    private void Alone(List<Job> batch, Exception failure)
    {
        foreach (var job in batch)
        {
            var reason = failure;
            if (batch.Count is 1 || !Commit([job], out reason))
            {
                job.Fail(new StoreException("The store took no write.", reason));
            }
        }
    }

    private bool Commit(List<Job> batch, out Exception failure)
    {
        failure = null!;
        try
        {
            session.Execute("begin immediate");
            foreach (var job in batch)
            {
                job.Run(session);
            }

            session.Execute("commit");
        }
        catch (Exception problem)
        {
            failure = problem;
            Rollback();
            return false;
        }

        foreach (var job in batch)
        {
            job.Done();
        }

        return true;
    }

    private void Rollback()
    {
        try
        {
            session.Execute("rollback");
        }
        catch (SqliteException)
        {
            // A full disk has rolled back by itself.
        }
    }

    /// <summary>The writer's connection with its prepared statements.</summary>
    internal sealed class Session(SqliteConnection database) : IDisposable
    {
        private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

        /// <returns>How many rows were changed.</returns>
        public int Execute(string text, params ReadOnlySpan<(string Name, object? Value)> values) => Statement(text, values).ExecuteNonQuery();

        public long Scalar(string text, params ReadOnlySpan<(string Name, object? Value)> values) => (long)Statement(text, values).ExecuteScalar()!;

        /// <returns>Null where no row was found.</returns>
        public T? First<T>(string text, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values) where T : class
        {
            using var found = Statement(text, values).ExecuteReader();
            return found.Read() ? row(found) : null;
        }

        public IReadOnlyList<T> All<T>(string text, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            using var found = Statement(text, values).ExecuteReader();
            List<T> all = [];
            while (found.Read())
            {
                all.Add(row(found));
            }

            return all;
        }

        public void Dispose()
        {
            foreach (var statement in statements.Values)
            {
                statement.Dispose();
            }

            database.Dispose();
        }

        private SqliteCommand Statement(string text, ReadOnlySpan<(string Name, object? Value)> values)
        {
            if (!statements.TryGetValue(text, out var statement))
            {
                statement = database.CreateCommand();
#pragma warning disable CA2100 // Texts of the store, values as parameters.
                statement.CommandText = text;
#pragma warning restore CA2100
                statements.Add(text, statement);
            }

            statement.Parameters.Clear();
            foreach (var (name, value) in values)
            {
                statement.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            return statement;
        }
    }

    private abstract class Job
    {
        public abstract void Run(Session session);

        public abstract void Done();

        public abstract void Fail(StoreException failure);
    }

    private sealed class Job<T>(Func<Session, T> write) : Job
    {
        private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T value = default!;

        public Task<T> Result => result.Task;

        public override void Run(Session session) => value = write(session);

        public override void Done() => result.SetResult(value);

        public override void Fail(StoreException failure) => result.TrySetException(failure);
    }
}
