using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.Verification;

/// <summary>Remembers who was somebody's manager, and since when: for agents who may not read the directory's own log.</summary>
internal sealed class ManagerBookFlow : Flow<ManagerBook>
{
    public override string Name => ManagerSighting.FlowName;

    protected override JsonTypeInfo<ManagerBook> Document => DialogsJson.Wire.ManagerBook;

    protected override Move<ManagerBook> Begin(string operationId, JsonElement intent, DateTimeOffset now) =>
        new(new ManagerBook { Manager = intent.Deserialize(DialogsJson.Wire.ManagerSighting)!.Manager });

    protected override Move<ManagerBook>? Next(ManagerBook document, Happening happened, DateTimeOffset now) =>
        happened is Happening.Signalled { Verb: ManagerSighting.Seen, Value: { } manager } && manager != document.Manager
            ? new(document with { Manager = manager, ChangedAt = now })
            : null;
}

/// <summary>What is remembered of one person.</summary>
internal sealed record ManagerBook
{
    public int Schema { get; init; } = 1;

    /// <summary>Object id, as last seen.</summary>
    public required string Manager { get; init; }

    /// <summary>When another one was first seen; null where there was only ever this one.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Whether a manager has stood there for long enough.</summary>
    /// <param name="manager">As the directory names them now.</param>
    /// <param name="settled">How long is long enough.</param>
    /// <param name="now">The time.</param>
    public bool IsSettled(string manager, TimeSpan settled, DateTimeOffset now) =>
        settled == TimeSpan.Zero || (manager == Manager && !(ChangedAt > now - settled));
}
