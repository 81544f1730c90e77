using System.Security.Cryptography;
using System.Text;

namespace CredBot.DemoTenant.People;

/// <summary>A password that can be compared and not read.</summary>
internal sealed class SealedPassword
{
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _digest;

    public SealedPassword(string password) => _digest = Digest(password);

    public bool Is(string password) => CryptographicOperations.FixedTimeEquals(_digest, Digest(password));

    // The accounts are made up and live in memory; a slow derivation would protect nothing.
    private byte[] Digest(string password) => HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes(password));
}
