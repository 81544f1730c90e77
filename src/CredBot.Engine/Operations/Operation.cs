using System.Text.Json;
using CredBot.Engine.Contracts;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CredBot.Engine.Operations;

/// <summary>The grain of one operation.</summary>
/// <remarks>
/// Each move is one write at the version that was read. What must not happen twice hangs on that write and on nothing else: the activation whose write
/// recorded a step performs it; an activation that finds a step recorded says so to the flow and performs nothing. Calls interleave where they wait,
/// so that a signal is heard while a step runs.
/// </remarks>
[GrainType(Type)]
[Reentrant]
internal sealed partial class Operation : Grain, IOperation, IDisposable
{
    public const string Type = "operation";

    /// <summary>A step that takes longer is cancelled, and its outcome unknown.</summary>
    private static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(2);

    /// <summary>Never the same again, so that a step recorded by an earlier life of this grain is told from one of this life.</summary>
    private readonly string runner = Guid.NewGuid().ToString("N");

    private readonly IPersistentState<OperationDocument> state;
    private readonly Flows flows;
    private readonly Courier courier;
    private readonly EngineQuiescence quiescence;
    private readonly TimeProvider time;
    private readonly ILogger<Operation> logger;
    private readonly Alarm alarm;
    private GrainDocument<OperationDocument> document = null!;
    private Errands errands = null!;
    private DueTimer? timer;
    private IOperation self = null!;
    private string id = "";

    /// <summary>Move whose recorded step this activation has begun, or has reported as found.</summary>
    private long begun;
    private bool delivering;
    private bool performing;

    public Operation(
        [PersistentState(Type, EngineExtensions.Storage)] IPersistentState<OperationDocument> state, Flows flows, Courier courier,
        EngineQuiescence quiescence, TimeProvider time, ILogger<Operation> logger)
    {
        (this.state, this.flows, this.courier, this.quiescence, this.time, this.logger) = (state, flows, courier, quiescence, time, logger);
        alarm = new Alarm(this, logger);
    }

    /// <summary>The recorded step that this activation may perform: its own write recorded it, and it has not begun.</summary>
    private RecordedStep? Mine => document.Current.Step is { } step && step.Runner == runner && step.Version != begun ? step : null;

    /// <summary>The recorded step that somebody else asked for and did not report on.</summary>
    private RecordedStep? Foreign => document.Current.Step is { } step && step.Runner != runner && step.Version != begun ? step : null;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        id = this.GetPrimaryKeyString();
        self = this.AsReference<IOperation>();
        document = new GrainDocument<OperationDocument>(state, DeactivateOnIdle);
        errands = new Errands(id, document, courier, GrainFactory, time, logger);
        timer = new DueTimer(time, quiescence, self.Wake, Failed);
        if (document.Current.Flow is not null)
        {
            quiescence.Track(self.Wake, Failed);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    public async Task Start(string flow, Cloaked intent, string origin)
    {
        if (document.Current.Flow is not null)
        {
            // The first start may have died between its write and its reminder.
            await (document.Current.IsDone ? Task.CompletedTask : alarm.ArmAsync());
            return;
        }

        using var asked = JsonDocument.Parse(intent.Json);
        var what = asked.RootElement.Clone();
        await Task.WhenAll(alarm.ArmAsync(), MoveAsync((before, now) => before.Flow is null
            ? (before with { Flow = flow, Origin = origin }).After(flows.Flow(flow).Begin(id, what, now), runner, null, now)
            : null));
    }

    public Task Signal(string signalId, string verb, string actor, Cloaked? value = null) =>
        HearAsync(signalId, new Happening.Signalled(verb, actor) { Value = value?.Json }, verb);

    public Task Told(string key, string? refusal) => HearAsync($"told {key}", new Happening.Told(key, refusal), "told");

    public async Task GoOn()
    {
        if (delivering)
        {
            return;
        }

        delivering = true;
        try
        {
            await errands.RunAsync();
        }
        finally
        {
            delivering = false;
        }

        await SettleAsync();
    }

    public async Task Perform()
    {
        if (performing || Mine is not { } step)
        {
            return;
        }

        // From here on nobody performs it again, whatever comes.
        (performing, begun) = (true, step.Version);
        try
        {
            var happened = await PerformAsync(step, document.Current);
            if (happened is Happening.Found)
            {
                await document.ReloadAsync();
            }

            await ReportAsync(step, happened);
        }
        finally
        {
            performing = false;
        }

        await SettleAsync();
    }

    public async Task Wake()
    {
        await FindAsync();
        if (document.Current.WakeAt is { } due && due <= time.GetUtcNow())
        {
            await MoveAsync((before, now) => before.WakeAt <= now
                ? Moved(before, new Happening.Due(), before.Step, now) ?? before with { WakeAt = null }
                : null);
        }

        await SettleAsync();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        using var work = quiescence.Begin();
        await Wake();
    }

    private async Task HearAsync(string signalId, Happening happened, string verb)
    {
        if (document.Current.Flow is null)
        {
            Log.NobodyListens(logger, id, verb);
            return;
        }

        await FindAsync();
        await MoveAsync((before, now) => before.Signals.Contains(signalId)
            ? null
            : (Moved(before, happened, before.Step, now) ?? before).Count(signalId));
    }

    /// <summary>Reports a step that an earlier life of this grain recorded; before anything else moves the operation on.</summary>
    private Task FindAsync()
    {
        if (performing || Foreign is not { } step)
        {
            return Task.CompletedTask;
        }

        begun = step.Version;
        return ReportAsync(step, new Happening.Found(step.Name));
    }

    /// <summary>One write: the move, its effects and the step it asks for.</summary>
    private async Task MoveAsync(Func<OperationDocument, DateTimeOffset, OperationDocument?> move)
    {
        await document.AmendAsync(before => move(before, time.GetUtcNow()));
        await SettleAsync();
    }

    private Task ReportAsync(RecordedStep step, Happening happened) => MoveAsync((before, now) =>
    {
        if (before.Ended)
        {
            return null;
        }

        var reports = before.Step?.Version == step.Version;
        var after = Moved(before, happened, reports ? null : before.Step, now);
        if (after is null && reports)
        {
            Log.Unmoved(logger, id, before.Flow, step.Name, happened.GetType().Name);
        }

        return after;
    });

    private OperationDocument? Moved(OperationDocument before, Happening happened, RecordedStep? outstanding, DateTimeOffset now) =>
        !before.Ended && flows.Flow(before.Flow!).Next(before.Document!.Value, happened, now) is { } move
            ? before.After(move, runner, outstanding, now)
            : null;

    /// <summary>The one outside effect, on the pool and not in the grain's turn.</summary>
    private async Task<Happening> PerformAsync(RecordedStep step, OperationDocument recorded)
    {
        using var end = new CancellationTokenSource(StepLimit, time);
        var (context, token) = (new StepContext(step.Name, id, recorded.Origin, recorded.Document!.Value), end.Token);
        try
        {
            var steps = flows.Steps(recorded.Flow!);
            return new Happening.Performed(step.Name, await Task.Run(() => steps.PerformAsync(context, token), token).WaitAsync(token));
        }
        catch (Exception failure)
        {
            Log.Unknown(logger, id, step.Name, failure);
            return new Happening.Found(step.Name);
        }
    }

    /// <summary>Asks itself for what is to be done now, sets the timer for what waits, and lets the reminder go when all is done.</summary>
    private async Task SettleAsync()
    {
        if (!delivering && errands.HasWork)
        {
            quiescence.Track(self.GoOn, Failed);
            return;
        }

        if (delivering)
        {
            return;
        }

        if (!performing && Mine is { } step && errands.HaveTried(step.After))
        {
            quiescence.Track(self.Perform, Failed);
        }

        timer?.Set(Earlier(document.Current.WakeAt, errands.Due));
        if (document.Current.IsDone)
        {
            await alarm.DropAsync();
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private void Failed(Exception failure) => Log.Stopped(logger, id, failure);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Operation {Operation} stopped in the middle of its work; its reminder takes it up again.")]
        public static partial void Stopped(ILogger logger, string operation, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "Step {Step} of operation {Operation} threw; whether it was done is unknown.")]
        public static partial void Unknown(ILogger logger, string operation, string step, Exception failure);

        [LoggerMessage(3, LogLevel.Error, "Flow {Flow} does not move operation {Operation} on {Happening} of its own step {Step}: a fault of the flow; the operation is left as it is.")]
        public static partial void Unmoved(ILogger logger, string operation, string? flow, string step, string happening);

        [LoggerMessage(4, LogLevel.Warning, "Operation {Operation} was never started; its signal {Verb} is dropped.")]
        public static partial void NobodyListens(ILogger logger, string operation, string verb);
    }
}
