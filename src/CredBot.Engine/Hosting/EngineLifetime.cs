using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;
using CredBot.Engine.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CredBot.Engine.Hosting;

/// <summary>After the start, wakes everything that has a reminder; before the stop, lets what is under way come to its end.</summary>
/// <remarks>Reminders alone would come up to a minute late after a crash.</remarks>
internal sealed partial class EngineLifetime(
    IReminderTable reminders, IGrainFactory grains, EngineQuiescence quiescence, Flows flows, ILogger<EngineLifetime> logger) : IHostedService
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Flows are asked for here, so that two of one name stop the start and not the first operation.
        ArgumentNullException.ThrowIfNull(flows);
        quiescence.Track(SweepAsync, failure => Log.NotSwept(logger, failure));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await quiescence.WhenIdleAsync(cancellationToken).WaitAsync(StopLimit, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            Log.StoppedBusy(logger);
        }
    }

    private async Task SweepAsync()
    {
        var rows = (await reminders.ReadRows(0, 0)).Reminders;
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (row, _) =>
        {
            try
            {
                await WakeAsync(row.GrainId);
            }
            catch (Exception failure)
            {
                Log.NotWoken(logger, row.GrainId, failure);
            }
        });
        Log.Swept(logger, rows.Count);
    }

    private Task WakeAsync(GrainId grain) => grain.Type.ToString() switch
    {
        Conversation.Type => grains.GetGrain<IConversation>(grain).Wake(),
        Acquaintance.Type => grains.GetGrain<IAcquaintance>(grain).Wake(),
        Operation.Type => grains.GetGrain<IOperation>(grain).Wake(),
        _ => Task.CompletedTask,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} conversations and operations were woken after the start.")]
        public static partial void Swept(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "What was left by the last run could not be looked up; reminders will wake it.")]
        public static partial void NotSwept(ILogger logger, Exception failure);

        [LoggerMessage(3, LogLevel.Error, "{Grain} could not be woken; its reminder will.")]
        public static partial void NotWoken(ILogger logger, GrainId grain, Exception failure);

        [LoggerMessage(4, LogLevel.Warning, "The engine stops with work under way; the next start goes on with it.")]
        public static partial void StoppedBusy(ILogger logger);
    }
}
