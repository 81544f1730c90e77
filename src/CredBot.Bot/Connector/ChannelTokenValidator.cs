using System.Text.Json;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.Bot.Connector;

/// <summary>Decides whether an activity really comes from the channel. Whatever is missing refuses.</summary>
/// <remarks>Source: bot-docs «Authentication with the Bot Connector API»; the known fail-open paths of the SDKs are closed here.</remarks>
public sealed partial class ChannelTokenValidator(
    ChannelKeys keys, IOptions<BotOptions> options, TimeProvider time, ILogger<ChannelTokenValidator> logger)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>The header alone: a token the channel signed for us, now.</summary>
    /// <returns>The token and its key; null where it must be refused with 401.</returns>
    internal async Task<ChannelToken?> AuthenticateAsync(string? authorizationHeader, CancellationToken cancellationToken)
    {
        if (authorizationHeader?.Split(' ') is not ["Bearer", { Length: > 0 } jwt] || Read(jwt) is not { } token)
        {
            return Refuse("no bearer token");
        }

        if (token.Alg is not SecurityAlgorithms.RsaSha256)
        {
            return Refuse("algorithm");
        }

        if (string.IsNullOrEmpty(token.Kid) || await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return Refuse("unknown key");
        }

        var result = await handler.ValidateTokenAsync(token, Parameters(key));
        return result.IsValid ? new ChannelToken(token, key) : Refuse(result.Exception.GetType().Name);
    }

    /// <summary>Header and body together.</summary>
    public async Task<TokenVerdict> ValidateAsync(string? authorizationHeader, Activity activity, CancellationToken cancellationToken) =>
        await AuthenticateAsync(authorizationHeader, cancellationToken) is { } token
            ? Authorize(token, activity)
            : new TokenVerdict.Refused(401, "token");

    /// <summary>Whether this token may say this activity.</summary>
    internal TokenVerdict Authorize(ChannelToken token, Activity activity)
    {
        var verdict = Check(token, activity);
        if (verdict is TokenVerdict.Refused refused)
        {
            Log.Refused(logger, refused.Reason);
        }

        return verdict;
    }

    private TokenVerdict Check(ChannelToken token, Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ServiceUrl) || !token.Jwt.TryGetPayloadValue<string>("serviceurl", out var claimed)
            || !SameUrl(claimed, activity.ServiceUrl))
        {
            return new TokenVerdict.Refused(401, "serviceurl");
        }

        if (string.IsNullOrEmpty(activity.ChannelId) || !Endorsements(token.Key).Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            return new TokenVerdict.Refused(403, "endorsement");
        }

        if (activity.TenantsContradict || activity.TenantId is not { } tenant || !options.Value.Allows(tenant))
        {
            return new TokenVerdict.Refused(403, "tenant");
        }

        return new TokenVerdict.Accepted();
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        ValidIssuer = BotCloudSettings.From(options.Value).Issuer,
        ValidAudience = options.Value.AppId,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = IsAlive,
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);
    }

    private static bool SameUrl(string? left, string right) =>
        (left ?? "").TrimEnd('/').Equals(right.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string[] Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(static item => item.ValueKind is JsonValueKind.String ? item.GetString()! : "")]
            : [];

    private JsonWebToken? Read(string jwt)
    {
        try
        {
            return handler.CanReadToken(jwt) ? handler.ReadJsonWebToken(jwt) : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or JsonException or SecurityTokenException)
        {
            return null;
        }
    }

    private ChannelToken? Refuse(string reason)
    {
        Log.Refused(logger, reason);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused an inbound activity: {Reason}.")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
