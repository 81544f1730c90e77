using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>Direct Line's tokens, for one person in one conversation, and the keys of its streams, which work once.</summary>
internal sealed class DirectLineTokens(TimeProvider time)
{
    /// <remarks>Source: bot-docs «Direct Line API 3.0 authentication», the example's 1800 seconds.</remarks>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>How soon a stream must be opened.</summary>
    public static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);

    /// <summary>Prefix that Direct Line asks of a user id in a token.</summary>
    public const string UserPrefix = "dl_";

    private const string Issuer = "https://directline.botframework.com/";
    private readonly SymmetricSecurityKey key = new(RandomNumberGenerator.GetBytes(32));
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<string, (string Conversation, DateTimeOffset EndsAt)> streams = new(StringComparer.Ordinal);

    /// <remarks>Clients read their user id from the claim <c>user</c>.</remarks>
    public string Mint(string personId, string conversation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Life,
            Claims = new Dictionary<string, object> { ["user"] = UserPrefix + personId, ["conv"] = conversation, ["jti"] = Guid.NewGuid().ToString("N") },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <returns>Null for anything but a token of ours.</returns>
    public DirectLineGrant? Read(string? authorization)
    {
        if (authorization?.Split(' ') is not ["Bearer", { Length: > 0 } bearer])
        {
            return null;
        }

        // With the key at hand the handler never waits. The time is checked here, so that a late token can be told from a false one.
        var result = handler.ValidateTokenAsync(bearer, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false,
        }).GetAwaiter().GetResult();
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
            && jwt.TryGetPayloadValue<string>("user", out var user) && jwt.TryGetPayloadValue<string>("conv", out var conversation)
            ? new DirectLineGrant(user[UserPrefix.Length..], conversation, jwt.ValidTo <= time.GetUtcNow().UtcDateTime)
            : null;
    }

    /// <returns>The key of one stream.</returns>
    public string OpenStream(string conversation)
    {
        foreach (var (late, _) in streams.Where(stream => stream.Value.EndsAt <= time.GetUtcNow()))
        {
            streams.TryRemove(late, out _);
        }

        var ticket = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24));
        streams[ticket] = (conversation, time.GetUtcNow() + StreamLife);
        return ticket;
    }

    /// <summary>Uses a stream's key up.</summary>
    public bool MayStream(string conversation, string? ticket) =>
        ticket is not null && streams.TryRemove(ticket, out var stream) && stream.Conversation == conversation && stream.EndsAt > time.GetUtcNow();
}
