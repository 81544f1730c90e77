using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.Notice;

/// <summary>The pure half of a notice: told; or, where the person lacks the bot, installed for them and told; or not told, and that is said.</summary>
internal sealed class NoticeFlow : Flow<NoticeDocument>
{
    /// <summary>The only step.</summary>
    public const string Install = "install";

    /// <summary>Teams' word for a person who does not have the bot. Whoever blocked it is left in peace.</summary>
    private const string NotInstalled = "BotNotInConversationRoster";

    /// <summary>How soon after an installation Teams has brought its conversationUpdate.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    /// <summary>An installation repeated does no harm: the second one is answered that it is there.</summary>
    private static readonly TimeSpan FoundAgain = TimeSpan.FromSeconds(2);

    /// <summary>The engine gives a message up after a day; this is for a report that went astray.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(49);

    public override string Name => NoticeRequest.FlowName;

    protected override JsonTypeInfo<NoticeDocument> Document => DialogsJson.Wire.NoticeDocument;

    protected override Move<NoticeDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now) =>
        Send(new NoticeDocument { Id = operationId, Request = intent.Deserialize(DialogsJson.Wire.NoticeRequest)! }, 1, chat: null, now);

    protected override Move<NoticeDocument>? Next(NoticeDocument document, Happening happened, DateTimeOffset now) => (document.Status, happened) switch
    {
        (NoticeStatus.Sending, Happening.Told { Refusal: NotInstalled } told) when told.Key == Key(document, 1) =>
            new(document with { Status = NoticeStatus.Installing, Refusal = NotInstalled }, Perform: Install),
        (NoticeStatus.Sending, Happening.Told told) when told.Key == Key(document, 1) => End(document, told.Refusal, now),
        (NoticeStatus.Installing, Happening.Performed done) => Installed(document, done.Result.Deserialize(DialogsJson.Wire.NoticeStepResult)!, now),
        (NoticeStatus.Installing, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (NoticeStatus.Installing, Happening.Due) => new(document, Perform: Install),
        (NoticeStatus.Waiting, Happening.Due) => Send(document with { Status = NoticeStatus.SendingAgain }, 2, chat: null, now),
        (NoticeStatus.SendingAgain, Happening.Told told) when told.Key == Key(document, 2) => End(document, told.Refusal, now),
        (NoticeStatus.Sending or NoticeStatus.SendingAgain, Happening.Due) => End(document, "NoAnswer", now),
        _ => null,
    };

    private static Move<NoticeDocument> Installed(NoticeDocument document, NoticeStepResult result, DateTimeOffset now) => result switch
    {
        { Installed: false } => End(document, result.Refusal ?? NotInstalled, now),
        { Chat: { } chat } => Send(document with { Status = NoticeStatus.SendingAgain }, 2, chat, now),
        _ => new(document with { Status = NoticeStatus.Waiting }, WakeAt: now + Settled),
    };

    private static Move<NoticeDocument> Send(NoticeDocument document, int time, string? chat, DateTimeOffset now)
    {
        var request = document.Request;
        var notify = new Effect.Notify(request.Requester.Tenant, request.SubjectId, Key(document, time), request.Message)
        {
            Translations = request.Translations, Chat = chat,
        };
        return new(document, WakeAt: now + LongestSilence) { Effects = [notify] };
    }

    private static Move<NoticeDocument> End(NoticeDocument document, string? refusal, DateTimeOffset now)
    {
        var next = document with { Status = refusal is null ? NoticeStatus.Told : NoticeStatus.NotTold, Refusal = refusal };
        var (request, verb) = (next.Request, refusal is null ? NoticeRequest.Told : NoticeRequest.NotTold);
        return new(next, Ended: true)
        {
            Effects =
            [
                new Effect.Signal(request.Operation, $"{next.Id}:{verb}", verb, request.Requester.Id) { Value = request.SubjectId },
                new Effect.Audit(new AuditEntry
                {
                    Key = $"{next.Id}:ended",
                    Tenant = request.Requester.Tenant,
                    At = now,
                    Actor = request.Requester.Id,
                    Action = $"{request.Audience}.{(refusal is null ? "told" : "notTold")}",
                    Subject = request.SubjectId,
                    Operation = request.Operation,
                    Outcome = refusal,
                }),
            ],
        };
    }

    private static string Key(NoticeDocument document, int time) => NoticeRequest.Key(document.Id, time);
}
