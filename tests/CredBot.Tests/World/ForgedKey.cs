using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CredBot.Tests.World;

/// <summary>A key pair that the test holds, and how a key set would show it.</summary>
/// <param name="id">Its <c>kid</c>.</param>
/// <param name="endorsements">Channels it may speak for; null leaves the member out.</param>
public sealed class ForgedKey(string id, params string[]? endorsements) : IDisposable
{
    private readonly RSA pair = Made();

    public string Id => id;

    public byte[] PublicKey => pair.ExportSubjectPublicKeyInfo();

    public byte[] Sign(string signed, HashAlgorithmName hash, RSASignaturePadding padding) => pair.SignData(Encoding.ASCII.GetBytes(signed), hash, padding);

    public JsonObject Public()
    {
        var numbers = pair.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = TokenForge.Encode(numbers.Modulus!), ["e"] = TokenForge.Encode(numbers.Exponent!),
        };
        if (endorsements is not null)
        {
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(static channel => JsonValue.Create(channel))]);
        }

        return jwk;
    }

    public void Dispose() => pair.Dispose();

    /// <summary>The platform makes the numbers when they are first asked for; that would be while the bot waits for its keys.</summary>
    private static RSA Made()
    {
        var made = RSA.Create(2048);
        made.ExportParameters(includePrivateParameters: false);
        return made;
    }
}
