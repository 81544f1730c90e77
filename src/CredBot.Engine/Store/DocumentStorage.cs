using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.State;
using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;
using Orleans.Storage;

namespace CredBot.Engine.Store;

/// <summary>Orleans' grain storage over the store: the state's name is the document's type, the grain's key its id, the version its ETag.</summary>
internal sealed class DocumentStorage(IStore store) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var id = Key(grainId);
        if (await store.ReadAsync(stateName, id, CancellationToken.None) is not { } found)
        {
            grainState.RecordExists = false;
            grainState.ETag = null;
            return;
        }

        grainState.State = Read<T>(found.Json, $"The {stateName} {id}");
        grainState.RecordExists = true;
        grainState.ETag = Text(found.Version);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var id = Key(grainId);
        var index = grainState.State is OperationDocument operation ? operation.Row(id) : null;
        var write = new DocumentWrite(stateName, id, JsonSerializer.Serialize(grainState.State!, (JsonTypeInfo)TypeOf<T>()), Version(grainState.ETag), index);
        var version = await store.WriteAsync(write, CancellationToken.None) ?? throw Conflict(stateName, id, grainState.ETag);
        grainState.RecordExists = true;
        grainState.ETag = Text(version);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is { } tag && !await store.DeleteAsync(stateName, Key(grainId), Version(tag), CancellationToken.None))
        {
            throw Conflict(stateName, Key(grainId), tag);
        }

        grainState.RecordExists = false;
        grainState.ETag = null;
    }

    /// <exception cref="StoreException">A newer version of the product wrote it, or not the product at all.</exception>
    internal static T Read<T>(string json, string what)
    {
        DocumentSchema.Check(json, what);
        var document = Parse<T>(json, what);
        if (document is ConversationDocument conversation)
        {
            DocumentSchema.Check(conversation.Record.Schema, ConversationRecord.CurrentSchema, what);
        }

        return document;
    }

    private static T Parse<T>(string json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TypeOf<T>())!;
        }
        catch (JsonException unknown)
        {
            throw DocumentSchema.Unreadable(what, unknown);
        }
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)EngineJson.Wire.GetTypeInfo(typeof(T))!;

    private static string Key(GrainId grain) => grain.Key.ToString()!;

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long Version(string? tag) => tag is null ? 0 : long.Parse(tag, CultureInfo.InvariantCulture);

    private static InconsistentStateException Conflict(string type, string id, string? tag) =>
        new($"The {type} {id} is not at version {tag ?? "0"} any more.", storedEtag: null, currentEtag: tag);
}
