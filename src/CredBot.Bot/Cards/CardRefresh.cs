using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Cards;

/// <summary>Whose clients ask for the card again by themselves, and how; what they get is theirs alone.</summary>
/// <remarks>Source: Teams docs «User-specific views», «Up-to-date cards»: at most 60 people, by their channel ids.</remarks>
public sealed record CardRefresh
{
    /// <summary>People a card may name.</summary>
    public const int MostPeople = 60;

    private CardRefresh(RefreshAction action, IReadOnlyList<string> userIds) => (Action, UserIds) = (action, userIds);

    public RefreshAction Action { get; }

    /// <summary>Channel ids (<c>29:…</c>); never empty: without any, everybody's client would ask.</summary>
    public IReadOnlyList<string> UserIds { get; }

    /// <param name="verb">A verb that only looks.</param>
    /// <param name="key">Key of the message the card stands on.</param>
    /// <param name="people">Channel ids that were seen in the card's own conversation: those of another bot or chat are refused by Teams.</param>
    /// <param name="data">More members of the action's data.</param>
    /// <returns>Null where nobody is left whom Teams would know.</returns>
    public static CardRefresh? For(string verb, string key, IEnumerable<string> people, params (string Name, string Value)[] data)
    {
        List<string> known = [.. people.Where(static id => id.StartsWith("29:", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(MostPeople)];
        return known.Count is 0 ? null : new CardRefresh(new RefreshAction(verb, CardData.With(key, data)), known);
    }
}

/// <summary>The action that a client performs unasked: as of a button, but with no title and no older form to fall back to.</summary>
public sealed record RefreshAction(string Verb, JsonElement Data)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = CardClick.ActionType;
}
