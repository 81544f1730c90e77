using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Engine.Contracts;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace CredBot.Engine.People;

/// <summary>The grain of one person. It finds or opens their chat; the chat's own conversation does the sending.</summary>
[GrainType(Type)]
[Reentrant]
internal sealed partial class Acquaintance : Grain, IAcquaintance, IDisposable
{
    public const string Type = "person";

    private readonly IPersistentState<AcquaintanceDocument> state;
    private readonly ConnectorClient connector;
    private readonly ISecretSeal seals;
    private readonly Courier courier;
    private readonly IOptions<BotOptions> options;
    private readonly EngineQuiescence quiescence;
    private readonly TimeProvider time;
    private readonly ILogger<Acquaintance> logger;
    private readonly Alarm alarm;
    private GrainDocument<AcquaintanceDocument> document = null!;
    private Notices notices = null!;
    private DueTimer? timer;
    private IAcquaintance self = null!;
    private bool delivering;

    public Acquaintance(
        [PersistentState(Type, EngineExtensions.Storage)] IPersistentState<AcquaintanceDocument> state, ConnectorClient connector, ISecretSeal seals,
        Courier courier, IOptions<BotOptions> options, EngineQuiescence quiescence, TimeProvider time, ILogger<Acquaintance> logger)
    {
        (this.state, this.connector, this.seals, this.courier) = (state, connector, seals, courier);
        (this.options, this.quiescence, this.time, this.logger) = (options, quiescence, time, logger);
        alarm = new Alarm(this, logger);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        self = this.AsReference<IAcquaintance>();
        document = new GrainDocument<AcquaintanceDocument>(state, DeactivateOnIdle);
        notices = new Notices(document, this.GetPrimaryKeyString(), options.Value, connector, new Door(GrainFactory, seals), courier, time, logger);
        timer = new DueTimer(time, quiescence, self.Deliver, Failed);
        GoOn();
        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    public Task Meet(Cloaked reference)
    {
        var heard = JsonSerializer.Deserialize(reference.Json, EngineJson.Wire.ConversationReference)!;

        // Looked at first: most activities teach nothing.
        return document.Current.After(heard, time.GetUtcNow()) is null
            ? Task.CompletedTask
            : document.AmendAsync(document => document.After(heard, time.GetUtcNow()));
    }

    public Task Forget() => document.AmendAsync(static document => document.Forget());

    public async Task Notify(Cloaked effect)
    {
        var owed = JsonSerializer.Deserialize(effect.Json, EngineJson.Wire.OwedEffect)!;
        await Task.WhenAll(alarm.ArmAsync(), document.AmendAsync(document => document.Take(owed, time.GetUtcNow())));
        GoOn();
    }

    public Task Lose(string chat, string code, bool unreachable)
    {
        Log.Lost(logger, code);
        return document.AmendAsync(document => document.Lose(chat, code, unreachable, time.GetUtcNow()));
    }

    public async Task Deliver()
    {
        if (delivering)
        {
            return;
        }

        delivering = true;
        try
        {
            await notices.RunAsync();
        }
        finally
        {
            delivering = false;
        }

        GoOn();
    }

    public async Task Wake()
    {
        if (document.Current.Outbox.Count is 0)
        {
            await alarm.DropAsync();
        }

        GoOn();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        using var work = quiescence.Begin();
        await Wake();
    }

    private void GoOn()
    {
        if (!delivering && notices.HasWork)
        {
            quiescence.Track(self.Deliver, Failed);
        }
        else if (!delivering)
        {
            timer?.Set(notices.Due);
        }
    }

    private void Failed(Exception failure) => Log.Stopped(logger, failure);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A person's notices stopped in the middle; a reminder takes them up again.")]
        public static partial void Stopped(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Information, "A person's chat refused a message with {Code}; that is remembered.")]
        public static partial void Lost(ILogger logger, string code);
    }
}
