using System.Text.Json;
using CredBot.Bot.Builder;

namespace CredBot.Engine.Contracts;

/// <summary>Operations as the rest of the product sees them: for turns that draw a card from one, for steps that must know what else is under way, for pages outside any chat.</summary>
public interface IOperations
{
    /// <returns>The stored document as the flow's own record; null where no such operation was started.</returns>
    Task<JsonElement?> ReadAsync(string operationId, CancellationToken cancellationToken);

    /// <summary>Says something to an operation from outside any conversation, as a turn does by <see cref="Effect.Signal"/>. Durable when it returns.</summary>
    /// <param name="signal">What is said, once per id; <c>Actor</c> says honestly where it comes from.</param>
    Task SignalAsync(Effect.Signal signal);

    /// <summary>The other operations of the same flow and tenant whose last move was made at this time or later.</summary>
    /// <param name="operationId">The operation that asks.</param>
    /// <param name="since">By the engine's clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// Their stored documents, as the flow's own records; empty where the asking one was never started. A step that somebody else's move recorded
    /// before this reading began is seen, so an outside effect that is visible has its operation in the answer.
    /// </returns>
    Task<IReadOnlyList<JsonElement>> ReadNeighboursAsync(string operationId, DateTimeOffset since, CancellationToken cancellationToken);
}
