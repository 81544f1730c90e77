using System.Globalization;
using System.Security.Cryptography;

namespace CredBot.Graph.Passwords;

/// <summary>
/// A password that can be told on the phone and is used once, e.g. <c>Candle-4827-Otter-Maple-3659-Violin</c>. It does not print itself.
/// </summary>
/// <remarks>
/// Four words of 512 (36 bits) and two groups of four digits of 2–9 (24 bits): 60 bits exactly, from a cryptographic source; 29 to 45 characters. Upper
/// and lower case, digits and a symbol satisfy the cloud's policy (8–256 characters, three of four classes) and Active Directory's complexity; its
/// score against banned words is far above the 5 that Entra asks for. 0 and 1 are left out, they look like letters.
/// Source: Entra «Self-service password reset policies», «Password protection», 2025.
/// </remarks>
public sealed class TemporaryPassword
{
    /// <summary>Bits, by construction.</summary>
    public const int Entropy = 60;

    /// <summary>Active Directory compares parts of names from this length on.</summary>
    private const int ShortestPart = 3;

    private static readonly char[] PartSeparators = [',', '.', '-', '_', ' ', '#', '\t', '@', '(', ')'];

    private TemporaryPassword(string value) => Value = value;

    /// <summary>In clear.</summary>
    public string Value { get; }

    public static TemporaryPassword Create() => new($"{Word()}-{Digits()}-{Word()}-{Word()}-{Digits()}-{Word()}");

    /// <summary>One that contains no part of the person's names, which Active Directory would refuse, and that Entra's list of banned words lets pass.</summary>
    /// <param name="subject">Whose password.</param>
    /// <param name="banned">The tenant's own list of banned words.</param>
    /// <remarks>Source: Windows Server «Password must meet complexity requirements»: tokens of the full name of three characters and more.</remarks>
    public static TemporaryPassword CreateFor(DirectoryUser subject, IReadOnlyList<string> banned)
    {
        var parts = $"{subject.DisplayName} {subject.UserPrincipalName} {subject.Mail}".Split(PartSeparators, StringSplitOptions.RemoveEmptyEntries)
            .Where(static part => part.Length >= ShortestPart).ToList();

        // A name like «ter» meets one password in five; a hundred misses in a row do not happen, and then the policy has the last word.
        var password = Create();
        for (var tries = 0; tries < 100 && IsWeak(password.Value, parts, banned); tries++)
        {
            password = Create();
        }

        return password;
    }

    private static bool IsWeak(string password, List<string> names, IReadOnlyList<string> banned) =>
        names.Exists(part => password.Contains(part, StringComparison.OrdinalIgnoreCase)) || BannedWords.Refuse(password, banned, names);

    public override string ToString() => "•••";

    private static string Word()
    {
        var word = WordList.At(RandomNumberGenerator.GetInt32(WordList.Count));
        return string.Concat(char.ToUpper(word[0], CultureInfo.InvariantCulture).ToString(), word.AsSpan(1));
    }

    private static string Digits() => RandomNumberGenerator.GetString("23456789", 4);
}
