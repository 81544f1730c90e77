using System.Text.Json;
using CredBot.Engine.Contracts;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;

namespace CredBot.Engine.Hosting;

/// <summary>Reads operations from the store, without waking them.</summary>
internal sealed class StoredOperations(IStore store) : IOperations
{
    public async Task<JsonElement?> ReadAsync(string operationId, CancellationToken cancellationToken) =>
        await store.ReadAsync(Operation.Type, operationId, cancellationToken) is { } found
            ? DocumentStorage.Read<OperationDocument>(found.Json, $"The operation {operationId}").Document
            : null;
}
