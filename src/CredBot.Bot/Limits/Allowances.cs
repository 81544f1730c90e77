using CredBot.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Limits;

/// <summary>How much each person and each tenant may still send. Asked only after the channel and the tenant were found good.</summary>
/// <remarks>
/// A person is (tenant id, object id), or the channel's id where there is no object id. A refusal is charged to nobody, and one person's flood
/// is not charged to the tenant. Kept in memory: whoever has been silent for a minute is forgotten.
/// </remarks>
internal sealed class Allowances(IOptions<LimitsOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Tenant, string Person), Person> people = [];
    private readonly Dictionary<string, Window> tenants = new(StringComparer.Ordinal);
    private readonly long born = time.GetTimestamp();
    private TimeSpan sweepAt = Long;

    /// <summary>How many people and tenants are remembered.</summary>
    internal int Remembered
    {
        get
        {
            lock (gate)
            {
                return people.Count + tenants.Count;
            }
        }
    }

    /// <summary>Takes one from the sender's allowance and one from the tenant's, or from neither.</summary>
    public Allowance Take(Activity activity)
    {
        var now = time.GetElapsedTime(born);
        var (tenant, sender) = Sender(activity);
        lock (gate)
        {
            Sweep(now);
            var person = people.TryGetValue((tenant, sender), out var known) ? known : people[(tenant, sender)] = new Person(options.Value);
            var whole = tenants.TryGetValue(tenant, out var window) ? window : tenants[tenant] = new Window(Short, options.Value.TenantPerTenSeconds);
            var (own, shared) = (person.FullUntil(now), whole.FullUntil(now));
            if ((own ?? shared) is { } until)
            {
                var tell = now >= person.ToldUntil;
                person.ToldUntil = tell ? until : person.ToldUntil;
                return new Allowance.Refused(until - now, tell, OfTenant: own is null);
            }

            person.Count(now);
            whole.Count(now);
            return new Allowance.Given();
        }
    }

    /// <summary>The telling failed: the next refusal tells.</summary>
    public void NotTold(Activity activity)
    {
        lock (gate)
        {
            if (people.TryGetValue(Sender(activity), out var person))
            {
                person.ToldUntil = TimeSpan.MinValue;
            }
        }
    }

    private static (string Tenant, string Person) Sender(Activity activity) =>
        ((activity.TenantId ?? "").ToLowerInvariant(), (activity.ActorId ?? activity.From?.Id ?? "").ToLowerInvariant());

    private void Sweep(TimeSpan now)
    {
        if (now < sweepAt)
        {
            return;
        }

        sweepAt = now + Long;
        foreach (var (key, _) in people.Where(entry => now >= entry.Value.End).ToList())
        {
            people.Remove(key);
        }

        foreach (var (key, _) in tenants.Where(entry => now >= entry.Value.End).ToList())
        {
            tenants.Remove(key);
        }
    }

    private sealed class Person(LimitsOptions limits)
    {
        private readonly Window burst = new(Short, limits.PersonPerTenSeconds);
        private readonly Window steady = new(Long, limits.PersonPerMinute);

        /// <summary>Until when this person need not be told again.</summary>
        public TimeSpan ToldUntil { get; set; } = TimeSpan.MinValue;

        public TimeSpan End => TimeSpan.FromTicks(Math.Max(Math.Max(burst.End.Ticks, steady.End.Ticks), ToldUntil.Ticks));

        public TimeSpan? FullUntil(TimeSpan now) => (burst.FullUntil(now), steady.FullUntil(now)) switch
        {
            ({ } one, { } other) => one > other ? one : other,
            var (one, other) => one ?? other,
        };

        public void Count(TimeSpan now)
        {
            burst.Count(now);
            steady.Count(now);
        }
    }
}
