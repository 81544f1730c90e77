using System.Security.Cryptography;
using CredBot.Engine.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace CredBot.Engine.Hosting;

/// <summary>Seals with Data Protection; the key ring lies beside the database, not in it.</summary>
internal sealed class SecretSeal(IDataProtectionProvider protection) : ISecretSeal
{
    /// <summary>Part of every key; never changes, or no seal of before opens.</summary>
    public const string Application = "CredBot";

    public string Seal(string purpose, string secret) => protection.CreateProtector(Application, purpose).Protect(secret);

    public string? Open(string purpose, string seal)
    {
        try
        {
            return protection.CreateProtector(Application, purpose).Unprotect(seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
