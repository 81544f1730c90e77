using CredBot.Bot.Builder;

namespace CredBot.Engine.Contracts;

/// <summary>A stored transition of an operation.</summary>
/// <param name="Document">The new document.</param>
/// <param name="Perform">
/// Name of the one outside effect to carry out after the document is stored; null for no new one. A step that was asked for before and has not been
/// reported on stays asked for: a move in between need not repeat it, and repeating its name does not ask twice. Another name takes its place.
/// </param>
/// <param name="WakeAt">When to call again with <see cref="Happening.Due"/> if nothing else happens first; null for never.</param>
/// <param name="Ended">No further move will come; the engine drops its reminder.</param>
public sealed record Move<TDocument>(TDocument Document, string? Perform = null, DateTimeOffset? WakeAt = null, bool Ended = false)
    where TDocument : class
{
    /// <summary>Effects owed with this move, delivered at least once and keyed; messages go to the conversation that started the operation.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];
}
