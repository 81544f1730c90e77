using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Root;

/// <summary>Which dialog is under way in a conversation, and who may move it.</summary>
internal sealed class Floor(DialogSet dialogs)
{
    public DialogContext Stack(TurnContext turn) => new(dialogs, turn);

    /// <summary>Whether a dialog is under way and the activity comes from the person it is held with.</summary>
    public static bool IsSpeaker(TurnContext turn) =>
        turn.Conversation.Dialogs.Count > 0 && turn.Conversation.Get(Speaker.Property) is { } speaker && speaker.Is(turn);

    /// <summary>Whether a dialog is under way that is held with somebody else: this activity may not end it.</summary>
    public static bool IsAnothers(TurnContext turn) => turn.Conversation.Dialogs.Count > 0 && !IsSpeaker(turn);

    /// <summary>Why a request cannot begin here: it may not be spoken about, or the channel does not say by whom.</summary>
    /// <returns>Null where it can.</returns>
    public static Sentence? Hindrance(TurnContext turn, IntentRoute route) => route.InPrivate switch
    {
        true when !turn.Activity.IsPersonal => RootText.InPrivate,
        true when Requester.From(turn) is null => RootText.WhoAreYou,
        _ => null,
    };

    /// <summary>Begins the dialog of a request, or says to the person alone why not.</summary>
    public async Task BeginAsync(TurnContext turn, IntentRoute route, Slots? slots, CancellationToken cancellationToken)
    {
        var fitting = route.For(slots);
        if (Hindrance(turn, fitting) is { } why)
        {
            turn.Whisper(why);
            CarryOver(turn, route, slots);
            return;
        }

        turn.Conversation = turn.Conversation.With(Speaker.Property, Speaker.Of(turn));
        await Stack(turn).BeginAsync(fitting.Dialog, fitting.Options(slots), cancellationToken);
    }

    /// <summary>The question goes on in the asker's own chat, as far as the channel says whose that is.</summary>
    public static void CarryOver(TurnContext turn, IntentRoute route, Slots? slots)
    {
        if (!turn.Activity.IsPersonal && Requester.From(turn) is { } who)
        {
            var carried = new Carried { Intent = route.Intent, Slots = slots, Language = turn.Language };
            turn.Owe(new Effect.Continue(who.Tenant, who.Id, $"{turn.TurnId}-private", DialogsJson.Wire.Write(carried)));
        }
    }

    /// <summary>Goes on with the dialog under way.</summary>
    public async Task ContinueAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var result = await Stack(turn).ContinueAsync(cancellationToken);
        if (result.Status is DialogTurnStatus.Lost)
        {
            turn.Say(RootText.Updated);
        }
    }
}
