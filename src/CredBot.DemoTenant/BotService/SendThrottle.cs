using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.BotService;

/// <summary>Answers a bot that sends faster than Teams lets it: 429, and how long to wait.</summary>
/// <remarks>Source: Teams docs «Optimize your bot with rate limiting»: per bot per thread (create and send), per app per tenant.</remarks>
internal sealed class SendThrottle(TimeProvider time) : IEndpointFilter
{
    private static readonly (int Calls, int Seconds)[] PerThread = [(7, 1), (8, 2), (60, 30), (1800, 3600)];
    private static readonly (int Calls, int Seconds)[] PerTenant = [(50, 1)];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> threads = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> tenant = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var conversation = HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method) ? request.RouteValues["conversation"] as string : null;
        if (Wait(conversation?.Split(';')[0]) is not { } wait)
        {
            return await next(context);
        }

        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ConnectorError.Throttled();
    }

    /// <param name="thread">The thread that is sent to; null for a call that sends nothing.</param>
    /// <returns>Null where the call is let through, and counted.</returns>
    private TimeSpan? Wait(string? thread)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var calls = thread is null ? null : threads.TryGetValue(thread, out var found) ? found : threads[thread] = new();
            var waits = PerTenant.Select(limit => Wait(tenant, limit, now)).Concat(calls is null ? [] : PerThread.Select(limit => Wait(calls, limit, now)));
            if (waits.Max() is { Ticks: > 0 } wait)
            {
                return wait;
            }

            Count(tenant, PerTenant[^1], now);
            if (calls is not null)
            {
                Count(calls, PerThread[^1], now);
            }

            return null;
        }
    }

    private static TimeSpan Wait(Queue<DateTimeOffset> calls, (int Calls, int Seconds) limit, DateTimeOffset now)
    {
        var window = TimeSpan.FromSeconds(limit.Seconds);
        var recent = calls.Where(call => now - call < window).ToList();
        return recent.Count < limit.Calls ? TimeSpan.Zero : recent[^limit.Calls] + window - now;
    }

    private static void Count(Queue<DateTimeOffset> calls, (int Calls, int Seconds) longest, DateTimeOffset now)
    {
        while (calls.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(longest.Seconds))
        {
            calls.Dequeue();
        }

        calls.Enqueue(now);
    }
}
