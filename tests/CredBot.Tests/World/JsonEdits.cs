using System.Text.Json.Nodes;

namespace CredBot.Tests.World;

/// <summary>Changes to a body, in a chain.</summary>
internal static class JsonEdits
{
    /// <param name="json">Changed and returned.</param>
    /// <param name="path">Names from the top, with dots.</param>
    /// <param name="value">Null writes a null.</param>
    public static JsonObject With(this JsonObject json, string path, JsonNode? value)
    {
        var (parent, name) = Find(json, path);
        parent[name] = value;
        return json;
    }

    public static JsonObject Without(this JsonObject json, string path)
    {
        var (parent, name) = Find(json, path);
        parent.Remove(name);
        return json;
    }

    private static (JsonObject Parent, string Name) Find(JsonObject json, string path)
    {
        var names = path.Split('.');
        return (names[..^1].Aggregate(json, static (parent, name) => parent[name]!.AsObject()), names[^1]);
    }
}
