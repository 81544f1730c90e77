using System.Text.Json;

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

    /// <summary>The data of an action on the message with this key.</summary>
    internal static JsonElement With(string key, IEnumerable<(string Name, string Value)> more)
    {
        var members = new Dictionary<string, string> { [Key] = key };
        foreach (var (name, value) in more)
        {
            members[name] = value;
        }

        return JsonSerializer.SerializeToElement(members, CardJson.Wire.DictionaryStringString);
    }
}
