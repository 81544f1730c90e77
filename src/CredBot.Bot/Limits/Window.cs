namespace CredBot.Bot.Limits;

/// <summary>Counts what happens in a span of time that begins with the first of it.</summary>
internal sealed class Window(TimeSpan span, int limit)
{
    private TimeSpan start = TimeSpan.MinValue;
    private int count;

    /// <summary>When this window is over; in the past where it is.</summary>
    public TimeSpan End => count is 0 ? TimeSpan.MinValue : start + span;

    /// <returns>When the next may come; null where it may now.</returns>
    public TimeSpan? FullUntil(TimeSpan now) => now < End && count >= limit ? End : null;

    public void Count(TimeSpan now)
    {
        if (now >= End)
        {
            (start, count) = (now, 0);
        }

        count++;
    }
}
