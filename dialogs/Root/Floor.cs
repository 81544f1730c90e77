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

    /// <summary>Begins the dialog of a request, where it may be spoken about and the channel says by whom.</summary>
    public async Task BeginAsync(TurnContext turn, IntentRoute route, Slots? slots, CancellationToken cancellationToken)
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

        turn.Conversation = turn.Conversation.With(Speaker.Property, Speaker.Of(turn));
        await Stack(turn).BeginAsync(route.Dialog, route.Options(slots), cancellationToken);
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
