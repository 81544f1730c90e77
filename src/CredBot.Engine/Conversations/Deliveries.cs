using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;

namespace CredBot.Engine.Conversations;

/// <summary>Carries out what a conversation owes, in order, each as often as it takes.</summary>
internal sealed partial class Deliveries(
    GrainDocument<ConversationDocument> document, string conversation, ConnectorClient connector, Courier courier, TimeProvider time, ILogger logger)
{
    private readonly List<Redraw> redraws = [];

    /// <summary>Numbers that have gone out and may go out again: they leave the document with the next write.</summary>
    private readonly HashSet<long> settled = [];

    /// <summary>When the next effect may go out; null where nothing is owed.</summary>
    public DateTimeOffset? Due => Outbox.Due(document.Current.Outbox);

    /// <summary>Whether there is something to do now.</summary>
    public bool HasWork => redraws.Count > 0 || Outbox.Next(document.Current.Outbox, settled, time.GetUtcNow()) is not null;

    /// <summary>Asks for a redraw by the next run, after what is owed to the message now.</summary>
    public Task<ConnectorResult> RedrawAsync(string key, Activity message)
    {
        var redraw = new Redraw(key, message, document.Current.NextOwed);
        redraws.Add(redraw);
        return redraw.Done.Task;
    }

    /// <summary>Goes on until nothing is left, or everything waits for its time.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (true)
            {
                if (redraws.Find(redraw => !Owed(redraw).Any()) is { } free)
                {
                    redraws.Remove(free);
                    free.Done.TrySetResult(await RedrawAsync(free));
                }
                else if (Outbox.Next(document.Current.Outbox, settled, time.GetUtcNow()) is { } effect)
                {
                    await CarryAsync(effect);
                }
                else if (settled.Count > 0)
                {
                    await AmendAsync(static document => document);
                }
                else if (redraws.FirstOrDefault() is { } held)
                {
                    redraws.Remove(held);
                    held.Done.TrySetResult(new ConnectorResult.Failed(Due - time.GetUtcNow()));
                }
                else
                {
                    return;
                }
            }
        }
        catch
        {
            Fail();
            throw;
        }
    }

    /// <summary>Answers those who wait for a redraw; the grain goes.</summary>
    public void Fail()
    {
        redraws.ForEach(static redraw => redraw.Done.TrySetResult(new ConnectorResult.Failed(null)));
        redraws.Clear();
    }

    private IEnumerable<OwedEffect> Owed(Redraw redraw) => document.Current.Outbox.Where(effect =>
        effect.IsMessage && effect.Key == redraw.Key && effect.Number < redraw.Before && !settled.Contains(effect.Number));

    private Task CarryAsync(OwedEffect effect) => effect.Kind switch
    {
        OwedKind.Send => SendAsync(effect),
        OwedKind.Update => UpdateAsync(effect),
        _ => RunErrandAsync(effect),
    };

    private async Task SendAsync(OwedEffect effect)
    {
        if (document.Current.Unreachable)
        {
            Log.Unreachable(logger);
            settled.Add(effect.Number);
            await ReportAsync(effect, "Unreachable", static document => document);
            return;
        }

        switch (await TryAsync(to => connector.SendAsync(to, effect.Activity!, CancellationToken.None)))
        {
            case ConnectorResult.Sent sent:
                // Stored at once: a message that is sent again is seen twice.
                settled.Add(effect.Number);
                await ReportAsync(effect, null, document => sent.Id is "" ? document : document.Sent(effect.Key!, sent.Id));
                break;
            case ConnectorResult.Refused refused:
                Log.Dropped(logger, effect.Kind, refused.Status, refused.Code);
                settled.Add(effect.Number);
                var code = refused.Code ?? $"{refused.Status}";
                await ReportAsync(effect, code, document => Lost(refused.Unreachable ? document with { Unreachable = true } : document, refused, code));
                break;
            case ConnectorResult.Failed failed:
                await DelayAsync(effect, failed.RetryAfter);
                break;
        }
    }

    private async Task UpdateAsync(OwedEffect effect)
    {
        if (document.Current.SentAs(effect.Key!) is not { } id)
        {
            settled.Add(effect.Number);
            return;
        }

        switch (await TryAsync(to => connector.UpdateAsync(to, id, effect.Activity!, CancellationToken.None)))
        {
            case ConnectorResult.Failed failed:
                await DelayAsync(effect, failed.RetryAfter);
                return;
            case ConnectorResult.Refused refused:
                Log.Dropped(logger, effect.Kind, refused.Status, refused.Code);
                break;
        }

        settled.Add(effect.Number);
    }

    private async Task RunErrandAsync(OwedEffect effect)
    {
        try
        {
            await courier.CarryAsync(effect, conversation);
            settled.Add(effect.Number);
        }
        catch (Exception failure)
        {
            Log.Postponed(logger, effect.Kind, effect.Operation, failure);
            await DelayAsync(effect, null);
        }
    }

    private async Task<ConnectorResult> RedrawAsync(Redraw redraw) => document.Current.SentAs(redraw.Key) is { } id
        ? await TryAsync(to => connector.UpdateAsync(to, id, redraw.Message, CancellationToken.None))
        : new ConnectorResult.Refused(0, "NeverDelivered", Unreachable: false);

    private async Task<ConnectorResult> TryAsync(Func<ConversationReference, Task<ConnectorResult>> call)
    {
        if (document.Current.Record.Reference is not { } to)
        {
            return new ConnectorResult.Refused(0, "NoReference", Unreachable: false);
        }

        try
        {
            return await call(to);
        }
        catch (Exception failure)
        {
            // No token, no route: as good as no answer.
            Log.NotSent(logger, failure);
            return new ConnectorResult.Failed(null);
        }
    }

    private Task DelayAsync(OwedEffect effect, TimeSpan? asked)
    {
        var now = time.GetUtcNow();
        if (!Outbox.IsHopeless(effect, now))
        {
            return AmendAsync(document => document with { Outbox = Outbox.With(document.Outbox, Outbox.Delay(effect, asked, now)) });
        }

        Log.GivenUp(logger, effect.Kind, effect.Tries + 1);
        settled.Add(effect.Number);
        return ReportAsync(effect, "NoAnswer", static document => document with { GivenUp = document.GivenUp + 1 });
    }

    /// <summary>Settles a message; an operation that wrote to a person hears of it in the same write.</summary>
    private Task ReportAsync(OwedEffect effect, string? code, Func<ConversationDocument, ConversationDocument> change) => AmendAsync(document =>
        effect is { Kind: OwedKind.Send, Operation: not null } ? change(document).Owe([effect.Report(code)], time.GetUtcNow()) : change(document));

    /// <summary>Whoever keeps the person hears that their own chat is closed to us, or gone.</summary>
    private ConversationDocument Lost(ConversationDocument document, ConnectorResult.Refused refused, string code) =>
        document.Record.Reference is { TenantId: { } tenant, User.AadObjectId: { } person, Conversation: { IsPersonal: true, Id: { } chat } }
        && (refused.Unreachable || code is "ConversationNotFound")
            ? document.Owe([new() { Kind = OwedKind.Lost, Tenant = tenant, Person = person, Chat = chat, Code = code, Unreachable = refused.Unreachable }], time.GetUtcNow())
            : document;

    private async Task AmendAsync(Func<ConversationDocument, ConversationDocument> change)
    {
        long[] gone = [.. settled];
        await document.AmendAsync(document => change(document.Settle(gone)));
        settled.ExceptWith(gone);
    }

    private sealed record Redraw(string Key, Activity Message, long Before)
    {
        public TaskCompletionSource<ConnectorResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An owed {Kind} was refused with {Status} {Code} and is dropped.")]
        public static partial void Dropped(ILogger logger, OwedKind kind, int status, string? code);

        [LoggerMessage(2, LogLevel.Information, "A message is dropped: the person blocked or removed the bot.")]
        public static partial void Unreachable(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "An owed {Kind} of operation {Operation} could not be carried out; it will be tried again.")]
        public static partial void Postponed(ILogger logger, OwedKind kind, string? operation, Exception failure);

        [LoggerMessage(4, LogLevel.Error, "An owed {Kind} is given up after {Tries} tries.")]
        public static partial void GivenUp(ILogger logger, OwedKind kind, int tries);

        [LoggerMessage(5, LogLevel.Warning, "The connector could not be called; what is owed will be tried again.")]
        public static partial void NotSent(ILogger logger, Exception failure);
    }
}
