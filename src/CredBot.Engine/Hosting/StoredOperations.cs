using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using CredBot.Engine.Grains;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;

namespace CredBot.Engine.Hosting;

/// <summary>Reads operations from the store, without waking them, and speaks to them through their grains.</summary>
internal sealed class StoredOperations(IStore store, IGrainFactory grains) : IOperations
{
    public async Task<JsonElement?> ReadAsync(string operationId, CancellationToken cancellationToken) =>
        (await FindAsync(operationId, cancellationToken))?.Document;

    public Task SignalAsync(Effect.Signal signal) => grains.GetGrain<IOperation>(signal.OperationId)
        .Signal(signal.SignalId, signal.Verb, signal.Actor, signal.Value is { } value ? new Cloaked { Json = value } : null);

    public async Task<IReadOnlyList<JsonElement>> ReadNeighboursAsync(string operationId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (await FindAsync(operationId, cancellationToken) is not { Flow: { } flow } own)
        {
            return [];
        }

        // A line of the list is committed with its document, so the list leaves nobody out; what the neighbour says of itself is read from its document.
        List<JsonElement> neighbours = [];
        foreach (var row in await store.OperationsAsync(own.Row(operationId).Tenant, since, cancellationToken))
        {
            if (row.Id != operationId && row.Flow == flow && await ReadAsync(row.Id, cancellationToken) is { } document)
            {
                neighbours.Add(document);
            }
        }

        return neighbours;
    }

    private async Task<OperationDocument?> FindAsync(string operationId, CancellationToken cancellationToken) =>
        await store.ReadAsync(Operation.Type, operationId, cancellationToken) is { } found
            ? DocumentStorage.Read<OperationDocument>(found.Json, $"The operation {operationId}")
            : null;
}
