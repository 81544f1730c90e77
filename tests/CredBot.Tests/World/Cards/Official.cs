using System.Text.Json.Nodes;
using NJsonSchema;

namespace CredBot.Tests.World.Cards;

/// <summary>Official schemas as they lie in this assembly.</summary>
internal static class Official
{
    /// <returns>The schema's own JSON.</returns>
    public static JsonObject Read(string name)
    {
        using var stream = typeof(Official).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>Reads it away from the tests' few threads, which may all be waiting for it.</summary>
    /// <returns>The schema, ready to validate.</returns>
    public static JsonSchema Schema(JsonObject json) => Task.Run(() => JsonSchema.FromJsonAsync(json.ToJsonString())).GetAwaiter().GetResult();
}
