using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Schema;

/// <summary>A card or a file that travels with an activity.</summary>
public sealed record Attachment
{
    public string? ContentType { get; init; }
    public JsonElement? Content { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
