using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Root;

/// <summary>Answers every click on a card, inline: a prompt that waits, a question to ask, a reset to begin, or a button of a slice.</summary>
internal sealed class RootClicks(Floor floor, IntentRoutes intents, IEnumerable<VerbRoute> verbs, SignInGate gate)
{
    /// <summary>UTF-16 units: as long as a sign-in name may be.</summary>
    private const int LongestAbout = 113;

    private readonly Dictionary<string, VerbRoute> verbs = verbs.ToDictionary(static route => route.Verb);

    public async Task<InvokeResponse> AnswerAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        switch (click.Verb)
        {
            case CardVerbs.Answer or VerbRoute.Ask when Floor.IsAnothers(turn):
            case var begins when VerbRoute.IntentOf(begins) is not null && Floor.IsAnothers(turn):
                return Say(turn, RootText.NotYourQuestion);
            case CardVerbs.Answer:
                return await AnswerPromptAsync(turn, click, cancellationToken);
            case VerbRoute.Ask when click.Answer is { } intent && intents.Find(intent) is { } route:
                return await AskAsync(turn, click, route, cancellationToken);
            case var begins when VerbRoute.IntentOf(begins) is { } request && ((JsonElement?)click.Data).Member(VerbRoute.Subject).String() is { } subject && Guid.TryParse(subject, out _):
                return await StartResetAsync(turn, request, subject, cancellationToken);
            default:
                return verbs.TryGetValue(click.Verb, out var verb) ? await verb.AnswerAsync(turn, click, cancellationToken) : Say(turn, RootText.OldCard);
        }
    }

    /// <summary>Answers a client that shows a card again.</summary>
    /// <returns>Null for a verb that does more than look.</returns>
    public async Task<InvokeResponse?> LookAsync(TurnContext turn, CardClick asked, CancellationToken cancellationToken) =>
        verbs.TryGetValue(asked.Verb, out var verb) && verb.IsView ? await verb.AnswerAsync(turn, asked, cancellationToken) : null;

    private async Task<InvokeResponse> AnswerPromptAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        // A confirmation acts under the person's own rights: without a token it would start what can only fail.
        var operates = ((JsonElement?)click.Data).Member(CardData.Operation) is not null;
        if (operates && click.Answer is ConfirmPrompt.Yes && Floor.IsSpeaker(turn) && await AskForTokenAsync(turn, gate.AskAnewAsync, cancellationToken) is { } signIn)
        {
            return signIn;
        }

        var before = turn.Conversation.Dialogs;
        await floor.ContinueAsync(turn, cancellationToken);
        if (ReferenceEquals(before, turn.Conversation.Dialogs))
        {
            // Nothing waited for this click. If it stands on the card of an operation, that card is shown as it is now.
            return operates && verbs.TryGetValue(VerbRoute.Status, out var status)
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
        var about = About(click);
        if (Floor.Hindrance(turn, route) is { } why)
        {
            Floor.CarryOver(turn, route, about);
            return Say(turn, why);
        }

        floor.Stack(turn).CancelAll();

        if (click.Key is { } key && key.EndsWith("-nearest", StringComparison.Ordinal))
        {
            turn.Owe(new Effect.Update(key, RootCards.Chosen(route, turn.Language)));
        }

        await floor.BeginAsync(turn, route, about, cancellationToken);
        return Say(turn, RootText.Working);
    }

    /// <summary>What a question is about counts as typed by whoever clicked: it is looked up under their own rights.</summary>
    private static Slots? About(CardClick click) =>
        ((JsonElement?)click.Data).Member(VerbRoute.About).String() is { Length: > 0 and <= LongestAbout } about
            ? new Slots { User = about, App = about, AppId = Guid.TryParse(about, out _) ? about : null }
            : null;

    private async Task<InvokeResponse> StartResetAsync(TurnContext turn, string intent, string subject, CancellationToken cancellationToken)
    {
        if (intents.Find(intent) is { } route)
        {
            if (Floor.Hindrance(turn, route) is { } why)
            {
                Floor.CarryOver(turn, route, new Slots { User = subject });
                return Say(turn, why);
            }

            if (await AskForTokenAsync(turn, gate.AskAsync, cancellationToken) is { } signIn)
            {
                return signIn;
            }

            floor.Stack(turn).CancelAll();
            await floor.BeginAsync(turn, route, new Slots { User = subject }, cancellationToken);
        }

        return Say(turn, RootText.Working);
    }

    /// <summary>A click that came as a message cannot be asked back; the dialog signs in by a card of its own then.</summary>
    private static async Task<InvokeResponse?> AskForTokenAsync(
        TurnContext turn, Func<TurnContext, CancellationToken, Task<InvokeResponse?>> ask, CancellationToken cancellationToken) =>
        turn.Activity.Type is ActivityTypes.Invoke ? await ask(turn, cancellationToken) : null;

    private static InvokeResponse Say(TurnContext turn, Sentence sentence) => CardAnswer.Message(sentence.In(turn.Language));
}
