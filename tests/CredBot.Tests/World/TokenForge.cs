using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CredBot.Tests.World;

/// <summary>Makes channel tokens, good ones and every other kind: a test changes what it wants and leaves the rest as the channel would write it.</summary>
/// <param name="key">Signs where nothing else is said.</param>
/// <param name="issuer">The channel's issuer.</param>
/// <param name="audience">The bot's app id.</param>
/// <param name="serviceUrl">The claim of that name.</param>
/// <param name="time">The clock.</param>
public sealed class TokenForge(ForgedKey key, string issuer, string audience, string serviceUrl, TimeProvider time)
{
    /// <summary>A token; untouched, it is one the channel could have made.</summary>
    /// <param name="payload">Changes the claims.</param>
    /// <param name="header">Changes the header, before the signature.</param>
    /// <param name="signedBy">Whose key; its id goes into the header.</param>
    /// <param name="sign">Makes the signature over the first two parts otherwise than by RS256.</param>
    public string Token(
        Action<JsonObject>? payload = null, Action<JsonObject>? header = null, ForgedKey? signedBy = null, Func<string, byte[]>? sign = null)
    {
        var by = signedBy ?? key;
        var head = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = by.Id, ["x5t"] = by.Id };
        header?.Invoke(head);
        var claims = Claims();
        payload?.Invoke(claims);
        var signed = $"{Encode(head)}.{Encode(claims)}";
        var signature = (sign ?? (text => by.Sign(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))(signed);
        return $"{signed}.{Encode(signature)}";
    }

    /// <summary>The claims of a good token.</summary>
    public JsonObject Claims() => new()
    {
        ["serviceurl"] = serviceUrl,
        ["nbf"] = Seconds(TimeSpan.FromMinutes(-1)),
        ["exp"] = Seconds(TimeSpan.FromHours(1)),
        ["iss"] = issuer,
        ["aud"] = audience,
    };

    /// <summary>A moment as tokens write it.</summary>
    /// <param name="fromNow">Counted from now.</param>
    public long Seconds(TimeSpan fromNow) => (time.GetUtcNow() + fromNow).ToUnixTimeSeconds();

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public static string Encode(JsonObject json) => Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
