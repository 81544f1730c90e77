using System.Text.Json;

namespace CredBot.Bot.Connector;

/// <summary>What an OAuth card needs. The service's <c>tokenPostResource</c> is left out: it is a bearer address, and cards are stored.</summary>
public sealed record SignInResource
{
    public string? SignInLink { get; init; }

    /// <summary>As it came: <c>{id, uri?, providerId?}</c>; null where the client cannot do SSO.</summary>
    public JsonElement? TokenExchangeResource { get; init; }
}
