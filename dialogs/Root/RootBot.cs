using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Connector;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Root;

/// <summary>Where every turn begins: commands that work anywhere, the dialog under way, or the dialog that fits what was said.</summary>
internal sealed class RootBot(
    DialogSet dialogs, IntentRoutes intents, IEnumerable<VerbRoute> verbs, Recogniser recogniser, UserTokenClient tokens, IOptions<BotOptions> options)
    : ActivityHandler
{
    /// <summary>UTF-16 units; a longer text is no question.</summary>
    internal const int LongestText = 4000;

    private readonly Dictionary<string, VerbRoute> verbs = verbs.ToDictionary(static route => route.Verb);

    public override Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken)
    {
        turn.Say(RootText.Failed(reference));
        return Task.CompletedTask;
    }

    protected override async Task OnMessageAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (CardClick.From(turn.Activity) is { } click)
        {
            await ClickAsync(turn, click, cancellationToken);
            return;
        }

        var text = turn.Activity.TextWithoutBotMention() ?? "";
        if (text.Length > LongestText)
        {
            turn.Say(RootText.TooLong);
        }
        else if (text.Length is 0)
        {
            turn.Say(RootText.OnlyWords);
        }
        else
        {
            await HearAsync(turn, text, cancellationToken);
        }
    }

    protected override Task OnBotAddedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Get(Welcomed.Property) is null)
        {
            SetLanguage(turn, Languages.LanguageOf("", turn.Activity.Locale));
            turn.Conversation = turn.Conversation.With(Welcomed.Property, new Welcomed(turn.Now));
            Help(turn);
        }

        return Task.CompletedTask;
    }

    protected override async Task OnSignInInvokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (IsSpeaker(turn))
        {
            await ContinueAsync(turn, cancellationToken);
        }

        turn.InvokeResponse ??= turn.Activity.Name switch
        {
            InvokeNames.TokenExchange => OAuthPrompt.AnswerStray(turn),
            InvokeNames.VerifyState => new InvokeResponse(404),
            _ => new InvokeResponse(200),
        };
    }

    protected override async Task OnCardActionAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken) =>
        turn.InvokeResponse = await AnswerClickAsync(turn, click, cancellationToken);

    private async Task HearAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        var recognition = recogniser.Recognise(text, Locale(turn));
        SetLanguage(turn, recognition.Language);
        if ((Commands.Match(text) ?? Commands.Match(recognition)) is { } command)
        {
            await ObeyAsync(turn, command, cancellationToken);
            return;
        }

        if (turn.Conversation.Dialogs.Count is 0 || IsAnotherRequest(turn, recognition))
        {
            await AnswerAsync(turn, recognition, cancellationToken);
        }
        else if (IsSpeaker(turn))
        {
            await ContinueAsync(turn, cancellationToken);
        }
        else
        {
            turn.Say(RootText.NotYourQuestion);
        }
    }

    /// <summary>While a choice is offered, a new request is a change of mind and no wrong answer. Free words are never taken for one.</summary>
    private bool IsAnotherRequest(TurnContext turn, Recognition recognition)
    {
        var context = new DialogContext(dialogs, turn);
        var another = IsSpeaker(turn) && context.Active?.Id is (DialogIds.Choice or DialogIds.Confirm or DialogIds.OAuth)
            && recognition is { Confidence: Confidence.Sure, Score: > Commands.Clear } && intents.Find(recognition.Intent) is not null;
        if (another)
        {
            context.CancelAll();
        }

        return another;
    }

    /// <summary>A short word says little about its language; then the conversation's own counts for more than the client's.</summary>
    private static string? Locale(TurnContext turn) => turn.Conversation.Dialogs.Count > 0 ? turn.Language : turn.Activity.Locale;

    private async Task ContinueAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var result = await new DialogContext(dialogs, turn).ContinueAsync(cancellationToken);
        if (result.Status is DialogTurnStatus.Lost)
        {
            turn.Say(RootText.Updated);
        }
    }

    private async Task AnswerAsync(TurnContext turn, Recognition recognition, CancellationToken cancellationToken)
    {
        switch (recognition)
        {
            case { Confidence: Confidence.Sure } when intents.Find(recognition.Intent) is { } route:
                await BeginAsync(turn, route, recognition.Slots, cancellationToken);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.Help or Intents.Greet }:
                Help(turn);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.Cancel }:
                await ObeyAsync(turn, Command.Cancel, cancellationToken);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.SignOut }:
                await ObeyAsync(turn, Command.SignOut, cancellationToken);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.Human }:
                turn.Say(RootText.Human);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.Thanks }:
                turn.Say(RootText.Welcome);
                break;
            case { Confidence: not Confidence.None } when Nearest(recognition) is { Count: > 0 } nearest:
                var key = $"{turn.TurnId}-nearest";
                turn.Send(RootCards.Nearest(nearest, turn.Language, key), key);
                break;
            default:
                turn.Say(RootText.OutOfScope);
                break;
        }
    }

    private List<IntentRoute> Nearest(Recognition recognition) =>
        [.. recognition.Top.Select(top => intents.Find(top.Intent)).OfType<IntentRoute>().DistinctBy(static route => route.Title).Take(3)];

    private async Task BeginAsync(TurnContext turn, IntentRoute route, Slots? slots, CancellationToken cancellationToken)
    {
        if (route.InPrivate && !turn.Activity.IsPersonal)
        {
            turn.Say(RootText.InPrivate);
            return;
        }

        if (route.InPrivate && Requester.From(turn) is null)
        {
            turn.Say(RootText.WhoAreYou);
            return;
        }

        await BeginAsync(turn, route.Dialog, route.Options(slots), cancellationToken);
    }

    private async Task BeginAsync(TurnContext turn, string dialog, JsonElement? options, CancellationToken cancellationToken)
    {
        turn.Conversation = turn.Conversation.With(Speaker.Property, turn.Activity.From?.Id is { } who ? new Speaker(who) : null);
        await new DialogContext(dialogs, turn).BeginAsync(dialog, options, cancellationToken);
    }

    private async Task ObeyAsync(TurnContext turn, Command command, CancellationToken cancellationToken)
    {
        var context = new DialogContext(dialogs, turn);
        switch (command)
        {
            case Command.Help:
                Help(turn);
                await context.RepromptAsync(cancellationToken);
                break;
            case Command.Cancel when !IsSpeaker(turn) && turn.Conversation.Dialogs.Count > 0:
                turn.Say(RootText.NotYourQuestion);
                break;
            case Command.Cancel:
                turn.Say(context.CancelAll().Status is DialogTurnStatus.Cancelled ? RootText.Cancelled : RootText.NothingToCancel);
                break;
            case Command.SignOut:
                context.CancelAll();
                var signedOut = await tokens.SignOutAsync(
                    turn.Activity.From?.Id ?? "", options.Value.OAuthConnection, turn.Activity.ChannelId ?? "", cancellationToken);
                turn.Say(signedOut ? RootText.SignedOut : RootText.NotSignedOut);
                break;
        }
    }

    /// <summary>A click that came as a message is answered by a message; cards change through what the turn owes.</summary>
    private async Task ClickAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var before = turn.Effects.Count;
        var answer = await AnswerClickAsync(turn, click, cancellationToken);
        if (turn.Effects.Count == before && answer.Body.Member("value").String() is { } words)
        {
            turn.Send(Speech.Message(words));
        }
    }

    private async Task<InvokeResponse> AnswerClickAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        switch (click.Verb)
        {
            case CardVerbs.Answer:
                return await AnswerPromptAsync(turn, click, cancellationToken);
            case VerbRoute.Ask when click.Answer is { } intent && intents.Find(intent) is { } route:
                return await AskAsync(turn, click, route, cancellationToken);
            case VerbRoute.Reset when ((JsonElement?)click.Data).Member(VerbRoute.Subject).String() is { } subject && Guid.TryParse(subject, out _):
                return await StartResetAsync(turn, subject, cancellationToken);
            default:
                return verbs.TryGetValue(click.Verb, out var verb) ? await verb.AnswerAsync(turn, click, cancellationToken) : Say(turn, RootText.OldCard);
        }
    }

    private async Task<InvokeResponse> AnswerPromptAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Dialogs.Count > 0 && !IsSpeaker(turn))
        {
            return Say(turn, RootText.NotYourQuestion);
        }

        var before = turn.Conversation.Dialogs;
        await ContinueAsync(turn, cancellationToken);
        if (ReferenceEquals(before, turn.Conversation.Dialogs))
        {
            // Nothing waited for this click. If it stands on the card of an operation, that card is shown as it is now.
            return ((JsonElement?)click.Data).Member(CardData.Operation) is not null && verbs.TryGetValue(VerbRoute.Status, out var status)
                ? await status.AnswerAsync(turn, click, cancellationToken)
                : Say(turn, RootText.OldCard);
        }

        // The card of a started operation is redrawn by the operation; an answer with a card could arrive after it and show the past.
        var card = turn.Effects.Any(static effect => effect is Effect.Start)
            ? null
            : turn.Effects.OfType<Effect.Update>().LastOrDefault(update => update.Key == click.Key)?.Activity.Attachments;
        return card is [{ ContentType: AdaptiveCard.ContentType, Content: { } content }] ? CardAnswer.Card(content) : Say(turn, RootText.Working);
    }

    private async Task<InvokeResponse> AskAsync(TurnContext turn, CardClick click, IntentRoute route, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Dialogs.Count > 0)
        {
            new DialogContext(dialogs, turn).CancelAll();
        }

        if (click.Key is { } key && key.EndsWith("-nearest", StringComparison.Ordinal))
        {
            turn.Owe(new Effect.Update(key, RootCards.Chosen(route, turn.Language)));
        }

        await BeginAsync(turn, route, null, cancellationToken);
        return Say(turn, RootText.Working);
    }

    private async Task<InvokeResponse> StartResetAsync(TurnContext turn, string subject, CancellationToken cancellationToken)
    {
        if (intents.Find(Intents.HelpdeskReset) is { } route)
        {
            new DialogContext(dialogs, turn).CancelAll();
            await BeginAsync(turn, route, new Slots { User = subject }, cancellationToken);
        }

        return Say(turn, RootText.Working);
    }

    private void Help(TurnContext turn)
    {
        var key = $"{turn.TurnId}-help";
        turn.Send(RootCards.Help(intents.Samples, turn.Language, key), key);
    }

    private static bool IsSpeaker(TurnContext turn) =>
        turn.Conversation.Dialogs.Count > 0 && turn.Conversation.Get(Speaker.Property)?.Id == turn.Activity.From?.Id;

    private static void SetLanguage(TurnContext turn, string language) =>
        turn.Conversation = turn.Conversation.With(Speech.Property, new Speech(language));

    private static InvokeResponse Say(TurnContext turn, Sentence sentence) => CardAnswer.Message(sentence.In(turn.Language));
}
