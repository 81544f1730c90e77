using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CredBot.Engine.Contracts;

/// <summary>The pure half of an operation: from a document and what just happened to the next document and at most one outside effect.</summary>
/// <remarks>No I/O, no clock but the one passed in. The engine stores each <see cref="Move{TDocument}"/> before it carries out its step.</remarks>
public abstract class Flow<TDocument> : IFlow where TDocument : class
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <summary>How the document is stored.</summary>
    protected abstract JsonTypeInfo<TDocument> Document { get; }

    /// <summary>The first document of an operation.</summary>
    /// <param name="operationId">The operation's key.</param>
    /// <param name="intent">What was asked, as the dialog wrote it.</param>
    /// <param name="now">The time of the start.</param>
    protected abstract Move<TDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now);

    /// <summary>The next move.</summary>
    /// <param name="document">The stored document.</param>
    /// <param name="happened">What happened since it was stored.</param>
    /// <param name="now">The time of the move.</param>
    /// <returns>Null where this does not move the operation.</returns>
    protected abstract Move<TDocument>? Next(TDocument document, Happening happened, DateTimeOffset now);

    JsonMove IFlow.Begin(string operationId, JsonElement intent, DateTimeOffset now) => Write(Begin(operationId, intent, now));

    JsonMove? IFlow.Next(JsonElement document, Happening happened, DateTimeOffset now) =>
        Next(document.Deserialize(Document)!, happened, now) is { } move ? Write(move) : null;

    private JsonMove Write(Move<TDocument> move) =>
        new(JsonSerializer.SerializeToElement(move.Document, Document), move.Perform, move.WakeAt, move.Ended, move.Effects);
}
