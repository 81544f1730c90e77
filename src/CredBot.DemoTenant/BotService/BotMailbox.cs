using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CredBot.DemoTenant.BotService;

/// <summary>One chat's activities on their way to the bot: in order, at once, and again until the bot has them.</summary>
internal sealed partial class BotMailbox(
    BotLine line, TimeProvider time, DemoTenantQuiescence everything, IHostApplicationLifetime host, ILogger<BotMailbox> logger)
{
    private readonly Lock gate = new();
    private readonly Queue<JsonElement> waiting = new();
    private readonly DemoTenantQuiescence quiescence = new(everything);
    private bool running;

    /// <summary>Takes an activity in; never waits for the bot.</summary>
    public void Post(JsonElement activity)
    {
        lock (gate)
        {
            waiting.Enqueue(activity);
            if (running)
            {
                return;
            }

            running = true;
            quiescence.Enter();
        }

        _ = Task.Run(DeliverAllAsync);
    }

    /// <summary>Brings an invoke, after what was posted before it, and brings back the bot's answer. Once: its sender is waiting.</summary>
    public async Task<BotAnswer> InvokeAsync(JsonElement activity, CancellationToken cancellationToken)
    {
        await quiescence.WhenIdleAsync(cancellationToken);
        return await line.SendAsync(activity, cancellationToken);
    }

    private async Task DeliverAllAsync()
    {
        try
        {
            while (Next() is { } activity)
            {
                await DeliverAsync(activity, host.ApplicationStopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The demo stops; its chats end with it.
        }
    }

    private JsonElement? Next()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var activity))
            {
                return activity;
            }

            running = false;
            quiescence.Leave();
            return null;
        }
    }

    private async Task DeliverAsync(JsonElement activity, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var failures = 0; ;)
        {
            var answer = await line.SendAsync(activity, cancellationToken);
            failures += answer is BotAnswer.Unreachable ? 0 : 1;
            if (Redelivery.After(answer, failures, time.GetElapsedTime(start)) is not { } wait)
            {
                if (answer is not BotAnswer.Answered { Status: < 300 })
                {
                    Log.GivenUp(logger, activity.GetProperty("type").GetString(), (answer as BotAnswer.Answered)?.Status ?? 0);
                }

                return;
            }

            await WaitAsync(wait, cancellationToken);
        }
    }

    /// <summary>Waits by the clock. Busy again before the clock's owner goes on, so that nobody takes the moment in between for rest.</summary>
    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var due = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = time.CreateTimer(
            _ =>
            {
                quiescence.Enter();
                due.TrySetResult();
            },
            null, wait, Timeout.InfiniteTimeSpan);
        quiescence.Leave();
        await due.Task.WaitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The bot did not take a {Type} activity: {Status}.")]
        public static partial void GivenUp(ILogger logger, string? type, int status);
    }
}
