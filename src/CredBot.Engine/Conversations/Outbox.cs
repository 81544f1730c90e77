namespace CredBot.Engine.Conversations;

/// <summary>Rules of the list of effects owed; pure.</summary>
internal static class Outbox
{
    /// <summary>A message is given up after this long: nobody waits for yesterday's answer.</summary>
    public static readonly TimeSpan LongestOwed = TimeSpan.FromHours(24);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(10);

    /// <summary>The list with more at its end. A newer update of a message takes the place of one that has not gone out.</summary>
    public static IReadOnlyList<OwedEffect> Append(IReadOnlyList<OwedEffect> outbox, IReadOnlyList<OwedEffect> more)
    {
        var updated = more.Where(static effect => effect.Kind is OwedKind.Update).GroupBy(static effect => effect.Key)
            .ToDictionary(static group => group.Key!, static group => group.Max(static effect => effect.Number), StringComparer.Ordinal);
        return [.. outbox.Concat(more).Where(effect => effect.Kind is not OwedKind.Update || !updated.TryGetValue(effect.Key!, out var newest) || effect.Number == newest)];
    }

    /// <summary>The first effect that may go out now.</summary>
    /// <param name="outbox">All that is owed.</param>
    /// <param name="settled">Numbers that have gone out already and are still on the list.</param>
    /// <param name="now">The time.</param>
    /// <param name="messagesFrom">Until then no message may go out; null where one may.</param>
    /// <returns>Null where everything waits, or nothing is owed.</returns>
    public static OwedEffect? Next(IReadOnlyList<OwedEffect> outbox, ISet<long> settled, DateTimeOffset now, DateTimeOffset? messagesFrom = null)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        if (messagesFrom > now)
        {
            held.Add(OwedEffect.Messages);
        }

        foreach (var effect in outbox)
        {
            if (settled.Contains(effect.Number) || held.Contains(effect.Lane))
            {
                continue;
            }

            if (effect.DueAt is null || effect.DueAt <= now)
            {
                return effect;
            }

            held.Add(effect.Lane);
        }

        return null;
    }

    /// <summary>When the first of the waiting effects may go out; null where nothing waits.</summary>
    public static DateTimeOffset? Due(IReadOnlyList<OwedEffect> outbox, DateTimeOffset? messagesFrom = null)
    {
        var lanes = new HashSet<string>(StringComparer.Ordinal);
        return outbox.Where(effect => lanes.Add(effect.Lane)).Min(effect => (DateTimeOffset?)Later(effect.DueAt, effect.IsMessage ? messagesFrom : null));
    }

    /// <summary>The effect after one more failure: twice the wait of before, or what the other side asked for.</summary>
    /// <param name="effect">What failed.</param>
    /// <param name="asked">The other side's wait; null where it asked for none.</param>
    /// <param name="now">The time.</param>
    /// <param name="jitter">0 to 1: a wait nobody asked for is up to twice as long, so that many that failed together do not come back together.</param>
    /// <remarks>Source: Teams docs «Rate limiting»: exponential backoff with jitter, from 2 s on.</remarks>
    public static OwedEffect Delay(OwedEffect effect, TimeSpan? asked, DateTimeOffset now, double jitter = 0)
    {
        // What is posted for the last time waits longer than it would: a gateway needs its time to come back.
        var doublings = effect.Tries + (effect.Doubtful ? 3 : 1);
        var backoff = Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(doublings, 20)));
        var wait = asked?.TotalSeconds > backoff ? asked.Value : TimeSpan.FromSeconds(backoff * (1 + jitter));
        return effect with { Tries = effect.Tries + 1, DueAt = now + wait };
    }

    public static bool IsHopeless(OwedEffect effect, DateTimeOffset now) => effect.IsMessage && now - effect.Since >= LongestOwed;

    public static IReadOnlyList<OwedEffect> Without(IReadOnlyList<OwedEffect> outbox, IEnumerable<long> numbers)
    {
        var gone = numbers.ToHashSet();
        return gone.Count is 0 ? outbox : [.. outbox.Where(effect => !gone.Contains(effect.Number))];
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one > other || other is null ? one ?? DateTimeOffset.MinValue : other.Value;

    public static IReadOnlyList<OwedEffect> With(IReadOnlyList<OwedEffect> outbox, OwedEffect changed) =>
        [.. outbox.Select(effect => effect.Number == changed.Number ? changed : effect)];
}
