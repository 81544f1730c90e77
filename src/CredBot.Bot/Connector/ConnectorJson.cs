using System.Text.Json;
using System.Text.Json.Serialization;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Connector;

/// <summary>The shapes of the connector, the token service and Entra's token endpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SignInResource))]
[JsonSerializable(typeof(SignInState))]
[JsonSerializable(typeof(CreateConversation))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ConnectorJson : JsonSerializerContext;

/// <summary>The body that opens a personal chat.</summary>
internal sealed record CreateConversation
{
    public required bool IsGroup { get; init; }
    public required ChannelAccount? Bot { get; init; }
    public required IReadOnlyList<ChannelAccount> Members { get; init; }
    public required string? TenantId { get; init; }
    public required JsonElement ChannelData { get; init; }
}
