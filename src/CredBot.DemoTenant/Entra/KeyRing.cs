using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.DemoTenant.Entra;

/// <summary>The signing keys of one issuer: the newest signs, all that are not forgotten are published and accepted.</summary>
/// <param name="make">Makes a key; null for a new one each time.</param>
internal sealed class KeyRing(Func<RSA>? make = null) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<RSA> made = [];
    private IReadOnlyList<RsaSecurityKey> keys = [];

    /// <summary>The key that signs now.</summary>
    public SigningCredentials Signing => new(Keys[^1], SecurityAlgorithms.RsaSha256);

    /// <summary>Oldest first; never empty.</summary>
    public IReadOnlyList<RsaSecurityKey> Keys
    {
        get
        {
            lock (gate)
            {
                return keys.Count is 0 ? keys = [NewKey()] : keys;
            }
        }
    }

    /// <summary>Makes a new signing key.</summary>
    /// <param name="forget">Take the old ones out of the set at once, as after a compromise.</param>
    /// <returns>The new key's id.</returns>
    public string Roll(bool forget)
    {
        lock (gate)
        {
            var key = NewKey();
            keys = forget ? [key] : [.. keys, key];
            return key.KeyId;
        }
    }

    /// <summary>The public halves as a JSON Web Key Set.</summary>
    /// <param name="endorsements">Channels that each key may speak for; the Bot Framework's own addition.</param>
    public JsonObject Publish(params IReadOnlyList<string> endorsements) =>
        new() { ["keys"] = new JsonArray([.. Keys.Select(key => Describe(key, endorsements))]) };

    public void Dispose() => made.ForEach(static rsa => rsa.Dispose());

    private static JsonObject Describe(RsaSecurityKey key, IReadOnlyList<string> endorsements)
    {
        var open = key.Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["x5t"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(open.Modulus),
            ["e"] = Base64UrlEncoder.Encode(open.Exponent),
        };
        if (endorsements.Count > 0)
        {
            json["endorsements"] = new JsonArray([.. endorsements.Select(static channel => JsonValue.Create(channel))]);
        }

        return json;
    }

    private RsaSecurityKey NewKey()
    {
        var rsa = make is null ? RSA.Create(2048) : make();
        made.Add(rsa);
        return new RsaSecurityKey(rsa)
        {
            KeyId = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(20)),

            // The process-wide cache tells keys apart by their numbers: of two rings with the same key, one would sign with what the other has disposed of.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
    }
}
