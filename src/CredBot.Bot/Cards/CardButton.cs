using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Cards;

/// <summary>A button of a card. Only ever written.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardButton(string Title)
{
    /// <summary>positive or destructive; null for neither.</summary>
    public string? Style { get; init; }
}

/// <summary>A Universal Action, with the same button as Action.Submit for clients that do not know it.</summary>
/// <remarks>Source: Adaptive Cards «Universal Action Model».</remarks>
public sealed record ExecuteAction : CardButton
{
    private ExecuteAction(string title, string verb, string key, (string Name, string Value)[] data) : base(title)
    {
        Verb = verb;
        Data = CardData.With(key, data);
        Fallback = new SubmitAction(title, CardData.With(key, [.. data, (CardData.Verb, verb)]));
    }

    public string Verb { get; }
    public JsonElement Data { get; }
    public CardButton Fallback { get; }

    /// <summary>A button with this verb.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="verb">What it asks for.</param>
    /// <param name="key">Key of the message it stands on.</param>
    /// <param name="data">More members of its data.</param>
    public static ExecuteAction For(string title, string verb, string key, params (string Name, string Value)[] data) => new(title, verb, key, data);

    /// <summary>A button that answers the prompt whose question is the message with this key.</summary>
    public static ExecuteAction Answer(string title, string key, string answer) => For(title, CardVerbs.Answer, key, (CardData.Answer, answer));
}

/// <summary>The older button: its data comes back as a message's value.</summary>
public sealed record SubmitAction(string Title, JsonElement Data) : CardButton(Title);

/// <summary>A link.</summary>
public sealed record OpenUrlAction(string Title, string Url) : CardButton(Title);

/// <summary>Shows or hides parts of the card, on the client alone.</summary>
public sealed record ToggleVisibilityAction(string Title, IReadOnlyList<string> TargetElements) : CardButton(Title);
