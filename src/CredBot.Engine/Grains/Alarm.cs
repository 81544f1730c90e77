using Microsoft.Extensions.Logging;

namespace CredBot.Engine.Grains;

/// <summary>A grain's one reminder: it wakes what must go on after the process died.</summary>
/// <remarks>
/// Orleans skips missed ticks, so the period is the retry interval, never the due time. Precise times are timers in the process;
/// the sweep at the start makes a tick unnecessary in the usual case.
/// </remarks>
internal sealed partial class Alarm(Grain grain, ILogger logger)
{
    public const string Name = "wake";

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private Task<IGrainReminder>? armed;
    private Task dropped = Task.CompletedTask;

    /// <summary>Durable when it returns.</summary>
    public Task ArmAsync() => armed is null or { IsFaulted: true } or { IsCanceled: true } ? armed = RegisterAsync() : armed;

    /// <summary>Takes the reminder away; whoever arms it meanwhile gets a new one. A failure leaves a reminder that finds nothing to do.</summary>
    public Task DropAsync()
    {
        var last = armed;
        armed = null;
        return dropped = UnregisterAsync(last, dropped);
    }

    private async Task<IGrainReminder> RegisterAsync()
    {
        await dropped;
        return await grain.RegisterOrUpdateReminder(Name, Period, Period);
    }

    private async Task UnregisterAsync(Task<IGrainReminder>? last, Task before)
    {
        await before;
        try
        {
            if ((last is null ? await grain.GetReminder(Name) : await last) is { } reminder)
            {
                await grain.UnregisterReminder(reminder);
            }
        }
        catch (Exception failure)
        {
            Log.Kept(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A reminder could not be taken away; it will find nothing to do.")]
        public static partial void Kept(ILogger logger, Exception failure);
    }
}
