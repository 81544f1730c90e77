namespace CredBot.Bench;

/// <summary>Waits, never for ever.</summary>
internal static class Waiting
{
    /// <exception cref="TimeoutException">It did not come true in time.</exception>
    public static async Task UntilAsync(string what, TimeSpan longest, Func<Task<bool>> isTrue)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await isTrue())
        {
            if (TimeProvider.System.GetElapsedTime(start) > longest)
            {
                throw new TimeoutException($"Waited {longest.TotalSeconds:0} s in vain: {what}.");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    public static Task ForAsync(TimeSpan span) => Task.Delay(span, TimeProvider.System);
}
