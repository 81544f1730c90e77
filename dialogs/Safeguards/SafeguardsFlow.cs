using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Safeguards;

/// <summary>The one place of a tenant through which every change of an account goes: its limits hold for all agents and all processes, because it is one stored document.</summary>
internal sealed class SafeguardsFlow(IOptions<ResetOptions> options) : Flow<SafeguardsDocument>
{
    public override string Name => SafeguardAsk.FlowName;

    protected override JsonTypeInfo<SafeguardsDocument> Document => DialogsJson.Wire.SafeguardsDocument;

    protected override Move<SafeguardsDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now) =>
        new(new SafeguardsDocument { Id = operationId, Tenant = intent.Deserialize(DialogsJson.Wire.SafeguardAsk)!.Tenant });

    /// <summary>Whatever moves it, the report is due at its time.</summary>
    protected override Move<SafeguardsDocument>? Next(SafeguardsDocument document, Happening happened, DateTimeOffset now) =>
        Moved(document, happened, now) is { } move ? move with { WakeAt = move.Document.ReportAt } : null;

    private Move<SafeguardsDocument>? Moved(SafeguardsDocument document, Happening happened, DateTimeOffset now) => happened switch
    {
        Happening.Due when now >= document.ReportAt => Reported(document, now),
        Happening.Signalled { Verb: SafeguardAsk.Open } signal => Open(document, Ask(signal), now),
        Happening.Signalled { Verb: SafeguardAsk.Act } signal => Act(document, Ask(signal), now),
        Happening.Signalled { Verb: SafeguardAsk.Ended } signal => Ended(document, Ask(signal)),
        Happening.Signalled { Verb: Objection.Objected } signal => Objected(document, Read(signal), now),
        Happening.Signalled { Verb: Objection.Lifted } signal => Lifted(document, Read(signal), signal.Actor, now),
        Happening.Signalled { Verb: Impostor.Reported } signal => Posed(document, JsonSerializer.Deserialize(signal.Value!, DialogsJson.Wire.Impostor)!, now),
        Happening.Signalled { Verb: Suspicion.Raised } signal => Suspected(document, JsonSerializer.Deserialize(signal.Value!, DialogsJson.Wire.Suspicion)!, now),
        Happening.Signalled { Verb: SafeguardsCommands.AlarmsHere or SafeguardsCommands.NoAlarms } signal =>
            new(document with { AlarmRoom = signal.Value }) { Effects = [Alarms.Line(document, "alarms.moved", signal.Actor, null, signal.Value ?? "nowhere", now)] },
        Happening.Signalled { Verb: ThreatSwitch.Raise } signal when !document.IsRaised => Switched(document, "threat.raised", signal.Actor, now),
        Happening.Signalled { Verb: ThreatSwitch.Lower } signal when document.IsRaised => Switched(document, "threat.lowered", signal.Actor, now),
        _ => null,
    };

    private Move<SafeguardsDocument> Open(SafeguardsDocument document, SafeguardAsk ask, DateTimeOffset now)
    {
        var book = Pruned(document, now);
        if (SafeguardRules.Open(book, ask, options.Value, now) is { } refusal)
        {
            return new(book) { Effects = [Refuse(book, ask, SafeguardAsk.Open, refusal), .. Alarms.For(book, ask, refusal, options.Value, now)] };
        }

        var raise = SafeguardRules.Raise(book, ask.Subject, options.Value, now);
        var entry = new SafeguardEntry { Operation = ask.Operation, Agent = ask.Agent, Subject = ask.Subject, Purpose = ask.Purpose, AskedAt = now };
        return new(book with { Entries = [.. book.Entries, entry] }) { Effects = [Grant(book, ask, SafeguardAsk.Open, raise)] };
    }

    private static Move<SafeguardsDocument> Act(SafeguardsDocument document, SafeguardAsk ask, DateTimeOffset now)
    {
        if (SafeguardRules.Act(document, ask, now) is { } refusal)
        {
            return new(document) { Effects = [Refuse(document, ask, SafeguardAsk.Act, refusal)] };
        }

        var next = With(document, ask.Operation, entry => entry with { ActedAt = entry.ActedAt ?? now });
        if (ask.Approver is { } approver && !next.Exceptions.Any(made => made.Operation == ask.Operation))
        {
            var made = new MadeException(ask.Operation, ask.Agent, approver, ask.Subject, now);
            next = next with { Exceptions = [.. next.Exceptions, made], ReportAt = next.ReportAt ?? Alarms.NextMorning(now) };
        }

        return new(next) { Effects = [Grant(document, ask, SafeguardAsk.Act, 0)] };
    }

    private Move<SafeguardsDocument> Reported(SafeguardsDocument document, DateTimeOffset now) => new(document with { Exceptions = [], ReportAt = null })
    {
        Effects =
        [
            Alarms.Line(document, "exceptions.reported", "credbot", null, document.Id, now, $"{document.Exceptions.Count}"),
            .. Alarms.Report(document, options.Value),
        ],
    };

    private static Move<SafeguardsDocument> Ended(SafeguardsDocument document, SafeguardAsk ask) =>
        new(With(document, ask.Operation, entry => entry with { Changed = ask.Changed }));

    private Move<SafeguardsDocument> Objected(SafeguardsDocument document, Objection objection, DateTimeOffset now)
    {
        var freeze = new Freeze(objection.Subject, objection.Operation, now + options.Value.FreezeFor);
        return new(document with { Frozen = [.. document.Frozen.Where(other => other.Subject != objection.Subject), freeze] })
        {
            Effects = [Alarms.Line(document, "subject.frozen", objection.Actor, objection.Subject, objection.Operation, now), .. Alarms.Objected(document, objection, freeze, options.Value)],
        };
    }

    private Move<SafeguardsDocument> Posed(SafeguardsDocument document, Impostor impostor, DateTimeOffset now) => new(document)
    {
        Effects =
        [
            Alarms.Line(document, "alarm.raised", impostor.Actor, impostor.Person, impostor.Operation, now, Impostor.Reported),
            .. Alarms.Posed(document, impostor, options.Value),
        ],
    };

    private Move<SafeguardsDocument> Suspected(SafeguardsDocument document, Suspicion suspicion, DateTimeOffset now) => new(document)
    {
        Effects =
        [
            Alarms.Line(document, "alarm.raised", suspicion.Actor, null, suspicion.Operation, now, $"{suspicion.Kind}"),
            .. Alarms.Suspected(document, suspicion, options.Value, now),
        ],
    };

    private static Move<SafeguardsDocument> Lifted(SafeguardsDocument document, Objection objection, string actor, DateTimeOffset now) =>
        new(document with { Frozen = [.. document.Frozen.Where(freeze => freeze.Subject != objection.Subject)] })
        {
            Effects = [Alarms.Line(document, "subject.unfrozen", actor, objection.Subject, objection.Operation, now)],
        };

    private Move<SafeguardsDocument> Switched(SafeguardsDocument document, string action, string actor, DateTimeOffset now)
    {
        var next = document with { Threat = document.Threat + 1 };
        return new(next) { Effects = [Alarms.Line(next, action, actor, null, $"{next.Threat}", now), .. Alarms.Switched(next, actor, options.Value)] };
    }

    /// <summary>What no rule looks at any more is forgotten; what is under way never is.</summary>
    private SafeguardsDocument Pruned(SafeguardsDocument document, DateTimeOffset now)
    {
        var kept = now - (options.Value.CoolDown > TimeSpan.FromHours(24) ? options.Value.CoolDown : TimeSpan.FromHours(24));
        return document with
        {
            Entries = [.. document.Entries.Where(entry => (entry.ActedAt ?? entry.AskedAt) > kept || entry is { ActedAt: not null, Changed: null })],
            Frozen = [.. document.Frozen.Where(freeze => freeze.Until > now)],
        };
    }

    private static SafeguardsDocument With(SafeguardsDocument document, string operation, Func<SafeguardEntry, SafeguardEntry> change) =>
        document with { Entries = [.. document.Entries.Select(entry => entry.Operation == operation ? change(entry) : entry)] };

    private static Effect.Signal Grant(SafeguardsDocument document, SafeguardAsk ask, string stage, int raise) =>
        Answer(document, ask, stage, SafeguardAsk.Granted, JsonSerializer.Serialize(new SafeguardGrant(raise, document.Threat), DialogsJson.Wire.SafeguardGrant));

    private static Effect.Signal Refuse(SafeguardsDocument document, SafeguardAsk ask, string stage, SafeguardRefusal refusal) =>
        Answer(document, ask, stage, SafeguardAsk.Refused, JsonSerializer.Serialize(refusal, DialogsJson.Wire.SafeguardRefusal));

    private static Effect.Signal Answer(SafeguardsDocument document, SafeguardAsk ask, string stage, string verb, string value) =>
        new(ask.Operation, $"{document.Id}:{stage}:{ask.Round}", verb, ask.Agent) { Value = value };

    private static SafeguardAsk Ask(Happening.Signalled signal) => JsonSerializer.Deserialize(signal.Value!, DialogsJson.Wire.SafeguardAsk)!;

    private static Objection Read(Happening.Signalled signal) => JsonSerializer.Deserialize(signal.Value!, DialogsJson.Wire.Objection)!;
}
