using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.Tests.Fuzz.Inputs;

/// <summary>Authorization headers that come near a good one, and none of which may pass.</summary>
internal static class DamagedToken
{
    /// <param name="good">A token that passes.</param>
    /// <param name="stranger">A key the channel never had.</param>
    /// <param name="channelModulus">The public half of the channel's key, which everybody knows.</param>
    public static Gen<string> From(string good, RSA stranger, byte[] channelModulus)
    {
        var parts = good.Split('.');
        return Gen.OneOf(
            Flipped(parts),
            Edited(parts, 0, Gen.OneOf("alg", "kid", "typ", "jku", "x5u", "crit")),
            Edited(parts, 1, Gen.OneOf("iss", "aud", "exp", "nbf", "serviceurl", "serviceUrl", "appid")),
            Signed(parts, stranger),
            Gen.OneOf("none", "None", "NONE", "").Select(alg => $"Bearer {Part(parts[0], "alg", $"\"{alg}\"")}.{parts[1]}."),
            Gen.Const($"Bearer {Hmac(parts, channelModulus)}"),
            Gen.OneOf($"Basic {good}", $"bearer{good}", $"Bearer  {good}", $"Bearer {good} x", $"Bearer {good},{good}", good, "Bearer", "Bearer ", $"Bearer {good}.{parts[2]}.{parts[2]}"),
            Gen.Int[0, 2].Select(gone => $"Bearer {string.Join('.', parts.Where((_, at) => at != gone))}"),
            Gen.String[Gen.Char['!', '~'], 0, 3_000].Select(static text => $"Bearer {text}"));
    }

    /// <summary>One character of one part is another. The last of a part is left: its lowest bits mean nothing.</summary>
    private static Gen<string> Flipped(string[] parts) =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 63]).Select((part, at, by) =>
        {
            const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            var text = new StringBuilder(parts[part]);
            var place = at % (text.Length - 1);
            text[place] = Letters[(Letters.IndexOf(text[place], StringComparison.Ordinal) + by) % Letters.Length];
            return $"Bearer {Joined(parts, part, text.ToString())}";
        });

    private static Gen<string> Edited(string[] parts, int part, Gen<string> member) =>
        Gen.Select(member, FuzzedJson.Value).Select((name, value) => $"Bearer {Joined(parts, part, Part(parts[part], name, value))}");

    /// <summary>Everything right, by the wrong hand: under the channel's key id, under its own, or with the key sent along.</summary>
    private static Gen<string> Signed(string[] parts, RSA stranger) => Gen.OneOf("kid", "own", "jwk").Select(how =>
    {
        var header = how switch
        {
            "own" => Part(parts[0], "kid", "\"stranger\""),
            "jwk" => Part(parts[0], "jwk", $$"""{"kty":"RSA","n":"{{Base64UrlEncoder.Encode(stranger.ExportParameters(false).Modulus)}}","e":"AQAB"}"""),
            _ => parts[0],
        };
        var signature = stranger.SignData(Encoding.ASCII.GetBytes($"{header}.{parts[1]}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"Bearer {header}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}";
    });

    private static string Hmac(string[] parts, byte[] key)
    {
        var header = Part(parts[0], "alg", "\"HS256\"");
        return $"{header}.{parts[1]}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{header}.{parts[1]}")))}";
    }

    private static string Part(string encoded, string name, string rawValue)
    {
        var json = JsonNode.Parse(Base64UrlEncoder.Decode(encoded))!.AsObject();
        json[name] = "fuzz-mark";
        return Base64UrlEncoder.Encode(json.ToJsonString().Replace("\"fuzz-mark\"", rawValue, StringComparison.Ordinal));
    }

    private static string Joined(string[] parts, int at, string part) => string.Join('.', parts.Select((old, index) => index == at ? part : old));
}
