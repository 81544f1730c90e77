namespace CredBot.Graph.Calls;

/// <summary>Keeps the whole app below a limit that a service sets for it: so many requests in a sliding window.</summary>
/// <param name="time">The clock.</param>
/// <param name="most">Requests in a window.</param>
/// <param name="window">How long one lasts.</param>
internal sealed class Pace(TimeProvider time, int most, TimeSpan window)
{
    private readonly Lock gate = new();
    private readonly Queue<long> taken = new();

    /// <summary>Takes a place in the window.</summary>
    /// <returns>Null where there was one; else how long until there is.</returns>
    public TimeSpan? Take()
    {
        lock (gate)
        {
            while (taken.TryPeek(out var first) && time.GetElapsedTime(first) >= window)
            {
                taken.Dequeue();
            }

            if (taken.Count >= most)
            {
                return window - time.GetElapsedTime(taken.Peek());
            }

            taken.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
