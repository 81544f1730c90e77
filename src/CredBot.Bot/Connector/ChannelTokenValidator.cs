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
    /// <summary>Characters of the header; a channel's token has about 1,500. More is not even decoded.</summary>
    private const int LongestHeader = 8 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>The header alone: a token the channel signed for us, now.</summary>
    /// <returns>The token and its key; null where it must be refused with 401.</returns>
    internal async Task<ChannelToken?> AuthenticateAsync(string? authorizationHeader, CancellationToken cancellationToken)
    {
        if (authorizationHeader is not { Length: <= LongestHeader } || authorizationHeader.Split(' ') is not ["Bearer", { Length: > 0 } jwt]
            || Read(jwt) is not { } token)
        {
            return Refuse("no bearer token", null);
        }

        if (token.Alg is not SecurityAlgorithms.RsaSha256)
        {
            return Refuse("algorithm", token);
        }

        if (string.IsNullOrEmpty(token.Kid) || await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return Refuse("unknown key", token);
        }

        var result = await handler.ValidateTokenAsync(token, Parameters(key));
        if (!result.IsValid)
        {
            return Refuse(result.Exception.GetType().Name, token);
        }

        return IsForAnotherApp(token) ? Refuse("another app's token", token) : new ChannelToken(token, key);
    }

    /// <summary>Header and body together.</summary>
    public async Task<TokenVerdict> ValidateAsync(string? authorizationHeader, Activity activity, CancellationToken cancellationToken) =>
        await AuthenticateAsync(authorizationHeader, cancellationToken) is { } token
            ? Authorize(token, activity)
            : new TokenVerdict.Refused(401, "token");

    /// <summary>Whether this token may say this activity.</summary>
    internal TokenVerdict Authorize(ChannelToken token, Activity activity) => Told(Check(token, activity), token.Jwt);

    /// <summary>Whether an activity may be said that came without a token, from a sender who needs none.</summary>
    internal TokenVerdict AuthorizeUnsigned(Activity activity)
    {
        if (!PlaygroundSender.IsServed(activity))
        {
            return Told(new TokenVerdict.Refused(401, "serviceurl"), null);
        }

        return Told(string.IsNullOrEmpty(activity.ChannelId) ? new TokenVerdict.Refused(403, "channel") : CheckTenant(activity), null);
    }

    private TokenVerdict Told(TokenVerdict verdict, JsonWebToken? token)
    {
        if (verdict is TokenVerdict.Refused refused)
        {
            Log.Refused(logger, refused.Reason, IssuerOf(token));
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

        return CheckTenant(activity);
    }

    private TokenVerdict CheckTenant(Activity activity) =>
        activity.TenantsContradict || activity.TenantId is not { } tenant || !options.Value.Allows(tenant)
            ? new TokenVerdict.Refused(403, "tenant")
            : new TokenVerdict.Accepted();

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

    /// <summary>Bots and skills name themselves in the tokens they get from Entra; the channel does not.</summary>
    private bool IsForAnotherApp(JsonWebToken token) => NamesAnother(token, "appid") || NamesAnother(token, "azp");

    private bool NamesAnother(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var app) && !app.Equals(options.Value.AppId, StringComparison.OrdinalIgnoreCase);

    private ChannelToken? Refuse(string reason, JsonWebToken? token)
    {
        Log.Refused(logger, reason, IssuerOf(token));
        return null;
    }

    /// <summary>For the log: an issuer that we know by name. Any other was written by whoever sent the token.</summary>
    private string IssuerOf(JsonWebToken? token)
    {
        var (tenant, issuer) = (options.Value.TenantId, token is not null && token.TryGetPayloadValue<string>("iss", out var named) ? named : null);
        string[] known =
        [
            BotCloudSettings.From(options.Value).Issuer, .. BotCloudSettings.Issuers,
            $"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0",
        ];
        return issuer is null ? "none" : known.FirstOrDefault(name => name == issuer) ?? "other";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused an inbound activity: {Reason}; issuer {Issuer}.")]
        public static partial void Refused(ILogger logger, string reason, string issuer);
    }
}
