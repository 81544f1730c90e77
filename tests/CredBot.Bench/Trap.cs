using System.Text.RegularExpressions;

namespace CredBot.Bench;

/// <summary>Holds the next request of a kind on its way to the tenant, or its answer on the way back, until the bot is dead.</summary>
/// <param name="method">HTTP method.</param>
/// <param name="path">What its path looks like.</param>
/// <param name="holding">Words that stand in its body; null for any.</param>
/// <param name="after">The tenant carries it out, and the answer is held; otherwise it never arrives.</param>
internal sealed class Trap(string method, Regex path, string? holding, bool after)
{
    private readonly TaskCompletionSource sprung = new(TaskCreationOptions.RunContinuationsAsynchronously), released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;

    public bool After => after;

    /// <summary>Done when a request is held.</summary>
    public Task Sprung => sprung.Task;

    /// <summary>Done when the request may go.</summary>
    public Task Released => released.Task;

    public string? Holding => holding;

    /// <summary>The first request that fits is taken, and no other.</summary>
    public bool Takes(string requestMethod, string requestPath, string body) =>
        requestMethod == method && path.IsMatch(requestPath) && (holding is null || body.Contains(holding, StringComparison.Ordinal)) && Interlocked.Exchange(ref taken, 1) is 0;

    public void Spring() => sprung.TrySetResult();

    public void Release() => released.TrySetResult();
}
