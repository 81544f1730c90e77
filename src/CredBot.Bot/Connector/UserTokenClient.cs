using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>The Bot Service's store of people's tokens.</summary>
/// <remarks>Source: Bot Service token API as used by the Agents SDK (<c>api/usertoken</c>, <c>api/botsignin</c>).</remarks>
public sealed partial class UserTokenClient(
    IHttpClientFactory clients, BotTokenSource tokens, IOptions<BotOptions> options, TimeProvider time, ILogger<UserTokenClient> logger)
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string Client = "user-token";

    private readonly BotCloudSettings cloud = BotCloudSettings.From(options.Value);

    /// <param name="userId">The channel's id of the person (<c>from.id</c>).</param>
    /// <param name="connectionName">The OAuth connection.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="code">The magic code the person typed, or that Teams handed over; null to ask for a token already there.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<TokenAnswer> GetTokenAsync(string userId, string connectionName, string channelId, string? code, CancellationToken cancellationToken)
    {
        var query = Query(("userId", userId), ("connectionName", connectionName), ("channelId", channelId), ("code", code));
        var (status, json) = await CallAsync(HttpMethod.Get, $"api/usertoken/GetToken{query}", null, cancellationToken);
        return (status, Token(json)) switch
        {
            (200, { } token) when token.LastsAt(time.GetUtcNow()) => new TokenAnswer.Found(token),
            (404 or 200, _) => new TokenAnswer.None(),
            // A bad code is answered 404 by the service and 400 by some of its versions.
            (400, _) when code is not null => new TokenAnswer.None(),
            _ => new TokenAnswer.Unavailable(),
        };
    }

    /// <returns>Null where the service is not available.</returns>
    public async Task<SignInResource?> GetSignInResourceAsync(string connectionName, ConversationReference reference, CancellationToken cancellationToken)
    {
        var state = new SignInState { ConnectionName = connectionName, Conversation = reference, MsAppId = options.Value.AppId };
        var encoded = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(state, ConnectorJson.Default.SignInState));
        var (status, json) = await CallAsync(HttpMethod.Get, $"api/botsignin/GetSignInResource{Query(("state", encoded))}", null, cancellationToken);
        return status is 200 && json is { } body ? body.Deserialize(ConnectorJson.Default.SignInResource) : null;
    }

    /// <param name="userId">The channel's id of the person.</param>
    /// <param name="connectionName">The OAuth connection.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="token">The Teams SSO token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ExchangeAnswer> ExchangeAsync(string userId, string connectionName, string channelId, string token, CancellationToken cancellationToken)
    {
        var query = Query(("userId", userId), ("connectionName", connectionName), ("channelId", channelId));
        var body = new Dictionary<string, string> { ["token"] = token };
        var (status, json) = await CallAsync(
            HttpMethod.Post, $"api/usertoken/exchange{query}", JsonContent.Create(body, ConnectorJson.Default.DictionaryStringString), cancellationToken);
        switch (status)
        {
            case 200 when Token(json) is { } exchanged && exchanged.LastsAt(time.GetUtcNow()):
                return new ExchangeAnswer.Exchanged(exchanged);
            case 400 or 404:
                return new ExchangeAnswer.ConsentRequired();
            case 500:
                return new ExchangeAnswer.Misconfigured();
            default:
                return new ExchangeAnswer.Unavailable();
        }
    }

    /// <returns>False where the service could not be told.</returns>
    public async Task<bool> SignOutAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken)
    {
        var query = Query(("userId", userId), ("connectionName", connectionName), ("channelId", channelId));
        var (status, _) = await CallAsync(HttpMethod.Delete, $"api/usertoken/SignOut{query}", null, cancellationToken);
        return status is >= 200 and < 300 or 404;
    }

    private async Task<(int Status, JsonElement? Body)> CallAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"{cloud.TokenServiceUrl}/{path}") { Content = content };
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await tokens.GetAsync(null, cancellationToken)).Value);
            using var response = await clients.CreateClient(Client).SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return ((int)response.StatusCode, response.StatusCode is HttpStatusCode.OK && text.Length > 0 ? Parse(text) : null);
        }
        catch (Exception lost) when (lost is HttpRequestException or JsonException or Azure.Identity.AuthenticationFailedException || (lost is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NoAnswer(logger, lost.GetType().Name);
            return (0, null);
        }
    }

    private static JsonElement Parse(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private static UserToken? Token(JsonElement? json) => json.Member("token").String() is { Length: > 0 } value
        ? new UserToken(value, DateTimeOffset.TryParse(json.Member("expiration").String(), System.Globalization.CultureInfo.InvariantCulture, out var end) ? end : null)
        : null;

    private static string Query(params (string Name, string? Value)[] parts)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                query.Append(query.Length is 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return query.ToString();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The token service gave no answer: {Kind}.")]
        public static partial void NoAnswer(ILogger logger, string kind);
    }
}
