using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using CredBot.Graph;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The pure half of a reset. Each arrow is one stored write, with at most one outside effect after it.</summary>
/// <remarks>At most one call per operation: who finds a call recorded never repeats it but asks what the tenant shows. See docs/decisions/one-reset-per-operation.md.</remarks>
internal sealed partial class HelpdeskResetFlow(IOptions<ResetOptions> options) : Flow<ResetDocument>
{
    public const string FlowName = "helpdeskReset";

    /// <summary>Signals.</summary>
    public const string Reveal = "reveal", Hide = "hide";

    /// <summary>Steps.</summary>
    public const string Prepare = "prepare", Call = "call", Poll = "poll", Reconcile = "reconcile", Revoke = "revoke", Show = "show", Redact = "redact";

    private const int MostCalls = 3;
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RedactEvery = TimeSpan.FromSeconds(10);

    /// <summary>A password that could not be taken off by then stands in a chat that the bot cannot reach any more.</summary>
    private static readonly TimeSpan RedactUntil = TimeSpan.FromHours(24);

    /// <summary>Before a harmless step is made again: a step that fails at once must not turn in circles.</summary>
    private static readonly TimeSpan FoundAgain = TimeSpan.FromSeconds(2);

    /// <summary>After a lost call nobody looks before it can no longer be under way.</summary>
    private static readonly TimeSpan CallIsOver = GraphClient.WriteTimeout + TimeSpan.FromSeconds(5);

    /// <summary>A change that was accepted shows by then, or never: a writeback message lives for several minutes.</summary>
    /// <remarks>Source: Entra «How writeback works»; the cloud's own changes show within seconds.</remarks>
    private static TimeSpan ChangeShows(ResetDocument document) => TimeSpan.FromMinutes(document.Request is { Synced: true, Purpose: Purpose.PasswordReset } ? 5 : 2);

    public override string Name => FlowName;

    protected override JsonTypeInfo<ResetDocument> Document => DialogsJson.Wire.ResetDocument;

    protected override Move<ResetDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now)
    {
        var document = new ResetDocument { Operation = operationId, Request = intent.Deserialize(DialogsJson.Wire.ResetRequest)! };
        return new(document, WakeAt: now + GateAnswers) { Effects = [ResetAudit.Line(document, "reset.asked", now), .. AskToOpen(document)] };
    }

    protected override Move<ResetDocument>? Next(ResetDocument document, Happening happened, DateTimeOffset now) => (document.Status, happened) switch
    {
        (ResetStatus.Opening or ResetStatus.Verifying or ResetStatus.Clearing, _) => Gate(document, happened, now),
        (ResetStatus.Done or ResetStatus.Shown or ResetStatus.Lapsing or ResetStatus.Withdrawing, _) when document.PassId is not null && Pass(document, happened, now) is { } move => move,
        (ResetStatus.Asked, Happening.Performed done) => Prepared(document, Read(done), now),
        (ResetStatus.Asked, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (ResetStatus.Asked, Happening.Due) => new(document, Perform: Prepare),
        (ResetStatus.Calling, Happening.Performed done) => Called(document, Read(done), now),
        (ResetStatus.Calling, Happening.Found) => Lost(document, now),
        // Who acts, and with which rights, is looked at again: the wait may have been long.
        (ResetStatus.Throttled, Happening.Due) => new(document with { Status = ResetStatus.Asked, Seal = null, RetryAt = null }, Perform: Prepare),
        (ResetStatus.Running, Happening.Due) => new(document, Perform: Poll),
        (ResetStatus.Running, Happening.Performed done) => Polled(document, Read(done), now),
        (ResetStatus.Running, Happening.Found) => Polled(document, new ResetStepResult { End = ResetStepEnd.Running, After = FoundAgain }, now),
        (ResetStatus.Reconciling, Happening.Due) => new(document, Perform: Reconcile),
        (ResetStatus.Reconciling, Happening.Performed done) => Reconciled(document, Read(done), now),
        (ResetStatus.Reconciling, Happening.Found) => Reconciled(document, new ResetStepResult { End = ResetStepEnd.Lost }, now),
        (ResetStatus.Revoking, Happening.Performed done) => Done(document with { SessionsRevoked = Read(done).End is ResetStepEnd.Carried }, now),
        // Ending sign-ins twice does no harm.
        (ResetStatus.Revoking, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (ResetStatus.Revoking, Happening.Due) => new(document, Perform: Revoke),
        (ResetStatus.Done, Happening.Signalled { Verb: Reveal } signal) when signal.Actor == document.Request.Requester.Id => Revealed(document, now),
        (ResetStatus.Done, Happening.Signalled { Verb: Objection.Objected }) => Close(document, "password.withheld", now),
        (ResetStatus.Shown, Happening.Signalled { Verb: Objection.Objected }) when !document.Revealing => Redacting(document),
        (ResetStatus.Done, Happening.Due) => Close(document, "password.notShown", now),
        (ResetStatus.Shown, Happening.Performed done) => Seen(document, Read(done), now),
        (ResetStatus.Shown, Happening.Found) => new(document with { Revealing = false }, WakeAt: document.RedactAt),
        (ResetStatus.Shown, Happening.Due) => Redacting(document),
        (ResetStatus.Shown, Happening.Signalled { Verb: Hide } signal) when signal.Actor == document.Request.Requester.Id && !document.Revealing => Redacting(document),
        (ResetStatus.Done or ResetStatus.Shown or ResetStatus.Redacting, Happening.Signalled { Verb: NoticeRequest.Told or NoticeRequest.NotTold } signal) when signal.Value == document.Request.SubjectId =>
            SubjectTold(document with { SubjectTold = signal.Verb is NoticeRequest.Told }, now),
        (ResetStatus.Redacting, Happening.Performed done) => Redacted(document, Read(done), now),
        (ResetStatus.Redacting, Happening.Found) => new(document, WakeAt: now + FoundAgain),
        (ResetStatus.Redacting, Happening.Due) => new(document, Perform: Redact),
        _ => null,
    };

    private Move<ResetDocument> Prepared(ResetDocument document, ResetStepResult result, DateTimeOffset now) => result switch
    {
        { End: not ResetStepEnd.Prepared } => Fail(document, result.Failure!, now),
        // What was shown holds for what was shown about, and for a while.
        _ when document.Verification is not { } shown || shown.Binding != result.Binding => Fail(document, ResetStops.FactsChanged, now),
        _ when document.Verification.Until <= now => Fail(document, ResetStops.NotVerified(VerificationEnd.Expired, options.Value), now),
        _ => Clearing(document with { Seal = result.Seal, ChangedBefore = result.At, PassesBefore = result.Passes, Manager = result.Manager }, now),
    };

    private static Move<ResetDocument> Calling(ResetDocument document, DateTimeOffset now)
    {
        var next = document with { Status = ResetStatus.Calling, CalledAt = now, Calls = document.Calls + 1, RetryAt = null };
        return new(next, Perform: Call) { Effects = [Card(next), ResetAudit.Line(next, $"reset.calling.{next.Calls}", now)] };
    }

    private Move<ResetDocument> Called(ResetDocument document, ResetStepResult result, DateTimeOffset now)
    {
        switch (result.End)
        {
            case ResetStepEnd.Accepted when result.PassId is not null:
                return Issued(document, result, now);
            case ResetStepEnd.Accepted:
                var running = document with { Status = ResetStatus.Running, Location = result.Location };
                return new(running, WakeAt: now + (result.After ?? PollEvery)) { Effects = [Card(running)] };
            case ResetStepEnd.Throttled when document.Calls < MostCalls:
                var wait = document with { Status = ResetStatus.Throttled, RetryAt = now + (result.After ?? TimeSpan.FromSeconds(10)) };
                return new(wait, WakeAt: wait.RetryAt) { Effects = [Card(wait)] };
            case ResetStepEnd.Lost:
                return Lost(document, now);
            default:
                return Fail(document, result.Failure!, now);
        }
    }

    /// <summary>What became of the call is not known. It is never made again; the tenant is asked once it can no longer be under way.</summary>
    private static Move<ResetDocument> Lost(ResetDocument document, DateTimeOffset now)
    {
        var over = document.CalledAt!.Value + CallIsOver;
        var next = document with { Status = ResetStatus.Reconciling };
        return new(next, WakeAt: over > now ? over : now) { Effects = [Card(next)] };
    }

    private static Move<ResetDocument> Polled(ResetDocument document, ResetStepResult result, DateTimeOffset now) => result.End switch
    {
        ResetStepEnd.Succeeded => Revoking(document, now, now),
        ResetStepEnd.Failed => Fail(document, result.Failure!, now),
        // The agent's role may reset and yet not be let near the operation's status: then what the tenant shows decides.
        ResetStepEnd.Lost => new(document with { Status = ResetStatus.Reconciling }, WakeAt: now + ReconcileEvery),
        _ when now - document.CalledAt > ChangeShows(document) => new(document with { Status = ResetStatus.Reconciling }, WakeAt: now),
        _ => new(document, WakeAt: now + (result.After ?? PollEvery)),
    };

    private static Move<ResetDocument> Reconciled(ResetDocument document, ResetStepResult result, DateTimeOffset now)
    {
        switch (result.End)
        {
            // Without so much as an acceptance nobody knows that Graph ever took this password, so it is not kept for showing.
            case ResetStepEnd.Changed:
                return Revoking(document with { ByEvidence = true, Seal = document.Location is null ? null : document.Seal }, result.At ?? now, now);
            case ResetStepEnd.Doubtful:
                return Unknown(document with { Failure = result.Failure }, now);
        }

        if (now - document.CalledAt < ChangeShows(document))
        {
            return new(document, WakeAt: now + ReconcileEvery);
        }

        // Accepted and yet unchanged is not the same as never accepted: only the latter can be called «not done».
        return result.End is ResetStepEnd.Unchanged && document.Location is null
            ? Fail(document, document.Request.Purpose is Purpose.TemporaryAccessPass ? PassFailures.NotExecuted : ResetFailures.NotExecuted, now)
            : Unknown(document, now);
    }

    private static Move<ResetDocument> Unknown(ResetDocument document, DateTimeOffset now) =>
        End(document with { Status = ResetStatus.Unknown, Seal = null }, "reset.unknown", now);

    private static Move<ResetDocument> Revoking(ResetDocument document, DateTimeOffset done, DateTimeOffset now)
    {
        var next = document with { Status = ResetStatus.Revoking, DoneAt = done };
        return new(next, Perform: Revoke) { Effects = [Card(next), ResetAudit.Line(next, next.ByEvidence ? "reset.probable" : "reset.succeeded", now)] };
    }

    private Move<ResetDocument> Done(ResetDocument document, DateTimeOffset now)
    {
        var sessions = document.SessionsRevoked is true ? "sessions.revoked" : "sessions.notRevoked";
        if (document.Seal is null)
        {
            var end = End(document with { Status = ResetStatus.Closed }, sessions, now);
            return end with { Effects = [.. end.Effects, .. ResetNotices.Of(end.Document)] };
        }

        var next = document with { Status = ResetStatus.Done, OfferUntil = now + options.Value.OfferPasswordFor };
        return new(next, WakeAt: next.OfferUntil) { Effects = [Card(next), ResetAudit.Line(next, sessions, now), .. ResetNotices.Of(next)] };
    }

    /// <summary>While the password stands on the card it is not redrawn: that would take it off.</summary>
    private static Move<ResetDocument> SubjectTold(ResetDocument document, DateTimeOffset now) => document.Status switch
    {
        ResetStatus.Done => new(document, WakeAt: document.OfferUntil) { Effects = [Card(document)] },
        ResetStatus.Shown => new(document, WakeAt: document.RedactAt),
        _ => new(document, WakeAt: now + RedactEvery),
    };

    /// <summary>The time at which the password vanishes is stored here, before anything is shown.</summary>
    private Move<ResetDocument> Revealed(ResetDocument document, DateTimeOffset now)
    {
        var next = document with
        {
            Status = ResetStatus.Shown, Revealing = true, Reveals = document.Reveals + 1, RedactAt = now + options.Value.ShowPasswordFor,
        };
        return new(next, Perform: Show, WakeAt: next.RedactAt) { Effects = [ResetAudit.Line(next, $"password.reveal.{next.Reveals}", now)] };
    }

    private static Move<ResetDocument> Seen(ResetDocument document, ResetStepResult result, DateTimeOffset now)
    {
        if (result.End is not ResetStepEnd.NotCarried)
        {
            return new(document with { Revealing = false }, WakeAt: document.RedactAt) { Effects = [ResetAudit.Line(document, "password.shown", now)] };
        }

        // It certainly did not reach the card, so the one showing is not used up.
        var again = document with { Status = ResetStatus.Done, Revealing = false, RedactAt = null };
        return new(again, WakeAt: again.OfferUntil > now ? again.OfferUntil : now) { Effects = [Card(again)] };
    }

    private static Move<ResetDocument> Redacting(ResetDocument document) =>
        new(document with { Status = ResetStatus.Redacting, Revealing = false, Seal = null }, Perform: Redact);

    private static Move<ResetDocument> Redacted(ResetDocument document, ResetStepResult result, DateTimeOffset now) => result.End is ResetStepEnd.Carried
        ? Close(document, "password.redacted", now)
        : now - document.RedactAt > RedactUntil
            ? Close(document, "password.notRedacted", now)
            : new(document, WakeAt: now + RedactEvery);

    private static Move<ResetDocument> Close(ResetDocument document, string action, DateTimeOffset now) =>
        document.PassId is null ? End(document with { Status = ResetStatus.Closed, Seal = null }, action, now) : Lapsing(document, action, now);

    private static Move<ResetDocument> Fail(ResetDocument document, ResetFailure failure, DateTimeOffset now) =>
        End(document with { Status = ResetStatus.Failed, Seal = null, Failure = failure, RequestId = failure.RequestId }, "reset.failed", now);

    private static Move<ResetDocument> End(ResetDocument document, string action, DateTimeOffset now) => new(document, Ended: true)
    {
        Effects =
        [
            Card(document), ResetAudit.Line(document, action, now), Signal(document, SafeguardAsk.Ended),
            // Whoever was asked about a request hears that it came to nothing.
            .. document is { Level: not null, Status: ResetStatus.Failed or ResetStatus.Unknown } ? ResetNotices.Of(document) : [],
        ],
    };

    private static Effect.Update Card(ResetDocument document) => new(document.Request.CardKey, HelpdeskResetCards.Live(document));

    private static ResetStepResult Read(Happening.Performed done) => done.Result.Deserialize(DialogsJson.Wire.ResetStepResult)!;
}
