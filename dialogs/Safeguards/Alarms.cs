using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Safeguards;

/// <summary>What the safeguards owe whoever is on call, and the audit.</summary>
internal static class Alarms
{
    /// <summary>A limit that was reached; the other refusals are ordinary and alarm nobody.</summary>
    public static IEnumerable<Effect> For(SafeguardsDocument document, SafeguardAsk ask, SafeguardRefusal refusal, ResetOptions options, DateTimeOffset now) =>
        refusal is SafeguardRefusal.AgentCap or SafeguardRefusal.TenantCap or SafeguardRefusal.AskedTooOften or SafeguardRefusal.Frozen or SafeguardRefusal.OtherChange
            ? [Line(document, "alarm.raised", ask.Agent, ask.Subject, ask.Operation, now, $"{refusal}"), .. Tell(document, $"{ask.Operation}:{refusal}", options, language => SafeguardsCards.Refused(ask, refusal, language))]
            : [];

    public static IEnumerable<Effect> Objected(SafeguardsDocument document, Objection objection, Freeze freeze, ResetOptions options) =>
        Tell(document, $"{objection.Operation}:{objection.Subject}:objected", options, language => SafeguardsCards.Objected(objection, freeze, language));

    public static IEnumerable<Effect> Posed(SafeguardsDocument document, Impostor impostor, ResetOptions options) =>
        Tell(document, $"{impostor.Operation}:posed", options, language => SafeguardsCards.Posed(impostor, language));

    public static IEnumerable<Effect> Suspected(SafeguardsDocument document, Suspicion suspicion, ResetOptions options, DateTimeOffset now) => Tell(
        document, $"{suspicion.Operation}:{suspicion.Actor}:{suspicion.Kind}:{now.UtcDateTime:yyyyMMdd}", options, language => SafeguardsCards.Suspected(suspicion, language));

    /// <summary>The daily report goes out at six in the morning, UTC.</summary>
    public static DateTimeOffset NextMorning(DateTimeOffset now)
    {
        var six = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(6);
        return six > now ? six : six.AddDays(1);
    }

    public static IEnumerable<Effect> Report(SafeguardsDocument document, ResetOptions options) =>
        Tell(document, $"{document.Id}:report:{document.ReportAt!.Value.ToUnixTimeSeconds()}", options, language => SafeguardsCards.Report(document, language));

    public static IEnumerable<Effect> Switched(SafeguardsDocument document, string actor, ResetOptions options) =>
        Tell(document, $"{document.Id}:threat:{document.Threat}", options, language => SafeguardsCards.Switched(document, actor, language));

    public static Effect.Audit Line(
        SafeguardsDocument document, string action, string actor, string? subject, string operation, DateTimeOffset now, string? outcome = null) => new(new AuditEntry
    {
        Key = $"{document.Id}:{operation}:{subject}:{action}:{now.ToUnixTimeMilliseconds()}",
        Tenant = document.Tenant,
        At = now,
        Actor = actor,
        Action = action,
        Subject = subject,
        Operation = operation,
        Outcome = outcome,
    });

    /// <summary>The people on call, each in their own chat, and the room that an operator chose.</summary>
    private static IEnumerable<Effect> Tell(SafeguardsDocument document, string key, ResetOptions options, Func<string, Activity> card)
    {
        var alarm = new AlarmMessage(key, card("ko"), card("en"));
        foreach (var person in options.OnCall)
        {
            yield return new Effect.Notify(document.Tenant, person, $"{key}:{person}", alarm.En)
            {
                Translations = new Dictionary<string, Activity> { ["ko"] = alarm.Ko, ["en"] = alarm.En },
            };
        }

        if (document.AlarmRoom is { } room)
        {
            yield return new Effect.Signal(room, $"{room}:{key}", AlarmRoomFlow.Alarm, document.Tenant) { Value = JsonSerializer.Serialize(alarm, DialogsJson.Wire.AlarmMessage) };
        }
    }
}
