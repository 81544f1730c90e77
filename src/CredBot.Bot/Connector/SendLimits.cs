using CredBot.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>Holds back what Teams would answer with 429, before it is sent: per thread in the order of asking, and per tenant.</summary>
/// <remarks>
/// Nobody waits in here: who may not send yet is told how long, keeps a place in the thread's line under its conversation's id, and asks again. The
/// counts are this process's own; several processes share <see cref="BotOptions.SendsPerSecond"/> between them by its setting.
/// Source: Teams docs «Rate limiting», per bot per thread and per app per tenant.
/// </remarks>
public sealed class SendLimits(IOptions<BotOptions> options, TimeProvider time)
{
    /// <summary>Messages are not equally long under way: a little more than Teams asks for.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private static readonly Rate[] OfThread = [In(7, 1), In(8, 2), In(60, 30), In(1800, 3600)];
    private readonly Rate[] ofTenant = [In(options.Value.SendsPerSecond, 1)];
    private readonly Lock gate = new();
    private readonly Dictionary<string, SendWindow> threads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SendWindow> tenants = new(StringComparer.Ordinal);

    /// <summary>Who has been promised which time.</summary>
    private readonly Dictionary<string, DateTimeOffset> places = new(StringComparer.Ordinal);
    private DateTimeOffset swept = time.GetUtcNow();

    /// <summary>The first promised time; null where nobody waits.</summary>
    internal DateTimeOffset? FirstPromise
    {
        get
        {
            lock (gate)
            {
                return places.Count is 0 ? null : places.Values.Min();
            }
        }
    }

    /// <summary>How many windows are kept.</summary>
    internal int Kept
    {
        get
        {
            lock (gate)
            {
                return threads.Count + tenants.Count;
            }
        }
    }

    /// <summary>Asks to send one thing now.</summary>
    /// <returns>Zero: it is counted, and may go. Otherwise how long to wait before asking again.</returns>
    internal TimeSpan Ask(ConversationReference to)
    {
        var who = Who(to);
        lock (gate)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            var (thread, tenant) = (Window(threads, Thread(who), OfThread), Window(tenants, to.TenantId ?? "", ofTenant));
            var waited = places.TryGetValue(who, out var place);
            if (waited && place > now)
            {
                return place - now;
            }

            if (waited)
            {
                places.Remove(who);
                thread.Keep(place);
            }

            var (own, shared) = (waited ? thread.Free(now) : thread.Next(now), tenant.Free(now));
            var free = own > shared ? own : shared;
            if (free > now)
            {
                thread.Promise(free);
                places[who] = free;
                return free - now;
            }

            thread.Add(now);
            tenant.Add(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Teams throttled all the same: nothing goes to this thread for so long.</summary>
    internal void Close(ConversationReference to, TimeSpan span)
    {
        lock (gate)
        {
            Window(threads, Thread(Who(to)), OfThread).Close(time.GetUtcNow() + span);
        }
    }

    private static string Who(ConversationReference to) => to.Conversation?.Id ?? $"new {to.User?.Id}";

    /// <summary>A channel is one thread, whichever of its conversations is spoken in.</summary>
    private static string Thread(string conversation) => conversation.Split(";messageid=")[0];

    private static Rate In(int count, int seconds) => new(count, TimeSpan.FromSeconds(seconds) + Margin);

    private static SendWindow Window(Dictionary<string, SendWindow> windows, string key, Rate[] rates) =>
        windows.TryGetValue(key, out var window) ? window : windows[key] = new SendWindow(rates);

    /// <summary>Who has been silent long enough is forgotten.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < SweepEvery)
        {
            return;
        }

        swept = now;
        foreach (var windows in (Dictionary<string, SendWindow>[])[threads, tenants])
        {
            foreach (var idle in windows.Where(window => window.Value.IsIdle(now)).Select(static window => window.Key).ToList())
            {
                windows.Remove(idle);
            }
        }

        foreach (var lost in places.Where(place => now - place.Value > SweepEvery).Select(static place => place.Key).ToList())
        {
            places.Remove(lost);
        }
    }
}
