using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Graph;

/// <summary>A clock that stands still and tells which waits were begun, so that a test can end one exactly when it has begun.</summary>
internal sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets a wait of exactly this length begin, and then end.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        while (await waits.Reader.ReadAsync(TestContext.Current.CancellationToken) != wait)
        {
        }

        Advance(wait);
    }
}
