using CredBot.Bot.Builder;
using CredBot.Bot.State;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Root;

/// <summary>Whose dialog is under way: nobody else's words or clicks move it.</summary>
/// <param name="Tenant">With the object id the key of a person; null in a document from before it was kept.</param>
/// <param name="Id">Object id; the channel's own id in such a document.</param>
internal sealed record Speaker(string? Tenant, string Id)
{
    public static StateProperty<Speaker> Property { get; } = new("speaker", DialogsJson.Wire.Speaker);

    /// <returns>Null where the channel does not say who it is.</returns>
    public static Speaker? Of(TurnContext turn) => Requester.From(turn) is { } person ? new Speaker(person.Tenant.ToLowerInvariant(), person.Id) : null;

    /// <summary>Whether the activity comes from this person.</summary>
    public bool Is(TurnContext turn) => Tenant is null ? Id == turn.Activity.From?.Id : this == Of(turn);
}
