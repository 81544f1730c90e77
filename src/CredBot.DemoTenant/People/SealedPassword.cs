using System.Security.Cryptography;
using System.Text;

namespace CredBot.DemoTenant.People;

/// <summary>A password that can be compared and not read.</summary>
internal sealed class SealedPassword
{
    private readonly byte[] salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] digest;

    public SealedPassword(string password) => digest = Digest(password);

    public bool Is(string password) => CryptographicOperations.FixedTimeEquals(digest, Digest(password));

    // The accounts are made up and live in memory; a slow derivation would protect nothing.
    private byte[] Digest(string password) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(password));
}
