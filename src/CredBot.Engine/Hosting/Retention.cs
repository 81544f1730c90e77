using CredBot.Engine.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Engine.Hosting;

/// <summary>Erases what is kept no longer, at the start and once a day.</summary>
internal sealed partial class Retention(IStore store, IOptions<StorageOptions> options, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Daily, time);
        do
        {
            try
            {
                var now = time.GetUtcNow();
                var gone = await store.ExpireAsync(now - options.Value.KeepAudit, now - options.Value.KeepOperations, stoppingToken);
                Log.Erased(logger, gone.AuditLines, gone.Operations);
            }
            catch (StoreException failure)
            {
                Log.NotErased(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Lines} lines of the audit and {Operations} operations had been kept for long enough and are erased.")]
        public static partial void Erased(ILogger logger, int lines, int operations);

        [LoggerMessage(2, LogLevel.Error, "What is kept no longer could not be erased; it is tried again tomorrow.")]
        public static partial void NotErased(ILogger logger, Exception failure);
    }
}
