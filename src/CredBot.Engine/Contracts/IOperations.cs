using System.Text.Json;

namespace CredBot.Engine.Contracts;

/// <summary>Reads operations, for turns that draw a card from one.</summary>
public interface IOperations
{
    /// <returns>The stored document as the flow's own record; null where no such operation was started.</returns>
    Task<JsonElement?> ReadAsync(string operationId, CancellationToken cancellationToken);
}
