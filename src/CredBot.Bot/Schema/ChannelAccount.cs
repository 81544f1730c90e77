using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Schema;

/// <summary>A person or a bot, as one channel knows it.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's own id (Teams: <c>29:…</c> per bot and user, <c>28:{appId}</c> for a bot). Never an identity key of ours.</summary>
    public string? Id { get; init; }

    /// <summary>For display only.</summary>
    public string? Name { get; init; }
    public string? Role { get; init; }

    /// <summary>The Entra object id; with the tenant id it is the key that authorisation uses.</summary>
    public string? AadObjectId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
