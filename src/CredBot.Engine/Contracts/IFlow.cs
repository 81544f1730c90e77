using System.Text.Json;

namespace CredBot.Engine.Contracts;

/// <summary>A flow as the engine sees it: documents are JSON. Derive from <see cref="Flow{TDocument}"/>.</summary>
public interface IFlow
{
    /// <summary>Stored with each operation; never changes once shipped.</summary>
    string Name { get; }

    JsonMove Begin(string operationId, JsonElement intent, DateTimeOffset now);

    JsonMove? Next(JsonElement document, Happening happened, DateTimeOffset now);
}
