using System.Text.Json;

namespace CredBot.Engine.Contracts;

/// <summary>Reads operations: for turns that draw a card from one, and for steps that must know what else is under way.</summary>
public interface IOperations
{
    /// <returns>The stored document as the flow's own record; null where no such operation was started.</returns>
    Task<JsonElement?> ReadAsync(string operationId, CancellationToken cancellationToken);

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
