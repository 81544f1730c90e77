namespace CredBot.Engine;

/// <summary>Knows whether the engine has anything left to do now: for tests, and for a stop that lets work end.</summary>
/// <remarks>
/// Every piece of work is counted from the moment it is asked for, in the same call, until it is done; what follows from it is counted before it is.
/// Zero therefore means: no mailbox entry, turn, step, delivery or move is left, except what waits for a stored due time.
/// </remarks>
public sealed class EngineQuiescence
{
    private readonly Lock gate = new();
    private int underWay;
    private TaskCompletionSource? idle;

    /// <summary>Completes when nothing is left to do now; at once where nothing is.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (underWay is 0)
            {
                return Task.CompletedTask;
            }

            idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Counts work until the returned value is disposed.</summary>
    internal Work Begin()
    {
        lock (gate)
        {
            underWay++;
        }

        return new Work(this);
    }

    /// <summary>Makes a call that nobody awaits, and counts it; its failure goes to <paramref name="failed"/>.</summary>
    internal void Track(Func<Task> call, Action<Exception> failed)
    {
        var work = Begin();
        Task started;
        try
        {
            started = call();
        }
        catch (Exception failure)
        {
            started = Task.FromException(failure);
        }

        // On the pool, not in the caller's context: a grain that has gone away runs no continuations.
        started.ContinueWith(
            done =>
            {
                using (work)
                {
                    if (done.Exception is { } failure)
                    {
                        failed(failure.InnerException ?? failure);
                    }
                }
            },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void End()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (--underWay is 0)
            {
                (reached, idle) = (idle, null);
            }
        }

        reached?.SetResult();
    }

    /// <summary>One piece of work under way.</summary>
    internal sealed class Work(EngineQuiescence owner) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) is 0)
            {
                owner.End();
            }
        }
    }
}
