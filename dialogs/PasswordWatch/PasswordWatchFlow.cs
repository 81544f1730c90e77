using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.PasswordWatch;

/// <summary>The pure half of a watch: looks now and then, until there is a new password, the person stops it, or the time is over.</summary>
internal sealed class PasswordWatchFlow : Flow<PasswordWatchDocument>
{
    /// <summary>The only step.</summary>
    public const string Look = "look";

    /// <summary>The reset page takes a minute or two; who needs longer may be seen a little later.</summary>
    private const int QuickLooks = 15;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(1);

    /// <summary>Looking twice does no harm; a look that fails at once must not turn in circles.</summary>
    private static readonly TimeSpan FoundAgain = TimeSpan.FromSeconds(2);

    public override string Name => PasswordWatchRequest.FlowName;

    protected override JsonTypeInfo<PasswordWatchDocument> Document => DialogsJson.Wire.PasswordWatchDocument;

    protected override Move<PasswordWatchDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now) =>
        Wait(new PasswordWatchDocument { Id = operationId, Request = intent.Deserialize(DialogsJson.Wire.PasswordWatchRequest)! }, now);

    protected override Move<PasswordWatchDocument>? Next(PasswordWatchDocument document, Happening happened, DateTimeOffset now) => happened switch
    {
        Happening.Due when now >= document.Request.Until => End(document, PasswordWatchStatus.TimedOut, document.Request.Idle),
        Happening.Due => new(document, Perform: Look),
        Happening.Found => new(document, WakeAt: now + FoundAgain),
        Happening.Performed done => Seen(document with { Looks = document.Looks + 1 }, done.Result.Deserialize(DialogsJson.Wire.PasswordWatchStepResult)!, now),
        Happening.Signalled { Verb: PasswordWatchRequest.Stop or PasswordWatchRequest.Superseded } signal when signal.Actor == document.Request.Requester.Id =>
            End(document, PasswordWatchStatus.Stopped, document.Request.Idle),
        _ => null,
    };

    private static Move<PasswordWatchDocument> Seen(PasswordWatchDocument document, PasswordWatchStepResult result, DateTimeOffset now) => result switch
    {
        { ChangedAt: { } at } when at > document.Request.ChangedBefore =>
            End(document, PasswordWatchStatus.Changed, PasswordWatchCards.Changed(document.Request, at)),
        { SignedOut: true } => End(document, PasswordWatchStatus.SignedOut, PasswordWatchCards.SignedOut(document.Request)),
        _ => Wait(document, now),
    };

    private static Move<PasswordWatchDocument> Wait(PasswordWatchDocument document, DateTimeOffset now)
    {
        var next = now + (document.Looks < QuickLooks ? Quick : Slow);
        return new(document, WakeAt: next < document.Request.Until ? next : document.Request.Until);
    }

    private static Move<PasswordWatchDocument> End(PasswordWatchDocument document, PasswordWatchStatus status, Activity card) =>
        new(document with { Status = status }, Ended: true) { Effects = [new Effect.Update(document.Request.CardKey, card)] };
}
