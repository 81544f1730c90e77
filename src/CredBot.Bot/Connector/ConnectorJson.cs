using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Connector;

/// <summary>The shapes of the connector, the token service and Entra's token endpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
