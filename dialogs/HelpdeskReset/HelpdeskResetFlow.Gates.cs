using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.HelpdeskReset;

// What stands between the question and the act: may it begin, was it verified, may it act now. Silence at any of them ends it with nothing changed.
internal sealed partial class HelpdeskResetFlow
{
    /// <summary>The safeguards are in the house and answer within moments.</summary>
    private static readonly TimeSpan GateAnswers = TimeSpan.FromMinutes(2);

    /// <summary>A verification ends by itself before; this is for a report that went astray.</summary>
    private static readonly TimeSpan VerificationAnswers = TimeSpan.FromHours(4);

    private Move<ResetDocument>? Gate(ResetDocument document, Happening happened, DateTimeOffset now) => (document.Status, happened) switch
    {
        (ResetStatus.Opening, Happening.Signalled { Verb: SafeguardAsk.Granted } signal) => Opened(document, Read(signal, DialogsJson.Wire.SafeguardGrant), now),
        (ResetStatus.Clearing, Happening.Signalled { Verb: SafeguardAsk.Granted }) => Calling(document, now),
        (ResetStatus.Opening or ResetStatus.Clearing, Happening.Signalled { Verb: SafeguardAsk.Refused } signal) =>
            Fail(document, ResetStops.Stopped(Read(signal, DialogsJson.Wire.SafeguardRefusal)), now),
        (ResetStatus.Verifying, Happening.Signalled { Verb: VerificationRequest.Verified } signal) =>
            Verified(document, Read(signal, DialogsJson.Wire.VerificationRecord), now),
        (ResetStatus.Verifying, Happening.Signalled { Verb: VerificationRequest.NotVerified } signal) =>
            NotVerified(document, Read(signal, DialogsJson.Wire.VerificationEnd), now),
        (_, Happening.Signalled { Verb: Objection.Objected }) => Fail(document, ResetStops.Stopped(SafeguardRefusal.Frozen), now),
        (ResetStatus.Verifying, Happening.Due) => NotVerified(document, VerificationEnd.Expired, now),
        (_, Happening.Due) => Fail(document, ResetStops.NoSafeguards, now),
        _ => null,
    };

    private Move<ResetDocument> NotVerified(ResetDocument document, VerificationEnd end, DateTimeOffset now)
    {
        var failure = ResetStops.NotVerified(end, options.Value);
        return Fail(document, failure with { MayExcept = failure.MayExcept && document.Request is { IsException: false, Purpose: Purpose.PasswordReset } }, now);
    }

    private Move<ResetDocument> Opened(ResetDocument document, SafeguardGrant grant, DateTimeOffset now)
    {
        var request = document.Request;
        var level = AssurancePolicy.Level(request.Class, grant.Raise, options.Value);
        if (level is AssuranceLevel.Refused)
        {
            return Fail(document, ResetStops.NoLevel(request.Class, request.SubjectName, grant.Raise), now);
        }

        var next = document with { Status = ResetStatus.Verifying, Level = level, Threat = grant.Threat };
        var verification = new VerificationRequest
        {
            Requester = request.Requester,
            RequesterName = request.RequesterName,
            Facts = next.Facts,
            SubjectName = request.SubjectName,
            Reason = request.IsException ? request.Reason : "",
            Language = request.Language,
            CardKey = request.CardKey,
            AskedAt = now,
        };
        return new(next, WakeAt: now + VerificationAnswers)
        {
            Effects =
            [
                // The verification draws the card from here on.
                ResetAudit.Line(next, "reset.opened", now),
                new Effect.Start(VerificationRequest.OperationId(next.Operation), VerificationRequest.FlowName, DialogsJson.Wire.Write(verification)),
            ],
        };
    }

    private static Move<ResetDocument> Verified(ResetDocument document, VerificationRecord record, DateTimeOffset now)
    {
        if (record.Binding != AssurancePolicy.Bind(document.Facts))
        {
            return Fail(document, ResetStops.FactsChanged, now);
        }

        if (document.Request.Purpose is Purpose.IdentityCheck)
        {
            var verified = End(document with { Status = ResetStatus.Closed, Verification = record, DoneAt = now }, "identity.verified", now);
            return verified with { Effects = [.. verified.Effects, .. ResetNotices.Of(verified.Document)] };
        }

        var next = document with { Status = ResetStatus.Asked, Verification = record };
        return new(next, Perform: Prepare) { Effects = [Card(next), ResetAudit.Line(next, "reset.verified", now)] };
    }

    private static Move<ResetDocument> Clearing(ResetDocument document, DateTimeOffset now)
    {
        var next = document with { Status = ResetStatus.Clearing, Rounds = document.Rounds + 1 };
        var (who, subject) = (next.Request.Requester, next.Request.SubjectId);
        var sighting = next.Manager is { } manager ? new ManagerSighting(who.Tenant, subject, manager) : null;
        return new(next, WakeAt: now + GateAnswers) { Effects = [Signal(next, SafeguardAsk.Act), .. sighting?.Owed($"{next.Operation}:{next.Rounds}", who.Id) ?? []] };
    }

    private static IEnumerable<Effect> AskToOpen(ResetDocument document) =>
    [
        new Effect.Start(Safeguards(document), SafeguardAsk.FlowName, DialogsJson.Wire.Write(Ask(document))),
        Signal(document, SafeguardAsk.Open),
    ];

    private static Effect.Signal Signal(ResetDocument document, string verb) =>
        new(Safeguards(document), $"{document.Operation}:{verb}:{document.Rounds}", verb, document.Request.Requester.Id)
        {
            Value = JsonSerializer.Serialize(Ask(document), DialogsJson.Wire.SafeguardAsk),
        };

    private static string Safeguards(ResetDocument document) => SafeguardAsk.OperationId(document.Request.Requester.Tenant);

    private static SafeguardAsk Ask(ResetDocument document) => new()
    {
        Operation = document.Operation,
        Tenant = document.Request.Requester.Tenant,
        Agent = document.Request.Requester.Id,
        Subject = document.Request.SubjectId,
        Purpose = document.Request.Purpose,
        Threat = document.Threat,
        Round = document.Rounds,
        Changed = document.Status is not ResetStatus.Failed && document.Request.Purpose is not Purpose.IdentityCheck,
        Approver = document.Request.IsException ? document.Verification?.Proofs[0].By : null,
    };

    private static T Read<T>(Happening.Signalled signal, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Deserialize(signal.Value!, type)!;
}
