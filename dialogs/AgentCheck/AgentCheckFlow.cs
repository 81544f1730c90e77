using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>The pure half of a check: the real colleague says in their own Teams that it is them, then both see the same word, and the asker hears whether the caller knows it.</summary>
internal sealed class AgentCheckFlow : Flow<AgentCheckDocument>
{
    public const string FlowName = "agentCheck";

    /// <summary>Steps.</summary>
    public const string Make = "make", Show = "show";

    /// <summary>Signals: of the colleague, of the asker.</summary>
    public const string Here = "here", NotMe = "notMe", Matches = "matches", Differs = "differs", Stop = "stop";

    /// <summary>How long each side has.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FoundAgain = TimeSpan.FromSeconds(2);

    public override string Name => FlowName;

    protected override JsonTypeInfo<AgentCheckDocument> Document => DialogsJson.Wire.AgentCheckDocument;

    /// <summary>Id of the question to the colleague.</summary>
    public static string NoticeId(string check) => $"{check}:agent";

    /// <summary>Id of the operation that shows the colleague the word.</summary>
    public static string WordId(string check) => $"{check}:word";

    protected override Move<AgentCheckDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now)
    {
        var request = intent.Deserialize(DialogsJson.Wire.AgentCheckRequest)!;
        var document = new AgentCheckDocument { Id = operationId, Request = request, Until = now + Within };
        var notice = new NoticeRequest
        {
            Requester = request.Requester,
            SubjectId = request.AgentId,
            Audience = NoticeRequest.Asked,
            Operation = operationId,
            Message = AgentCheckCards.Question(document, request.Language),
            Translations = new Dictionary<string, Activity> { ["ko"] = AgentCheckCards.Question(document, "ko"), ["en"] = AgentCheckCards.Question(document, "en") },
        };
        return new(document, WakeAt: document.Until)
        {
            Effects = [Line(document, "agent.asked", request.Requester.Id, now), new Effect.Start(NoticeId(operationId), NoticeRequest.FlowName, DialogsJson.Wire.Write(notice))],
        };
    }

    protected override Move<AgentCheckDocument>? Next(AgentCheckDocument document, Happening happened, DateTimeOffset now) => (document.Status, happened) switch
    {
        (AgentCheckStatus.Asking, Happening.Signalled { Verb: Here } signal) when IsAgent(document, signal) && now < document.Until =>
            new(document with { Status = AgentCheckStatus.Making, Until = now + Within }, Perform: Make) { Effects = [Line(document, "agent.here", signal.Actor, now)] },
        (AgentCheckStatus.Asking, Happening.Signalled { Verb: NoticeRequest.NotTold }) => End(document, AgentCheckEnd.Unreachable, document.Request.Requester.Id, now),
        (AgentCheckStatus.Asking, Happening.Due) => End(document, AgentCheckEnd.Expired, document.Request.Requester.Id, now),
        (AgentCheckStatus.Making, Happening.Performed done) => Made(document, Read(done)),
        // Nobody has seen a word yet, so another one does no harm.
        (AgentCheckStatus.Making, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (AgentCheckStatus.Making, Happening.Due) => new(document, Perform: Make),
        (AgentCheckStatus.Showing, Happening.Performed done) => Drawn(document with { Shown = Read(done).Shown }, now),
        (AgentCheckStatus.Showing, Happening.Found) => Drawn(document, now),
        (AgentCheckStatus.Showing, Happening.Due) when now >= document.Until => End(document, AgentCheckEnd.Expired, document.Request.Requester.Id, now),
        (AgentCheckStatus.Showing, Happening.Due) => new(document, Perform: Show, WakeAt: document.Until),
        (AgentCheckStatus.Showing, Happening.Signalled { Verb: Matches } signal) when IsAsker(document, signal) => End(document, AgentCheckEnd.Matched, signal.Actor, now),
        (AgentCheckStatus.Showing, Happening.Signalled { Verb: Differs } signal) when IsAsker(document, signal) => End(document, AgentCheckEnd.Mismatched, signal.Actor, now),
        (not AgentCheckStatus.Over, Happening.Signalled { Verb: NotMe } signal) when IsAgent(document, signal) => End(document, AgentCheckEnd.Denied, signal.Actor, now),
        (not AgentCheckStatus.Over, Happening.Signalled { Verb: Stop } signal) when IsAsker(document, signal) => End(document, AgentCheckEnd.Cancelled, signal.Actor, now),
        _ => null,
    };

    private static Move<AgentCheckDocument> Made(AgentCheckDocument document, AgentCheckStepResult result) =>
        new(document with { Status = AgentCheckStatus.Showing, Seal = result.Seal }, Perform: Show, WakeAt: document.Until);

    private static Move<AgentCheckDocument> Drawn(AgentCheckDocument document, DateTimeOffset now) =>
        new(document, WakeAt: document.Shown || now + FoundAgain > document.Until ? document.Until : now + FoundAgain);

    private static Move<AgentCheckDocument> End(AgentCheckDocument document, AgentCheckEnd end, string actor, DateTimeOffset now)
    {
        var next = document with { Status = AgentCheckStatus.Over, End = end, Seal = null };
        return new(next, Ended: true)
        {
            Effects =
            [
                new Effect.Update(next.Request.CardKey, AgentCheckCards.ForAsker(next)),
                Line(next, "agent.checked", actor, now),
                new Effect.Signal(WordId(next.Id), $"{next.Id}:over", AgentWordFlow.Over, actor) { Value = $"{end}" },
                .. end is AgentCheckEnd.Denied or AgentCheckEnd.Mismatched ? Alarm(next, actor) : [],
            ],
        };
    }

    private static IEnumerable<Effect> Alarm(AgentCheckDocument document, string actor)
    {
        var who = document.Request.Requester;
        var book = SafeguardAsk.OperationId(who.Tenant);
        var impostor = new Impostor(who.Id, document.Request.AgentId, document.Id, actor);
        yield return new Effect.Start(book, SafeguardAsk.FlowName, DialogsJson.Wire.Write(SafeguardAsk.ForTenant(who)));
        yield return new Effect.Signal(book, $"{document.Id}:{Impostor.Reported}", Impostor.Reported, actor) { Value = JsonSerializer.Serialize(impostor, DialogsJson.Wire.Impostor) };
    }

    private static bool IsAgent(AgentCheckDocument document, Happening.Signalled signal) => signal.Actor == document.Request.AgentId;

    private static bool IsAsker(AgentCheckDocument document, Happening.Signalled signal) => signal.Actor == document.Request.Requester.Id;

    private static AgentCheckStepResult Read(Happening.Performed done) => done.Result.Deserialize(DialogsJson.Wire.AgentCheckStepResult)!;

    private static Effect.Audit Line(AgentCheckDocument document, string action, string actor, DateTimeOffset now) => new(new AuditEntry
    {
        Key = $"{document.Id}:{action}",
        Tenant = document.Request.Requester.Tenant,
        At = now,
        Actor = actor,
        Action = action,
        Subject = document.Request.AgentId,
        Operation = document.Id,
        Outcome = document.End?.ToString(),
    });
}
