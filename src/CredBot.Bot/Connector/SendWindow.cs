namespace CredBot.Bot.Connector;

/// <summary>What went out lately under a set of rates, and what has been promised a time. Not safe for several threads.</summary>
internal sealed class SendWindow(params Rate[] rates)
{
    /// <summary>A promise that nobody came back for is forgotten after this long.</summary>
    private static readonly TimeSpan PromiseKept = TimeSpan.FromSeconds(5);

    private readonly TimeSpan longest = rates.Max(static rate => rate.Span);
    private readonly List<DateTimeOffset> sent = [];
    private readonly List<DateTimeOffset> promised = [];
    private DateTimeOffset closedUntil;

    public bool IsIdle(DateTimeOffset now)
    {
        Forget(now);
        return sent.Count is 0 && promised.Count is 0 && closedUntil <= now;
    }

    /// <summary>When one may go that comes only now: behind everybody who was promised a time.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        Forget(now);
        var last = promised.Count is 0 ? now : Later(now, promised[^1]);
        return Earliest(last, [.. sent, .. promised]);
    }

    /// <summary>When one may go whose time has come: what really went out decides.</summary>
    public DateTimeOffset Free(DateTimeOffset now)
    {
        Forget(now);
        return Earliest(now, sent);
    }

    public void Add(DateTimeOffset now) => sent.Add(now);

    public void Promise(DateTimeOffset time)
    {
        var at = promised.BinarySearch(time);
        promised.Insert(at < 0 ? ~at : at, time);
    }

    public void Keep(DateTimeOffset promise) => promised.Remove(promise);

    public void Close(DateTimeOffset until) => closedUntil = Later(closedUntil, until);

    private DateTimeOffset Earliest(DateTimeOffset from, List<DateTimeOffset> times)
    {
        var earliest = Later(from, closedUntil);
        foreach (var rate in rates)
        {
            if (times.Count >= rate.Count)
            {
                earliest = Later(earliest, times[^rate.Count] + rate.Span);
            }
        }

        return earliest;
    }

    private void Forget(DateTimeOffset now)
    {
        var old = sent.FindIndex(time => time + longest > now);
        sent.RemoveRange(0, old < 0 ? sent.Count : old);
        promised.RemoveAll(time => time + PromiseKept < now);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
