using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using CredBot.Graph;
using CredBot.Graph.Rules;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Verification;

/// <summary>The answers to a verification's questions. Who clicked is taken from the authenticated activity; the click says only which question, and what it was shown.</summary>
internal sealed class VerificationVerbs(IOperations operations, GraphClient graph, UserTokenClient tokens, IOptions<BotOptions> bot, SignInGate gate)
{
    private static readonly TimeSpan DoubleTap = TimeSpan.FromSeconds(5);

    /// <summary>Of the person affected.</summary>
    public const string Type = "verifyNumber", Confirm = "verifySession";

    /// <summary>Of the manager, of a second person, of anybody who is asked.</summary>
    public const string Vouch = "verifyVouch", Approve = "verifyApprove", Deny = "verifyDeny";

    /// <summary>Of the agent.</summary>
    public const string Manager = "verifyManager", Stop = "verifyStop";

    public IEnumerable<VerbRoute> Routes =>
    [
        new(Type, (turn, click, cancel) => AnswerAsync(turn, click, Typed, cancel)),
        new(Confirm, (turn, click, cancel) => AnswerAsync(turn, click, (_, document, _) => Say(turn, click, document, VerificationFlow.Confirmed, VerificationText.Thanks), cancel)),
        new(Vouch, (turn, click, cancel) => AnswerAsync(turn, click, (_, document, _) => Say(turn, click, document, VerificationFlow.Vouched, VerificationText.Thanks), cancel)),
        new(Approve, ApproveAsync),
        new(Deny, (turn, click, cancel) => AnswerAsync(turn, click, Denied, cancel)),
        new(Manager, (turn, click, cancel) => OfAgentAsync(turn, click, VerificationFlow.AskManager, VerificationText.AskingManager, cancel)),
        new(Stop, (turn, click, cancel) => OfAgentAsync(turn, click, VerificationFlow.Stop, VerificationText.Stopping, cancel)),
    ];

    private async Task<InvokeResponse> AnswerAsync(
        TurnContext turn, CardClick click, Func<TurnContext, VerificationDocument, CardClick, InvokeResponse> answer, CancellationToken cancellationToken)
    {
        var (document, refusal) = await FindAsync(turn, click, cancellationToken);
        return document is null ? refusal! : answer(turn, document, click);
    }

    private static InvokeResponse Typed(TurnContext turn, VerificationDocument document, CardClick click)
    {
        var typed = new string([.. (((JsonElement?)click.Data).Member(VerificationCards.NumberField).String() ?? "").Where(char.IsAsciiDigit)]);
        if (document.Number is not { } number || typed.Length is not NumberChallenge.Digits)
        {
            return Message(turn, VerificationText.SixDigits);
        }

        // The flow compares and counts, one answer after the other; what is said here is a courtesy.
        var hash = NumberChallenge.HashOf(number.Salt, typed);
        Signal(turn, document, VerificationFlow.Typed, hash);
        return hash == number.Hash ? Close(turn, document, VerificationText.Thanks) : Message(turn, VerificationText.Wrong);
    }

    private static InvokeResponse Denied(TurnContext turn, VerificationDocument document, CardClick click)
    {
        Signal(turn, document, VerificationFlow.Denied, null);
        return Close(turn, document, turn.Activity.ActorId == document.Request.Facts.SubjectId ? VerificationText.Stopped : VerificationText.Refused);
    }

    private static InvokeResponse Say(TurnContext turn, CardClick click, VerificationDocument document, string verb, Sentence outcome)
    {
        Signal(turn, document, verb, ((JsonElement?)click.Data).Member(VerificationCards.BindingData).String());
        return Close(turn, document, outcome);
    }

    /// <summary>Whoever approves must hold the right themselves, at this moment and under their own sign-in.</summary>
    private async Task<InvokeResponse> ApproveAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var (document, refusal) = await FindAsync(turn, click, cancellationToken);
        if (document is null)
        {
            return refusal!;
        }

        if (turn.Activity.Type is ActivityTypes.Invoke && await gate.AskAnewAsync(turn, cancellationToken) is { } signIn)
        {
            return signIn;
        }

        var who = Requester.From(turn)!;
        if (await tokens.GetTokenAsync(who.ChannelUser, bot.Value.OAuthConnection, who.Channel, null, cancellationToken) is not TokenAnswer.Found { Token: var token })
        {
            return Message(turn, VerificationText.CannotSee);
        }

        var facts = await graph.ReadResetFactsAsync(graph.ForTurn(token.Value), document.Request.Facts.SubjectId, cancellationToken);
        return (facts.Caller?.Id == who.Id, ResetPolicy.Decide(facts, document.Request.Facts.Purpose)) switch
        {
            (true, ResetDecision.Allowed) => Say(turn, click, document, VerificationFlow.Approved, VerificationText.Thanks),
            (true, ResetDecision.Refused) => Message(turn, VerificationText.NoRight),
            _ => Message(turn, VerificationText.CannotSee),
        };
    }

    private async Task<InvokeResponse> OfAgentAsync(TurnContext turn, CardClick click, string verb, Sentence said, CancellationToken cancellationToken)
    {
        var document = await ReadAsync(click, cancellationToken);
        if (document is null || Requester.From(turn) is not { } who || who.Id != document.Request.Requester.Id || who.Tenant != document.Request.Requester.Tenant)
        {
            return NotTheirs(turn, document);
        }

        if (document.Status is VerificationStatus.Verified or VerificationStatus.Failed)
        {
            return Message(turn, VerificationText.Over);
        }

        Signal(turn, document, verb, null);
        return Message(turn, said);
    }

    /// <summary>The question that this person is asked, in their own chat; the same words for a foreign one and for none.</summary>
    private async Task<(VerificationDocument? Document, InvokeResponse? Refusal)> FindAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var document = await ReadAsync(click, cancellationToken);
        if (document is null || Requester.From(turn) is not { } who || who.Tenant != document.Request.Requester.Tenant)
        {
            return (null, NotTheirs(turn, document));
        }

        if (!turn.Activity.IsPersonal)
        {
            return (null, Message(turn, VerificationText.OnlyInPrivate));
        }

        return document switch
        {
            { Status: VerificationStatus.Waiting } when document.Asked.Any(person => person.Id == who.Id) && turn.Now < document.Until => (document, null),
            // Only who was asked learns that it is over.
            _ when click.Key is { } key && key.StartsWith($"{document.Id}:", StringComparison.Ordinal) && key.EndsWith($":{who.Id}", StringComparison.Ordinal) =>
                (null, Over(turn, document, who.Id)),
            _ => (null, NotTheirs(turn, document)),
        };
    }

    /// <summary>An answered question has no button any more: but for a double tap, whoever sends it again has kept the click.</summary>
    private static InvokeResponse Over(TurnContext turn, VerificationDocument document, string who)
    {
        if (document.Proven.Any(proven => proven.By == who && turn.Now - proven.At > DoubleTap))
        {
            Suspicion.Raise(turn, SuspicionKind.ReplayedApproval, document.Id);
        }

        return Message(turn, VerificationText.Over);
    }

    /// <summary>The same words for a foreign question and for none. The foreign one is offered by nobody's client, so somebody hears of it; the other may be long past.</summary>
    private static InvokeResponse NotTheirs(TurnContext turn, VerificationDocument? document)
    {
        if (document is not null)
        {
            Suspicion.Raise(turn, SuspicionKind.ForgedClick, document.Id);
        }

        return Message(turn, VerificationText.NotYours);
    }

    private async Task<VerificationDocument?> ReadAsync(CardClick click, CancellationToken cancellationToken) =>
        ((JsonElement?)click.Data).Member(CardData.Operation).String() is { Length: > 0 and < 150 } id
        && id.EndsWith(VerificationRequest.OperationId(""), StringComparison.Ordinal)
        && await operations.ReadAsync(id, cancellationToken) is { } json
            ? json.Deserialize(DialogsJson.Wire.VerificationDocument)
            : null;

    private static InvokeResponse Close(TurnContext turn, VerificationDocument document, Sentence outcome)
    {
        var card = VerificationCards.Answered(document, outcome, turn.Language);
        foreach (var key in NoticeRequest.Keys(VerificationFlow.NoticeId(document, turn.Activity.ActorId!)))
        {
            turn.Owe(new Effect.Update(key, card));
        }

        return CardAnswer.Card(card.Attachments![0].Content!.Value);
    }

    private static InvokeResponse Message(TurnContext turn, Sentence sentence) => CardAnswer.Message(sentence.In(turn.Language));

    private static void Signal(TurnContext turn, VerificationDocument document, string verb, string? value)
    {
        var actor = turn.Activity.ActorId!;
        turn.Owe(new Effect.Signal(document.Id, $"{document.Id}:{actor}:{verb}:{turn.TurnId}", verb, actor) { Value = value });
    }
}
