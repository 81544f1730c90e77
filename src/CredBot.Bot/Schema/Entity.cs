using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Schema;

/// <summary>Something an activity talks about (a mention, client information); its members stay as they came.</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
