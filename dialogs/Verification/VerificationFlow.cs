using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Verification;

/// <summary>The pure half of a verification: one proof after the other, each from a person in their own chat; silence, a stop or a «no» end it without.</summary>
internal sealed class VerificationFlow(IOptions<ResetOptions> options) : Flow<VerificationDocument>
{
    /// <summary>Steps.</summary>
    public const string Open = "open", Show = "show";

    /// <summary>Signals: of the person affected, of the manager, of a second person, of any of them, of the agent.</summary>
    public const string Typed = "typed", Confirmed = "confirmed", Vouched = "vouched", Approved = "approved", Denied = "denied", AskManager = "askManager", Stop = "stop";

    /// <summary>Opening twice does no harm, showing twice neither.</summary>
    private static readonly TimeSpan FoundAgain = TimeSpan.FromSeconds(2);

    public override string Name => VerificationRequest.FlowName;

    protected override JsonTypeInfo<VerificationDocument> Document => DialogsJson.Wire.VerificationDocument;

    protected override Move<VerificationDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now)
    {
        var request = intent.Deserialize(DialogsJson.Wire.VerificationRequest)!;
        var document = new VerificationDocument
        {
            Id = operationId, Request = request, Wanted = AssurancePolicy.Proofs(request.Facts),
        };
        return new(document, Perform: Open);
    }

    protected override Move<VerificationDocument>? Next(VerificationDocument document, Happening happened, DateTimeOffset now) => (document.Status, happened) switch
    {
        (VerificationStatus.Opening, Happening.Performed done) => Opened(document, done.Result.Deserialize(DialogsJson.Wire.VerificationStepResult)!, now),
        (VerificationStatus.Opening, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (VerificationStatus.Opening, Happening.Due) => new(document, Perform: Open),
        (VerificationStatus.Waiting, Happening.Performed done) =>
            new(document with { Shown = done.Result.Deserialize(DialogsJson.Wire.VerificationStepResult)!.Shown }, WakeAt: Wake(document, now)),
        (VerificationStatus.Waiting, Happening.Found) => new(document, WakeAt: Wake(document, now)),
        (VerificationStatus.Waiting, Happening.Due) when now >= document.Until => Failed(document, VerificationEnd.Expired, now),
        (VerificationStatus.Waiting, Happening.Due) => new(document, Perform: document.Number is null ? null : Show, WakeAt: document.Until),
        (VerificationStatus.Waiting, Happening.Signalled { Verb: NoticeRequest.Told or NoticeRequest.NotTold } signal) =>
            signal.Verb is NoticeRequest.NotTold ? NotTold(document, signal.Value!, now) : null,
        (VerificationStatus.Waiting, Happening.Signalled signal) when now >= document.Until => null,
        (VerificationStatus.Waiting, Happening.Signalled signal) => Heard(document, signal, now),
        (VerificationStatus.Opening, Happening.Signalled { Verb: Stop } signal) when signal.Actor == document.Request.Requester.Id =>
            Failed(document, VerificationEnd.Cancelled, now),
        _ => null,
    };

    private static DateTimeOffset Wake(VerificationDocument document, DateTimeOffset now) =>
        document.Number is null || document.Shown || now + FoundAgain > document.Until ? document.Until : now + FoundAgain;

    private Move<VerificationDocument> Opened(VerificationDocument document, VerificationStepResult result, DateTimeOffset now)
    {
        IEnumerable<Effect> sighting = result.Manager is { } manager
            ? new ManagerSighting(document.Request.Requester.Tenant, document.Request.Facts.SubjectId, manager).Owed(document.Id, document.Request.Requester.Id)
            : [];
        if (result.End is { } end)
        {
            var failed = Failed(document, end, now);
            return failed with { Effects = [.. failed.Effects, .. sighting] };
        }

        var within = document.Current is Proof.Session or Proof.NumberMatch ? options.Value.VerifyWithin : options.Value.ApproveWithin;
        var next = document with { Status = VerificationStatus.Waiting, Asked = result.People, Number = result.Number, Until = now + within };
        return new(next, Perform: next.Number is null ? null : Show, WakeAt: next.Until)
        {
            Effects =
            [
                // A number is drawn by its own step, which stores it nowhere.
                .. next.Number is null ? [Card(next)] : Array.Empty<Effect>(), VerificationAudit.Line(next, $"verification.asked.{next.Current}", next.Request.Requester.Id, now),
                .. next.Asked.Select(person => Ask(next, person)),
                .. sighting,
            ],
        };
    }

    private static Effect.Start Ask(VerificationDocument document, AskedPerson person)
    {
        var notice = new NoticeRequest
        {
            Requester = document.Request.Requester,
            SubjectId = person.Id,
            Audience = NoticeRequest.Asked,
            Operation = document.Id,
            Message = VerificationCards.Question(document, person, "en"),
            Translations = new Dictionary<string, Activity>
            {
                ["ko"] = VerificationCards.Question(document, person, "ko"), ["en"] = VerificationCards.Question(document, person, "en"),
            },
        };
        return new(NoticeId(document, person.Id), NoticeRequest.FlowName, DialogsJson.Wire.Write(notice));
    }

    /// <summary>Id of the notice that asks somebody for the present proof.</summary>
    public static string NoticeId(VerificationDocument document, string person) => $"{document.Id}:{document.Current}:{person}";

    private static Move<VerificationDocument> NotTold(VerificationDocument document, string person, DateTimeOffset now)
    {
        var next = document with { Asked = [.. document.Asked.Select(asked => asked.Id == person ? asked with { IsLost = true } : asked)] };
        if (next.Asked.Any(static asked => !asked.IsLost))
        {
            return new(next, WakeAt: Wake(next, now));
        }

        // Whoever cannot be asked in Teams may still be vouched for.
        return AssurancePolicy.MayBeVouchedFor(document.Current!.Value, document.Wanted)
            ? Reopen(next with { Wanted = [.. document.Wanted.Select(proof => proof == document.Current ? Proof.ManagerVouched : proof)] }, now)
            : Failed(next, VerificationEnd.Unreachable, now);
    }

    private Move<VerificationDocument>? Heard(VerificationDocument document, Happening.Signalled signal, DateTimeOffset now)
    {
        if (signal.Actor == document.Request.Requester.Id)
        {
            return signal.Verb switch
            {
                Stop => Failed(document, VerificationEnd.Cancelled, now),
                AskManager when AssurancePolicy.MayBeVouchedFor(document.Current!.Value, document.Wanted) =>
                    Reopen(document with { Wanted = [.. document.Wanted.Select(proof => proof == document.Current ? Proof.ManagerVouched : proof)] }, now),
                _ => null,
            };
        }

        if (!document.Asked.Any(person => person.Id == signal.Actor))
        {
            return null;
        }

        return (document.Current, signal.Verb) switch
        {
            (_, Denied) => Failed(document, VerificationEnd.Denied, now, signal.Actor),
            (Proof.Session, Confirmed) or (Proof.ManagerVouched, Vouched) or (Proof.SecondPerson or Proof.Exception, Approved) =>
                signal.Value == document.Binding ? Shown(document, signal.Actor, now) : null,
            (Proof.NumberMatch, Typed) => signal.Value == document.Number!.Hash ? Shown(document, signal.Actor, now) : Missed(document, signal.Actor, now),
            _ => null,
        };
    }

    private static Move<VerificationDocument> Reopen(VerificationDocument document, DateTimeOffset now)
    {
        var next = document with { Status = VerificationStatus.Opening, Asked = [], Number = null, Shown = false };
        return new(next, Perform: Open) { Effects = [Card(next)] };
    }

    private static Move<VerificationDocument> Missed(VerificationDocument document, string actor, DateTimeOffset now)
    {
        var number = document.Number! with { Misses = document.Number!.Misses + 1 };
        var next = document with { Number = number };
        return number.Misses >= NumberChallenge.MostMisses
            ? Failed(next, VerificationEnd.WrongNumber, now, actor)
            : new(next, WakeAt: Wake(next, now)) { Effects = [VerificationAudit.Line(next, $"verification.missed.{number.Misses}", actor, now)] };
    }

    private Move<VerificationDocument> Shown(VerificationDocument document, string actor, DateTimeOffset now)
    {
        var proven = document.Current!.Value;
        var next = document with { Proven = [.. document.Proven, new Proven(proven, actor, now)], Asked = [], Number = null, Shown = false };
        var line = VerificationAudit.Line(next, $"verification.passed.{proven}", actor, now);
        if (next.Current is not null)
        {
            var opening = next with { Status = VerificationStatus.Opening };
            return new(opening, Perform: Open) { Effects = [Card(opening), line] };
        }

        var end = next with { Status = VerificationStatus.Verified };
        var record = new VerificationRecord(end.Binding, end.Proven, now, now + options.Value.ApproveWithin);
        return new(end, Ended: true)
        {
            Effects = [line, Tell(end, VerificationRequest.Verified, JsonSerializer.Serialize(record, DialogsJson.Wire.VerificationRecord))],
        };
    }

    private static Move<VerificationDocument> Failed(VerificationDocument document, VerificationEnd why, DateTimeOffset now, string? actor = null)
    {
        var next = document with { Status = VerificationStatus.Failed, End = why, Number = null };
        var request = document.Request;
        List<Effect> effects =
        [
            VerificationAudit.Line(next, "verification.failed", actor ?? request.Requester.Id, now),
            Tell(next, VerificationRequest.NotVerified, JsonSerializer.Serialize(why, DialogsJson.Wire.VerificationEnd)),
        ];
        if (why is VerificationEnd.Denied or VerificationEnd.WrongNumber && actor == request.Facts.SubjectId)
        {
            var objection = new Objection(request.Facts.SubjectId, request.Facts.Operation, actor);
            var safeguards = SafeguardAsk.OperationId(request.Requester.Tenant);
            effects.Add(new Effect.Signal(safeguards, $"{next.Id}:{Objection.Objected}", Objection.Objected, actor)
            {
                Value = JsonSerializer.Serialize(objection, DialogsJson.Wire.Objection),
            });
        }

        return new(next, Ended: true) { Effects = effects };
    }

    private static Effect.Signal Tell(VerificationDocument document, string verb, string value) =>
        new(document.Request.Facts.Operation, $"{document.Id}:{verb}", verb, document.Request.Requester.Id) { Value = value };

    private static Effect.Update Card(VerificationDocument document) => new(document.Request.CardKey, VerificationCards.ForAgent(document));
}
