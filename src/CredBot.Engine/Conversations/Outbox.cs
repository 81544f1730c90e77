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
    /// <returns>Null where everything waits, or nothing is owed.</returns>
    public static OwedEffect? Next(IReadOnlyList<OwedEffect> outbox, ISet<long> settled, DateTimeOffset now)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
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
    public static DateTimeOffset? Due(IReadOnlyList<OwedEffect> outbox)
    {
        var lanes = new HashSet<string>(StringComparer.Ordinal);
        return outbox.Where(effect => lanes.Add(effect.Lane)).Min(static effect => effect.DueAt ?? (DateTimeOffset?)DateTimeOffset.MinValue);
    }

    /// <summary>The effect after one more failure: twice the wait of before, or what the other side asked for.</summary>
    public static OwedEffect Delay(OwedEffect effect, TimeSpan? asked, DateTimeOffset now)
    {
        var backoff = TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(effect.Tries + 1, 20))));
        return effect with { Tries = effect.Tries + 1, DueAt = now + (asked > backoff ? asked.Value : backoff) };
    }

    public static bool IsHopeless(OwedEffect effect, DateTimeOffset now) => effect.IsMessage && now - effect.Since >= LongestOwed;

    public static IReadOnlyList<OwedEffect> Without(IReadOnlyList<OwedEffect> outbox, IEnumerable<long> numbers)
    {
        var gone = numbers.ToHashSet();
        return gone.Count is 0 ? outbox : [.. outbox.Where(effect => !gone.Contains(effect.Number))];
    }

    public static IReadOnlyList<OwedEffect> With(IReadOnlyList<OwedEffect> outbox, OwedEffect changed) =>
        [.. outbox.Select(effect => effect.Number == changed.Number ? changed : effect)];
}
