namespace CredBot.Graph.Calls;

/// <summary>The time a turn may spend on reading, waits and retries included.</summary>
internal sealed class ReadBudget(TimeProvider time)
{
    /// <summary>A channel waits 10 s for an invoke; this leaves room for the rest of the turn.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(6);

    private readonly long start = time.GetTimestamp();

    /// <value>Never negative.</value>
    public TimeSpan Left => time.GetElapsedTime(start) is var spent && spent < Whole ? Whole - spent : TimeSpan.Zero;
}
