using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CredBot.Engine.Conversations;

/// <summary>The grain of one conversation.</summary>
/// <remarks>
/// Calls interleave where they wait, so that an activity is taken in while a turn runs and a slow connector holds up neither. What must not overlap does
/// not: one turn at a time, one delivery at a time, one write at a time (<see cref="GrainDocument{T}"/>).
/// </remarks>
[GrainType(Type)]
[Reentrant]
internal sealed partial class Conversation : Grain, IConversation, IDisposable
{
    public const string Type = "conversation";

    /// <summary>Letters that may wait; a sender beyond that is not acknowledged.</summary>
    private const int MailboxLimit = 256;

    private readonly IPersistentState<ConversationDocument> state;
    private readonly TurnRunner runner;
    private readonly ISecretSeal seals;
    private readonly ConnectorClient connector;
    private readonly Courier courier;
    private readonly EngineQuiescence quiescence;
    private readonly TimeProvider time;
    private readonly ILogger<Conversation> logger;
    private readonly Queue<Arrival> arrivals = [];
    private readonly Alarm alarm;
    private GrainDocument<ConversationDocument> document = null!;
    private Deliveries deliveries = null!;
    private Turns turns = null!;
    private DueTimer? timer;
    private IConversation self = null!;
    private string key = "";
    private long nextMail;
    private bool turning;
    private bool delivering;

    public Conversation(
        [PersistentState(Type, EngineExtensions.Storage)] IPersistentState<ConversationDocument> state, TurnRunner runner, ISecretSeal seals, ConnectorClient connector,
        Courier courier, EngineQuiescence quiescence, TimeProvider time, ILogger<Conversation> logger)
    {
        (this.state, this.runner, this.seals, this.connector) = (state, runner, seals, connector);
        (this.courier, this.quiescence, this.time, this.logger) = (courier, quiescence, time, logger);
        alarm = new Alarm(this, logger);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = this.GetPrimaryKeyString();
        self = this.AsReference<IConversation>();
        document = new GrainDocument<ConversationDocument>(state, DeactivateOnIdle);
        deliveries = new Deliveries(document, key, connector, courier, time, logger);
        turns = new Turns(document, runner, key, alarm.ArmAsync, time);
        timer = new DueTimer(time, quiescence, self.Deliver, Failed);
        Fetch();
        GoOn();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        deliveries.Fail();
        foreach (var call in arrivals.OfType<Arrival.Call>())
        {
            call.Answer.TrySetException(new OperationCanceledException("The conversation is being read again."));
        }

        return Task.CompletedTask;
    }

    public void Dispose() => timer?.Dispose();

    public async Task Accept(string? activityId, string seal, string? unheardFrom)
    {
        if (unheardFrom is not null && (document.Current.Unreachable || document.Current.Record.Reference?.ServiceUrl == unheardFrom))
        {
            return;
        }

        var armed = alarm.ArmAsync();
        if (document.Current.SeenBefore(activityId) is null)
        {
            // The same activity may be on its way in already: whoever brings it again waits for the same write.
            var letter = Waiting<Arrival.Letter>(activityId) ?? Enqueue(activityId, seal);
            await letter.Stored;
            GoOn();
        }

        await armed;
    }

    public async Task<Cloaked?> Invoke(string? activityId, Cloaked activity)
    {
        if (document.Current.SeenBefore(activityId) is { } seen)
        {
            return Answer(seen.Answer);
        }

        if (Waiting<Arrival.Call>(activityId) is not { } call)
        {
            call = new Arrival.Call(activityId, JsonSerializer.Deserialize(activity.Json, EngineJson.Wire.Activity)!);
            arrivals.Enqueue(call);
            GoOn();
        }

        return await call.Answer.Task;
    }

    public async Task Owe(string operation, Cloaked effects)
    {
        var owed = JsonSerializer.Deserialize(effects.Json, EngineJson.Wire.OwedEffectArray)!;
        await Task.WhenAll(alarm.ArmAsync(), document.AmendAsync(document => document.Hear(operation, owed, time.GetUtcNow())));
        GoOn();
    }

    public async Task<Cloaked> Redraw(string key, Cloaked message)
    {
        var result = deliveries.RedrawAsync(key, JsonSerializer.Deserialize(message.Json, EngineJson.Wire.Activity)!);
        GoOn();
        return Redrawn.Write(await result);
    }

    public async Task Turn()
    {
        if (turning || !arrivals.TryPeek(out var arrival))
        {
            return;
        }

        turning = true;
        try
        {
            await (arrival switch
            {
                Arrival.Letter letter => ReadAsync(letter),
                Arrival.Call call => AnswerAsync(call),
                _ => Task.CompletedTask,
            });
        }
        finally
        {
            arrivals.Dequeue();
            turning = false;
            GoOn();
        }
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
            await deliveries.RunAsync();
        }
        finally
        {
            delivering = false;
        }

        GoOn();
    }

    public async Task Wake()
    {
        if (arrivals.Count is 0)
        {
            Fetch();
        }

        if (document.Current.IsIdle && arrivals.Count is 0)
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

    /// <summary>Takes the letters out of the stored mailbox: those of an earlier life, or of somebody else who wrote the document.</summary>
    private void Fetch()
    {
        foreach (var mail in document.Current.Mailbox)
        {
            arrivals.Enqueue(new Arrival.Letter(mail, Task.CompletedTask));
        }
    }

    private Arrival.Letter Enqueue(string? activityId, string seal)
    {
        if (document.Current.Mailbox.Count >= MailboxLimit)
        {
            throw new StoreException("The conversation's mailbox is full.");
        }

        nextMail = Math.Max(nextMail, document.Current.NextMail) + 1;
        var mail = new Mail(nextMail - 1, activityId, time.GetUtcNow(), seal);
        var letter = new Arrival.Letter(mail, document.AmendAsync(document => document.Take(mail)));
        arrivals.Enqueue(letter);
        return letter;
    }

    private T? Waiting<T>(string? activityId) where T : Arrival =>
        activityId is null ? null : arrivals.OfType<T>().FirstOrDefault(arrival => arrival.Id == activityId);

    /// <summary>Asks itself for the next turn and the next delivery, and sets the timer for what waits.</summary>
    private void GoOn()
    {
        if (!turning && arrivals.Count > 0)
        {
            quiescence.Track(self.Turn, Failed);
        }

        if (!delivering && deliveries.HasWork)
        {
            quiescence.Track(self.Deliver, Failed);
        }
        else if (!delivering)
        {
            timer?.Set(deliveries.Due);
        }
    }

    private async Task ReadAsync(Arrival.Letter letter)
    {
        await Task.WhenAny(letter.Stored);
        if (!letter.Stored.IsCompletedSuccessfully)
        {
            return;
        }

        var mail = letter.Mail;
        if (seals.Open(Mailbox(key), mail.Seal) is not { } opened)
        {
            Log.Unreadable(logger, mail.Number);
            await document.AmendAsync(document => document.Drop(mail.Number));
            return;
        }

        var activity = JsonSerializer.Deserialize(opened, EngineJson.Wire.Activity)!;
        await turns.RunAsync(activity, mail.Id ?? $"#{mail.Number}", mail.Number, CancellationToken.None);
    }

    private async Task AnswerAsync(Arrival.Call call)
    {
        using var _ = call;
        try
        {
            call.Deadline.ThrowIfCancellationRequested();
            call.Answer.TrySetResult(Answer(await turns.RunAsync(call.Activity, call.Id ?? $"!{Guid.NewGuid()}", mail: null, call.Deadline)));
        }
        catch (Exception failure)
        {
            call.Answer.TrySetException(failure is OperationCanceledException ? new TimeoutException("The invoke waited too long for its turn.") : failure);
            if (failure is not OperationCanceledException)
            {
                throw;
            }
        }
    }

    /// <summary>What a letter's seal is bound to.</summary>
    internal static string Mailbox(string conversation) => $"mailbox {conversation}";

    private static Cloaked? Answer(InvokeResponse? response) =>
        response is null ? null : new Cloaked { Json = JsonSerializer.Serialize(response, EngineJson.Wire.InvokeResponse) };

    private void Failed(Exception failure) => Log.Stopped(logger, failure);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A conversation stopped in the middle of its work; its reminder takes it up again.")]
        public static partial void Stopped(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "Letter {Number} of a mailbox cannot be opened, its key is gone; it is dropped.")]
        public static partial void Unreadable(ILogger logger, long number);
    }
}
