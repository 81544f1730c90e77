using CredBot.Engine;

namespace CredBot.Tests.Engine.Hosting;

public sealed class EngineQuiescenceTests
{
    private readonly EngineQuiescence quiescence = new();

    [Fact]
    public void Where_Nothing_Was_Begun_It_Is_Idle() => Assert.True(quiescence.WhenIdleAsync(default).IsCompleted);

    [Fact]
    public async Task It_Waits_For_The_Last_Piece_Of_Work()
    {
        var (one, two) = (quiescence.Begin(), quiescence.Begin());
        var idle = quiescence.WhenIdleAsync(default);

        one.Dispose();
        one.Dispose();
        Assert.False(idle.IsCompleted);

        two.Dispose();
        await idle;
    }

    [Fact]
    public async Task A_Call_Is_Counted_Before_It_Starts_And_Its_Failure_Is_Told()
    {
        var (call, told) = (new TaskCompletionSource(), new TaskCompletionSource<Exception>());
        var counted = false;
        quiescence.Track(
            () =>
            {
                counted = !quiescence.WhenIdleAsync(default).IsCompleted;
                return call.Task;
            },
            told.SetResult);
        var idle = quiescence.WhenIdleAsync(default);

        call.SetException(new InvalidOperationException("why"));

        await idle;
        Assert.True(counted);
        Assert.Equal("why", (await told.Task).Message);
    }

    [Fact]
    public async Task Who_Waits_No_Longer_Is_Let_Go()
    {
        using var work = quiescence.Begin();
        using var patience = new CancellationTokenSource();
        var idle = quiescence.WhenIdleAsync(patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => idle);
    }
}
