using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Cards;

/// <summary>A click on a card's button, however the channel carried it: an <c>adaptiveCard/action</c> invoke, or a message with a value.</summary>
/// <param name="Verb">What the button stands for. Sent by the client: it asks, it proves nothing.</param>
/// <param name="Data">The button's data with the card's inputs. As little to be trusted as the verb.</param>
public sealed record CardClick(string Verb, JsonElement Data)
{
    /// <summary>Key of the message the button stands on; null where the data names none.</summary>
    public string? Key => ((JsonElement?)Data).Member(CardData.Key).String();

    /// <summary>Which of several answers was clicked; null where the data names none.</summary>
    public string? Answer => ((JsonElement?)Data).Member(CardData.Answer).String();

    /// <returns>Null where the activity is no click. An automatic refresh is none: nobody clicked.</returns>
    public static CardClick? From(Activity activity)
    {
        if (activity is { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction })
        {
            var action = activity.Value.Member("action");
            return action.Member("type").String() is "Action.Execute" && action.Member("verb").String() is { Length: > 0 } verb
                && activity.Value.Member("trigger").String() is not "automatic"
                    ? new CardClick(verb, action.Member("data") ?? Empty)
                    : null;
        }

        return activity is { IsSubmit: true, Value: { } value } && activity.Value.Member(CardData.Verb).String() is { Length: > 0 } submitted
                ? new CardClick(submitted, value)
                : null;
    }

    private static JsonElement Empty { get; } = new JsonElementBuilder(static _ => { }).Element;
}
