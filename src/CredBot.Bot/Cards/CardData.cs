namespace CredBot.Bot.Cards;

/// <summary>Members that every button's data may carry.</summary>
public static class CardData
{
    /// <summary>Key of the message the button stands on. Not <c>key</c>: newer renderers keep that name for themselves, and a click does nothing.</summary>
    public const string Key = "messageKey";

    /// <summary>Which of several answers it is.</summary>
    public const string Answer = "answer";

    /// <summary>The verb, for clients that know Action.Submit only.</summary>
    public const string Verb = "verb";

    /// <summary>The operation it belongs to.</summary>
    public const string Operation = "operation";
}
