using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.DemoTenant.Entra;

/// <summary>Mints and reads every token of the demo tenant, by the injected clock.</summary>
/// <remarks>Two issuers, each with its own keys: the Bot Framework, whose keys tests roll, and Entra.</remarks>
/// <param name="time">The clock.</param>
/// <param name="makeKey">Makes the keys; null for a new one each time.</param>
internal sealed class DemoTokens(TimeProvider time, Func<RSA>? makeKey = null) : IDisposable
{
    /// <summary>Life of an access token.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Entra dates a token back so that it is valid on clocks that go after.</summary>
    private static readonly TimeSpan DatedBack = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    /// <summary>The Bot Framework's keys.</summary>
    public KeyRing ChannelKeys { get; } = new(makeKey);

    /// <summary>Entra's keys.</summary>
    public KeyRing EntraKeys { get; } = new(makeKey);

    /// <summary>What the channel shows to the bot.</summary>
    /// <param name="serviceUrl">Exactly as in the activity that goes with it.</param>
    public string ForChannel(string serviceUrl) =>
        Mint(ChannelKeys, DemoApp.ChannelIssuer, DemoApp.AppId, new Dictionary<string, object> { ["serviceurl"] = serviceUrl });

    /// <summary>What Teams puts into <c>signin/tokenExchange</c> for a person.</summary>
    public string ForSso(string objectId) => Mint(EntraKeys, DemoApp.LoginIssuer, DemoApp.SsoAudience, new Dictionary<string, object>
    {
        ["ver"] = "2.0",
        ["azp"] = DemoApp.TeamsWebClient,
        ["scp"] = "access_as_user",
        ["oid"] = objectId,
        ["tid"] = DemoApp.TenantId,
    });

    /// <summary>A person's delegated Graph token.</summary>
    public string ForGraph(string objectId, IEnumerable<string> scopes) =>
        Mint(EntraKeys, DemoApp.StsIssuer, DemoApp.GraphAudience, new Dictionary<string, object>
        {
            ["ver"] = "1.0",
            ["appid"] = DemoApp.AppId,
            ["idtyp"] = "user",
            ["scp"] = string.Join(' ', scopes),
            ["oid"] = objectId,
            ["tid"] = DemoApp.TenantId,
        });

    /// <summary>The bot's own Graph token: an app without a single application permission.</summary>
    public string ForGraphApp() => ForApp(DemoApp.GraphAudience);

    /// <summary>The bot's own token towards the Bot Service (client credentials).</summary>
    public string ForBot() => ForApp(DemoApp.ChannelIssuer);

    /// <returns>Null for anything but a living Graph token of this tenant.</returns>
    public DemoCaller? ReadGraphToken(string bearer)
    {
        if (Read(bearer, DemoApp.StsIssuer, DemoApp.GraphAudience) is not { } jwt || Claim(jwt, "oid") is not { } objectId)
        {
            return null;
        }

        var scopes = (Claim(jwt, "scp") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return new DemoCaller(objectId, scopes, Claim(jwt, "idtyp") is "app");
    }

    /// <returns>The person's object id; null for anything but a living SSO token for the bot.</returns>
    public string? ReadSsoToken(string token) =>
        Read(token, DemoApp.LoginIssuer, DemoApp.SsoAudience) is { } jwt && Claim(jwt, "scp") is "access_as_user" ? Claim(jwt, "oid") : null;

    /// <summary>Whether this is the bot's own living token.</summary>
    public bool IsBotToken(string bearer) =>
        Read(bearer, DemoApp.StsIssuer, DemoApp.ChannelIssuer) is { } jwt && Claim(jwt, "appid") is DemoApp.AppId;

    public void Dispose()
    {
        ChannelKeys.Dispose();
        EntraKeys.Dispose();
    }

    private string ForApp(string audience) => Mint(EntraKeys, DemoApp.StsIssuer, audience, new Dictionary<string, object>
    {
        ["ver"] = "1.0",
        ["appid"] = DemoApp.AppId,
        ["idtyp"] = "app",
        ["oid"] = DemoApp.ServicePrincipalId,
        ["tid"] = DemoApp.TenantId,
    });

    private string Mint(KeyRing keys, string issuer, string audience, Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow().UtcDateTime;
        // Two tokens of one second still differ, as real ones do.
        claims["uti"] = Guid.NewGuid().ToString("N");
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now - DatedBack,
            Expires = now + Life,
            Claims = claims,
            SigningCredentials = keys.Signing,
        });
    }

    private JsonWebToken? Read(string jwt, string issuer, string audience)
    {
        // With the keys at hand the handler never waits.
        var result = handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            IssuerSigningKeys = EntraKeys.Keys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            LifetimeValidator = (_, expires, _, _) => expires is { } end && time.GetUtcNow().UtcDateTime < end,
        }).GetAwaiter().GetResult();
        return result is { IsValid: true, SecurityToken: JsonWebToken token } ? token : null;
    }

    private static string? Claim(JsonWebToken jwt, string name) => jwt.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
