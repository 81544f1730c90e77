namespace CredBot.Graph.Calls;

/// <summary>What a turn may spend on reading: time, waits and retries included, and requests.</summary>
/// <param name="time">The clock.</param>
/// <param name="requests">At most so many, retries included.</param>
internal sealed class ReadBudget(TimeProvider time, int requests = int.MaxValue)
{
    /// <summary>A channel waits 10 s for an invoke; this leaves room for the rest of the turn.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(6);

    /// <summary>Requests of a turn that explains something: enough for every reading, and far below what Graph throttles.</summary>
    public const int RequestsOfATurn = 8;

    /// <summary>A repeated request must not take the last ones from reads that have not been tried yet.</summary>
    private const int KeptForFirstTries = 2;

    private readonly long start = time.GetTimestamp();
    private int requests = requests;

    /// <value>Never negative.</value>
    public TimeSpan Left => time.GetElapsedTime(start) is var spent && spent < Whole ? Whole - spent : TimeSpan.Zero;

    /// <summary>Takes one request out of the budget.</summary>
    /// <returns>False where none is left.</returns>
    public bool Take(bool isRetry)
    {
        while (Volatile.Read(ref requests) is var left && left > (isRetry ? KeptForFirstTries : 0))
        {
            if (Interlocked.CompareExchange(ref requests, left - 1, left) == left)
            {
                return true;
            }
        }

        return false;
    }
}
