using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Connector;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Root;

/// <summary>Where every turn begins: commands that work anywhere, the dialog under way, or the dialog that fits what was said.</summary>
internal sealed class RootBot(
    Floor floor, RootClicks clicks, IntentRoutes intents, Recogniser recogniser, RootCommands commands, IEnumerable<SpokenRoute> spoken, IOptions<BotOptions> options,
    RootInvokes invokes, ErrorCodes errors)
    : ActivityHandler
{
    /// <summary>UTF-16 units; a longer text is no question.</summary>
    internal const int LongestText = 4000;

    public override Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken)
    {
        var sorry = RootText.Failed(reference);
        if (turn.Activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction })
        {
            turn.InvokeResponse = CardAnswer.Failed(sorry.In(turn.Language));
        }

        // Nobody asked for a refresh, so nobody is told.
        if (CardClick.FromRefresh(turn.Activity) is null)
        {
            turn.Whisper(sorry);
        }

        return Task.CompletedTask;
    }

    public override Activity TooLarge(ConversationRecord conversation) => Speech.Message(RootText.TooLargeToShow.In(TurnLanguage.Of(conversation)));

    protected override async Task OnMessageAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (CardClick.From(turn.Activity) is { } click)
        {
            await ClickAsync(turn, click, cancellationToken);
            return;
        }

        var text = turn.Activity.TextWithoutBotMention() ?? "";
        if (turn.Activity.IsSubmit)
        {
            turn.Say(RootText.OldCard);
        }
        else if (text.Length > LongestText)
        {
            turn.Whisper(RootText.TooLong);
        }
        else if (text.Length is 0)
        {
            turn.Whisper(RootText.OnlyWords);
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
            commands.Help(turn);
        }

        return Task.CompletedTask;
    }

    protected override Task OnTooFastAsync(TurnContext turn, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Get(Speech.Property) is null)
        {
            SetLanguage(turn, Languages.LanguageOf("", turn.Activity.Locale));
        }

        turn.Say(RootText.TooFast(wait));
        return Task.CompletedTask;
    }

    /// <summary>Goes on with a question that was asked where it could not be answered.</summary>
    protected override async Task OnProactiveAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Value?.Deserialize(DialogsJson.Wire.Carried) is not { } carried || intents.Find(carried.Intent) is not { } route)
        {
            return;
        }

        SetLanguage(turn, carried.Language);
        turn.Say(RootText.FromElsewhere);
        floor.Stack(turn).CancelAll();
        await floor.BeginAsync(turn, route, carried.Slots, cancellationToken);
    }

    protected override async Task OnSignInInvokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (Floor.IsSpeaker(turn))
        {
            await floor.ContinueAsync(turn, cancellationToken);
        }

        turn.InvokeResponse ??= turn.Activity.Name switch
        {
            InvokeNames.TokenExchange => OAuthPrompt.AnswerStray(turn, options.Value.OAuthConnection),
            InvokeNames.VerifyState => new InvokeResponse(404),
            _ => new InvokeResponse(200),
        };
    }

    protected override async Task OnCardActionAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken) =>
        turn.InvokeResponse = await clicks.AnswerAsync(turn, click, cancellationToken);

    protected override Task OnTaskFetchAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        RootInvokes.OpenHelp(turn);
        return Task.CompletedTask;
    }

    protected override Task OnTaskSubmitAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        // No body closes the dialog.
        turn.InvokeResponse = new InvokeResponse(200);
        return Task.CompletedTask;
    }

    protected override Task OnFileConsentAsync(TurnContext turn, bool accepted, CancellationToken cancellationToken)
    {
        RootInvokes.DeclineFile(turn, accepted);
        return Task.CompletedTask;
    }

    protected override Task OnFeedbackAsync(TurnContext turn, Feedback feedback, CancellationToken cancellationToken)
    {
        invokes.Count(feedback);
        turn.InvokeResponse = new InvokeResponse(200);
        return Task.CompletedTask;
    }

    protected override async Task OnSuggestedActionAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        await ClickAsync(turn, click, cancellationToken);
        turn.InvokeResponse = new InvokeResponse(200);
    }

    protected override async Task OnCardRefreshAsync(TurnContext turn, CardClick asked, CancellationToken cancellationToken) =>
        turn.InvokeResponse = await clicks.LookAsync(turn, asked, cancellationToken);

    private async Task HearAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        var recognition = recogniser.Recognise(text, Locale(turn));
        SetLanguage(turn, recognition.Language);
        if (turn.Conversation.Dialogs.Count is 0 && spoken.FirstOrDefault(route => route.Words.IsMatch(text)) is { } said)
        {
            await (said.Intent is { } intent && intents.Find(intent) is { } route
                ? floor.BeginAsync(turn, said.Options?.Invoke(said.Words.Match(text)) is { } read ? route with { Options = _ => read } : route, recognition.Slots, cancellationToken)
                : said.AnswerAsync!(turn, cancellationToken));
            return;
        }

        if ((Commands.Match(text) ?? Commands.Match(recognition)) is { } command)
        {
            await commands.ObeyAsync(turn, command, cancellationToken);
            return;
        }

        if (turn.Conversation.Dialogs.Count is 0 && ErrorsIn(text, recognition) is { Count: > 0 } codes)
        {
            await floor.BeginAsync(turn, ErrorQuestion.With(codes), null, cancellationToken);
        }
        else if (floor.Stack(turn).Active?.Id is not DialogIds.OAuth && SecretWords.Stand(text))
        {
            // Neither kept nor said again, and no answer to whatever was asked.
            turn.Whisper(RootText.LooksLikeASecret);
        }
        else if (turn.Conversation.Dialogs.Count is 0 || IsAnotherRequest(turn, recognition))
        {
            await AnswerAsync(turn, recognition, cancellationToken);
        }
        else if (Floor.IsSpeaker(turn))
        {
            await floor.ContinueAsync(turn, cancellationToken);
        }
        else
        {
            turn.Whisper(RootText.NotYourQuestion);
        }
    }

    /// <summary>A named code is a question by itself; a bare number is one only where nothing else was asked that a number may belong to.</summary>
    private IReadOnlyList<string> ErrorsIn(string text, Recognition recognition)
    {
        var somethingElse = recognition.Confidence is Confidence.Sure && recognition.Intent is not Intents.FaqUserError && intents.Find(recognition.Intent) is not null;
        return [.. errors.ReadFrom(text, bareNumbers: !somethingElse).Select(static found => found.Code)];
    }

    /// <summary>While a choice is offered, a new request is a change of mind and no wrong answer. Free words are never taken for one.</summary>
    private bool IsAnotherRequest(TurnContext turn, Recognition recognition)
    {
        var context = floor.Stack(turn);
        var another = Floor.IsSpeaker(turn) && context.Active?.Id is (DialogIds.Choice or DialogIds.Confirm or DialogIds.OAuth)
            && recognition is { Confidence: Confidence.Sure, Score: > Commands.Clear } && intents.Find(recognition.Intent) is not null;
        if (another)
        {
            context.CancelAll();
        }

        return another;
    }

    /// <summary>A short word says little about its language; then the conversation's own counts for more than the client's.</summary>
    private static string? Locale(TurnContext turn) => turn.Conversation.Dialogs.Count > 0 ? turn.Language : turn.Activity.Locale;

    private async Task AnswerAsync(TurnContext turn, Recognition recognition, CancellationToken cancellationToken)
    {
        switch (recognition)
        {
            case { Confidence: Confidence.Sure } when intents.Find(recognition.Intent) is { } route:
                await floor.BeginAsync(turn, turn.Activity.IsPersonal ? route : route.InGroups ?? route, recognition.Slots, cancellationToken);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.Help or Intents.Greet }:
                commands.Help(turn);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.Cancel }:
                await commands.ObeyAsync(turn, Command.Cancel, cancellationToken);
                break;
            case { Confidence: Confidence.Sure, Intent: Intents.SignOut }:
                await commands.ObeyAsync(turn, Command.SignOut, cancellationToken);
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
                turn.Whisper(RootText.OutOfScope);
                break;
        }
    }

    private List<IntentRoute> Nearest(Recognition recognition) =>
        [.. recognition.Top.Select(top => intents.Find(top.Intent)).OfType<IntentRoute>().DistinctBy(static route => route.Title).Take(3)];

    /// <summary>A click that came as a message is answered by a message to who clicked; cards change through what the turn owes.</summary>
    private async Task ClickAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var before = turn.Effects.Count;
        var answer = await clicks.AnswerAsync(turn, click, cancellationToken);
        if (turn.Effects.Count == before && answer.Body.Member("value").String() is { } words)
        {
            turn.Whisper(Speech.Message(words));
        }
    }

    private static void SetLanguage(TurnContext turn, string language) =>
        turn.Conversation = turn.Conversation.With(Speech.Property, new Speech(language));
}
