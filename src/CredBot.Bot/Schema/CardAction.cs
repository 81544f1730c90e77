using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Schema;

/// <summary>One button: <c>imBack</c>, <c>messageBack</c>, <c>signin</c>, <c>openUrl</c> …</summary>
public sealed record CardAction
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? DisplayText { get; init; }
    public JsonElement? Value { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
