using System.Globalization;

namespace CredBot.Graph.Passwords;

/// <summary>The rules by which Entra refuses weak passwords, as far as they are published; its global list of words is not.</summary>
/// <remarks>Source: Entra «Eliminate bad passwords using Microsoft Entra Password Protection», how passwords are evaluated: normalisation, fuzzy match, score.</remarks>
public static class BannedWords
{
    /// <summary>Points that a password needs.</summary>
    public const int Enough = 5;

    /// <summary>Shorter words take no part.</summary>
    private const int Shortest = 4;

    /// <summary>Whether Entra's published rules would refuse a password.</summary>
    /// <param name="password">In clear.</param>
    /// <param name="banned">The tenant's own list.</param>
    /// <param name="names">Names of the person and of the tenant: none may stand in it.</param>
    public static bool Refuse(string password, IEnumerable<string> banned, IEnumerable<string> names)
    {
        var plain = Normalised(password);
        var words = banned.Select(Normalised).Where(static word => word.Length >= Shortest).ToList();
        return names.Select(Normalised).Any(name => name.Length >= Shortest && plain.Contains(name, StringComparison.Ordinal))
            || words.Exists(word => IsNear(plain, word))
            || Score(plain, words) < Enough;
    }

    /// <summary>One point for each banned word, and one for each character that belongs to none.</summary>
    internal static int Score(string plain, IReadOnlyCollection<string> words)
    {
        var (points, at) = (0, 0);
        while (at < plain.Length)
        {
            var longest = words.Where(word => string.CompareOrdinal(plain, at, word, 0, word.Length) is 0).Select(static word => word.Length).DefaultIfEmpty(1).Max();
            (points, at) = (points + 1, at + longest);
        }

        return points;
    }

    /// <summary>Lower case, and the usual characters for letters.</summary>
    internal static string Normalised(string text) =>
        text.ToLower(CultureInfo.InvariantCulture).Replace('0', 'o').Replace('1', 'l').Replace('$', 's').Replace('@', 'a');

    /// <summary>The whole password is the word but for one character that was added, left out or changed.</summary>
    private static bool IsNear(string plain, string word)
    {
        if (Math.Abs(plain.Length - word.Length) > 1)
        {
            return false;
        }

        var same = plain.Zip(word).TakeWhile(static pair => pair.First == pair.Second).Count();
        var (left, right) = (plain[same..], word[same..]);
        return left == right || Rest(left) == right || left == Rest(right) || Rest(left) == Rest(right);
    }

    private static string Rest(string text) => text.Length is 0 ? text : text[1..];
}
