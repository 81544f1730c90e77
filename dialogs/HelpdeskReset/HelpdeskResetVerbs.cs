using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The buttons on the card of a running or finished reset. Who clicked decides, never what the click says about itself.</summary>
internal sealed class HelpdeskResetVerbs(IOperations operations)
{
    /// <summary>«This wasn't me», on a notice.</summary>
    public const string Object = "objectToReset";

    public IEnumerable<VerbRoute> Routes =>
    [
        new(Object, ObjectAsync),
        new(HelpdeskResetFlow.Reveal, RevealAsync),
        new(HelpdeskResetFlow.Hide, HideAsync),
        new(HelpdeskResetFlow.Withdraw, WithdrawAsync),
        new(VerbRoute.Status, StatusAsync) { IsView = true },
    ];

    private async Task<InvokeResponse> RevealAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var document = await FindAsync(click, cancellationToken);
        if (document is null || !IsRequester(turn, document))
        {
            return NotTheirs(turn, document);
        }

        if (!turn.Activity.IsPersonal)
        {
            return CardAnswer.Message(HelpdeskResetText.OnlyInPrivate.In(turn.Language));
        }

        if (document.Status is not ResetStatus.Done)
        {
            return IsOver(document) ? Card(HelpdeskResetCards.Live(document)) : CardAnswer.Message(HelpdeskResetText.NotToShow.In(turn.Language));
        }

        Signal(turn, document, HelpdeskResetFlow.Reveal);
        return CardAnswer.Message((document.PassId is null ? HelpdeskResetText.Showing : PassText.Showing).In(turn.Language));
    }

    /// <summary>The person affected or their manager objects: further resets are stopped, and what this one still offers is withdrawn.</summary>
    private async Task<InvokeResponse> ObjectAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var document = await FindAsync(click, cancellationToken);
        if (document is null || Requester.From(turn) is not { } who || who.Tenant != document.Request.Requester.Tenant || (who.Id != document.Request.SubjectId && who.Id != document.Manager))
        {
            return NotTheirs(turn, document);
        }

        foreach (var (operation, value) in new[]
        {
            (SafeguardAsk.OperationId(who.Tenant), JsonSerializer.Serialize(new Objection(document.Request.SubjectId, document.Operation, who.Id), DialogsJson.Wire.Objection)),
            (document.Operation, null),
        })
        {
            turn.Owe(new Effect.Signal(operation, $"{document.Operation}:{who.Id}:{Objection.Objected}", Objection.Objected, who.Id) { Value = value });
        }

        var card = HelpdeskResetCards.Objected(turn.Language);
        return Card(card);
    }

    private async Task<InvokeResponse> HideAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var document = await FindAsync(click, cancellationToken);
        if (document is null || !IsRequester(turn, document))
        {
            return NotTheirs(turn, document);
        }

        if (IsOver(document))
        {
            return Card(HelpdeskResetCards.Live(document));
        }

        Signal(turn, document, HelpdeskResetFlow.Hide);
        return CardAnswer.Message(HelpdeskResetText.Hiding.In(turn.Language));
    }

    private async Task<InvokeResponse> WithdrawAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var document = await FindAsync(click, cancellationToken);
        if (document is null || !IsRequester(turn, document))
        {
            return NotTheirs(turn, document);
        }

        if (IsOver(document))
        {
            return Card(HelpdeskResetCards.Live(document));
        }

        Signal(turn, document, HelpdeskResetFlow.Withdraw);
        return CardAnswer.Message(PassText.TakingBack.In(turn.Language));
    }

    /// <summary>
    /// The card as it is now, for a late click on the question or for a client that shows it again. It looks and does nothing. Without an operation the
    /// question is closed.
    /// </summary>
    private async Task<InvokeResponse> StatusAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var document = await FindAsync(click, cancellationToken);
        if (document is null && click.Key is { } key && Operation(click) is { } operation && operation == HelpdeskResetDialog.OperationId(turn, key))
        {
            return turn.Conversation.Get(LastReset.Property)?.Operation == operation
                ? CardAnswer.Message(HelpdeskResetText.AlreadyDealtWith.In(turn.Language))
                : Close(turn, key);
        }

        if (document is null)
        {
            return Refuse(turn);
        }

        if (!IsRequester(turn, document))
        {
            return StandsHere(turn, document) ? Card(HelpdeskResetCards.ForOthers(document)) : Refuse(turn);
        }

        return document.Status switch
        {
            // The password is on the card: an answer with a card would take it away, and one with the password would be stored.
            ResetStatus.Shown => CardAnswer.Message(HelpdeskResetText.Showing.In(turn.Language)),
            // The verification draws the card meanwhile, with a number that stands nowhere else.
            ResetStatus.Verifying => CardAnswer.Message(HelpdeskResetText.Progress(document).In(turn.Language)),
            ResetStatus.Redacting => CardAnswer.Message(HelpdeskResetText.Hiding.In(turn.Language)),
            ResetStatus.Done or ResetStatus.Lapsing => Card(HelpdeskResetCards.Live(document)),
            // While the operation goes on it redraws the card itself; an answer with a card could arrive after it and show the past. A client that
            // refreshes asks again.
            _ when !IsOver(document) && CardClick.FromRefresh(turn.Activity) is null => CardAnswer.Message(HelpdeskResetText.AlreadyDealtWith.In(turn.Language)),
            _ => Card(HelpdeskResetCards.Live(document)),
        };
    }

    /// <summary>A question of this very chat that led to no operation, because it was cancelled or something else was asked.</summary>
    private static InvokeResponse Close(TurnContext turn, string key)
    {
        var card = HelpdeskResetCards.Closed(turn.Language);
        turn.Owe(new Effect.Update(key, card));
        return card.Attachments is [{ Content: { } content }] ? CardAnswer.Card(content) : CardAnswer.Message(HelpdeskResetText.QuestionClosed.In(turn.Language));
    }

    private static string? Operation(CardClick click) => ((JsonElement?)click.Data).Member(CardData.Operation).String();

    private static InvokeResponse Card(Activity message) => CardAnswer.Card(message.Attachments![0].Content!.Value);

    private static bool IsOver(ResetDocument document) => document.Status is ResetStatus.Closed or ResetStatus.Failed or ResetStatus.Unknown;

    /// <summary>Whether the operation's card is in this very conversation, where its members see it anyway.</summary>
    private static bool StandsHere(TurnContext turn, ResetDocument document) =>
        HelpdeskResetDialog.OperationId(turn, document.Request.CardKey) == document.Operation;

    private async Task<ResetDocument?> FindAsync(CardClick click, CancellationToken cancellationToken) =>
        Operation(click) is { Length: > 0 and < 100 } operation
        && await operations.ReadAsync(operation, cancellationToken) is { } json
            ? json.Deserialize(DialogsJson.Wire.ResetDocument)
            : null;

    private static bool IsRequester(TurnContext turn, ResetDocument document) =>
        Requester.From(turn) is { } who && who.Id == document.Request.Requester.Id && who.Tenant == document.Request.Requester.Tenant;

    /// <summary>The same words for a foreign operation and for none, so that guessing ids teaches nothing.</summary>
    private static InvokeResponse Refuse(TurnContext turn) => CardAnswer.Message(HelpdeskResetText.NotYours.In(turn.Language));

    /// <summary>Who presses what does anything on a card that is not theirs has forged it, unless they see it in a group.</summary>
    private static InvokeResponse NotTheirs(TurnContext turn, ResetDocument? document)
    {
        if (document is not null && turn.Activity.IsPersonal)
        {
            Suspicion.Raise(turn, SuspicionKind.ForgedClick, document.Operation);
        }

        return Refuse(turn);
    }

    private static void Signal(TurnContext turn, ResetDocument document, string verb)
    {
        var actor = turn.Activity.ActorId!;
        turn.Owe(new Effect.Signal(document.Operation, $"{document.Operation}:{actor}:{verb}:{turn.TurnId}", verb, actor));
    }
}
