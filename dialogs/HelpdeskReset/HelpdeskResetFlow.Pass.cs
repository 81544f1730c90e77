using CredBot.Bot.Builder;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.HelpdeskReset;

// What differs where a pass is given instead of a password: Graph makes the code, the pass lives on after its code is off the card, and it can be taken back.
internal sealed partial class HelpdeskResetFlow
{
    /// <summary>Signal: the agent takes the pass back.</summary>
    public const string Withdraw = "withdrawPass";

    /// <summary>Step.</summary>
    public const string TakeBack = "takeBack";

    /// <summary>The agent's sign-in may have ended; it is tried until the pass ends by itself.</summary>
    private static readonly TimeSpan TakeBackEvery = TimeSpan.FromSeconds(30);

    private Move<ResetDocument> Issued(ResetDocument document, ResetStepResult result, DateTimeOffset now)
    {
        var offer = now + options.Value.OfferPasswordFor;
        var next = document with
        {
            Status = ResetStatus.Done, Seal = result.Seal, PassId = result.PassId, PassUntil = result.PassUntil, DoneAt = now,
            OfferUntil = result.PassUntil < offer ? result.PassUntil : offer,
        };
        return new(next, WakeAt: next.OfferUntil) { Effects = [Card(next), ResetAudit.Line(next, "pass.issued", now), .. ResetNotices.Of(next)] };
    }

    /// <returns>Null where a pass is treated like a password.</returns>
    private static Move<ResetDocument>? Pass(ResetDocument document, Happening happened, DateTimeOffset now) => (document.Status, happened) switch
    {
        (ResetStatus.Done or ResetStatus.Shown or ResetStatus.Lapsing, Happening.Signalled { Verb: Objection.Objected }) => Withdrawing(document, "pass.objected", now),
        (ResetStatus.Done or ResetStatus.Lapsing, Happening.Signalled { Verb: Withdraw } signal) when signal.Actor == document.Request.Requester.Id =>
            Withdrawing(document, "pass.withdrawing", now),
        // Nobody saw its code, and nobody will.
        (ResetStatus.Done, Happening.Due) => Withdrawing(document, "pass.notShown", now),
        (ResetStatus.Lapsing, Happening.Signalled { Verb: NoticeRequest.Told or NoticeRequest.NotTold } signal) when signal.Value == document.Request.SubjectId =>
            Redrawn(document with { SubjectTold = signal.Verb is NoticeRequest.Told }),
        (ResetStatus.Lapsing, Happening.Due) => Gone(document, "pass.lapsed", now),
        (ResetStatus.Withdrawing, Happening.Performed done) when Read(done).End is ResetStepEnd.Carried => Gone(document with { PassTakenBack = true }, "pass.withdrawn", now),
        (ResetStatus.Withdrawing, Happening.Performed) => now < document.PassUntil
            ? Redrawn(document with { PassTakenBack = false }, now + TakeBackEvery)
            : Gone(document, "pass.notWithdrawn", now),
        // Taking it back twice does no harm.
        (ResetStatus.Withdrawing, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (ResetStatus.Withdrawing, Happening.Due) => new(document, Perform: TakeBack),
        _ => null,
    };

    private static Move<ResetDocument> Lapsing(ResetDocument document, string action, DateTimeOffset now)
    {
        var next = document with { Status = ResetStatus.Lapsing, Seal = null, RedactAt = null };
        return new(next, WakeAt: next.PassUntil > now ? next.PassUntil : now) { Effects = [Card(next), ResetAudit.Line(next, action, now)] };
    }

    private static Move<ResetDocument> Withdrawing(ResetDocument document, string action, DateTimeOffset now)
    {
        var next = document with { Status = ResetStatus.Withdrawing, Seal = null, Revealing = false };
        // While the code stands on the card its own step takes it off, which the channel has to confirm.
        return new(next, Perform: TakeBack) { Effects = [.. next.RedactAt is null ? [Card(next)] : Array.Empty<Effect>(), ResetAudit.Line(next, action, now)] };
    }

    private static Move<ResetDocument> Redrawn(ResetDocument document, DateTimeOffset? wakeAt = null) =>
        new(document, WakeAt: wakeAt ?? document.PassUntil) { Effects = document.RedactAt is null ? [Card(document)] : [] };

    private static Move<ResetDocument> Gone(ResetDocument document, string action, DateTimeOffset now)
    {
        var next = document with { PassId = null };
        if (next.RedactAt is null)
        {
            return Close(next, action, now);
        }

        var redacting = Redacting(next);
        return redacting with { Effects = [.. redacting.Effects, ResetAudit.Line(next, action, now)] };
    }
}
