using System.Security.Cryptography;
using System.Text;

namespace CredBot.Dialogs.Verification;

/// <summary>A number that is shown on one side and typed on the other. One window, three tries.</summary>
/// <param name="Salt">Part of the hash, hex.</param>
/// <param name="Hash">SHA-256 of salt and number, hex.</param>
/// <param name="Seal">The number, sealed for this verification.</param>
/// <param name="Misses">Wrong answers so far.</param>
internal sealed record NumberChallenge(string Salt, string Hash, string Seal, int Misses = 0)
{
    public const int MostMisses = 3;
    public const int Digits = 6;

    /// <summary>A new number from a cryptographic source, six digits.</summary>
    public static string NewNumber() => RandomNumberGenerator.GetString("0123456789", Digits);

    public static string NewSalt() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>What is compared: the number itself is in no signal.</summary>
    public static string HashOf(string salt, string number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{number}")));
}
