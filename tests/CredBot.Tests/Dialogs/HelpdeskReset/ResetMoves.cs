using System.Text.Json;
using System.Text.RegularExpressions;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Tests.Dialogs.HelpdeskReset;

/// <summary>Moves a reset by hand and reads what the move says.</summary>
internal static class ResetMoves
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    public static readonly IFlow Flow = new HelpdeskResetFlow(Options.Create(new ResetOptions()));

    public static readonly ResetRequest Asked = new()
    {
        Requester = new Requester { Tenant = "t", Id = "agent", ChannelUser = "29:agent", Channel = "msteams" },
        SubjectId = "subject",
        SubjectName = "Daniel Lee",
        SubjectAddress = "daniel@hanbit.example",
        Reason = "forgot it",
        Language = "en",
        CardKey = "key",
        AskedAt = Now,
    };

    /// <summary>The safeguards' yes.</summary>
    public static readonly Happening Granted = new Happening.Signalled(SafeguardAsk.Granted, "agent")
    {
        Value = JsonSerializer.Serialize(new SafeguardGrant(0, 0), DialogsJson.Wire.SafeguardGrant),
    };

    /// <summary>What was shown about the request is bound to it.</summary>
    public static string Binding => AssurancePolicy.Bind((new ResetDocument { Operation = "op", Request = Asked, Level = AssuranceLevel.NumberMatch }).Facts);

    public static ResetStatus Named(string status) => Enum.Parse<ResetStatus>(status);

    public static ResetDocument Document(ResetStatus status) => new()
    {
        Operation = "op",
        Request = Asked,
        Status = status,
        Level = AssuranceLevel.NumberMatch,
        Verification = new VerificationRecord(Binding, [new Proven(Proof.NumberMatch, "subject", Now)], Now, Now.AddMinutes(15)),
        Seal = "the seal",
        CalledAt = Now,
        Calls = 1,
        RetryAt = Now,
        DoneAt = Now,
        OfferUntil = Now.AddMinutes(15),
        RedactAt = Now.AddMinutes(1),
        Failure = status is ResetStatus.Failed ? ResetFailures.NotExecuted with { Next = new Sentence("다시", "again") } : null,
    };

    public static JsonMove? Performed(ResetDocument document, ResetStepResult result) => Next(document, new Happening.Performed("any", Write(result)));

    public static JsonMove? Next(ResetDocument document, Happening happened) =>
        Flow.Next(JsonSerializer.SerializeToElement(document, DialogsJson.Wire.ResetDocument), happened, Now);

    public static JsonElement Write(ResetStepResult result) => JsonSerializer.SerializeToElement(result, DialogsJson.Wire.ResetStepResult);

    public static ResetDocument Read(JsonMove move) => move.Document.Deserialize(DialogsJson.Wire.ResetDocument)!;

    public static string Card(JsonMove move) => Text(move.Effects.OfType<Effect.Update>().Single().Activity);

    public static string Text(Activity card) => Regex.Unescape(JsonSerializer.Serialize(card, BotJson.Wire.Activity));

    public static string? Outcome(JsonMove move) => move.Effects.OfType<Effect.Audit>().Last().Entry.Outcome;

    public static string? Audit(JsonMove move) => move.Effects.OfType<Effect.Audit>().LastOrDefault()?.Entry.Action;

    public static Effect.Signal Signal(JsonMove move) => move.Effects.OfType<Effect.Signal>().Single();
}
