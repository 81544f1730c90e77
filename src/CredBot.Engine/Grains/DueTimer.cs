namespace CredBot.Engine.Grains;

/// <summary>Calls at a stored due time, as long as the process lives; the engine counts the call from the very tick on.</summary>
internal sealed class DueTimer(TimeProvider time, EngineQuiescence quiescence, Func<Task> call, Action<Exception> failed) : IDisposable
{
    /// <summary>Timers know no longer waits; on the way there it looks again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private ITimer? timer;

    /// <param name="due">Null for never.</param>
    public void Set(DateTimeOffset? due)
    {
        timer?.Dispose();
        timer = due is { } at ? Start(at) : null;
    }

    public void Dispose() => timer?.Dispose();

    private ITimer? Start(DateTimeOffset at)
    {
        var wait = at - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            Ring();
            return null;
        }

        // Without the caller's context: the tick belongs to no turn.
        using (ExecutionContext.SuppressFlow())
        {
            return time.CreateTimer(static owner => ((DueTimer)owner!).Ring(), this, wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring() => quiescence.Track(call, failed);
}
