using System.Text.Json;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;

namespace CredBot.Bot.State;

/// <summary>All that is remembered of one conversation, written as a whole at the version that was read.</summary>
public sealed record ConversationRecord
{
    /// <summary>The version this build writes; older documents are read, newer ones refused.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Where to write next; refreshed by every inbound activity.</summary>
    public ConversationReference? Reference { get; init; }

    /// <summary>The stack of dialogs, innermost first.</summary>
    /// <remarks>A member that an older document lacks is read as null, whatever its initialiser says; hence the setters.</remarks>
    public IReadOnlyList<DialogInstance> Dialogs { get; init => field = value ?? []; } = [];

    /// <summary>Typed state by property name; see <see cref="StateProperty{T}"/>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Properties { get; init => field = value ?? new Dictionary<string, JsonElement>(); } = new Dictionary<string, JsonElement>();

    /// <returns>Null where it was never set, and where an older or damaged document holds something that this build cannot read as it.</returns>
    public T? Get<T>(StateProperty<T> property) where T : class
    {
        try
        {
            return Properties.TryGetValue(property.Name, out var json) ? json.Deserialize(property.Type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public ConversationRecord With<T>(StateProperty<T> property, T? value) where T : class
    {
        var next = new Dictionary<string, JsonElement>(Properties);
        if (value is null)
        {
            next.Remove(property.Name);
        }
        else
        {
            next[property.Name] = JsonSerializer.SerializeToElement(value, property.Type);
        }

        return this with { Properties = next };
    }
}
