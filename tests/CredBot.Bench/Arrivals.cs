using Microsoft.AspNetCore.Builder;

namespace CredBot.Bench;

/// <summary>Counts the resets that have reached the tenant, whatever the tenant then does with them.</summary>
internal sealed class Arrivals
{
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Counts what comes to this server.</summary>
    public void Watch(IApplicationBuilder server) => server.Use(async (context, next) =>
    {
        if (context.Request.Path.Value!.EndsWith("/resetPassword", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }

        await next(context);
    });

    /// <summary>Waits until so many more have come.</summary>
    public Task UntilAsync(int total) => Waiting.UntilAsync($"{total} resets have reached the tenant", TimeSpan.FromMinutes(1), () => Task.FromResult(Count >= total));
}
