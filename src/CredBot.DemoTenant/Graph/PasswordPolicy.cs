using System.Security.Cryptography;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Which passwords the tenant takes, in the cloud and in Active Directory.</summary>
/// <remarks>
/// Source: Entra «Password policies» (8–256 characters, three of four kinds, no Unicode) and «Eliminate bad passwords»
/// (normalised, at least five points).
/// </remarks>
internal sealed class PasswordPolicy(DemoDirectory directory)
{
    private const int Shortest = 8;
    private const int Longest = 256;

    /// <summary>Active Directory's own minimum here; longer than the cloud's, so that one may pass and the other not.</summary>
    private const int ShortestOnPremises = 12;

    /// <summary>A banned word counts one point, every other character one; fewer than this is too easy to guess.</summary>
    private const int FewestPoints = 5;

    /// <returns>Why the cloud refuses at once; null when it does not.</returns>
    public string? Objection(DemoPerson person, string password)
    {
        if (!person.Synced && !IsComplex(password))
        {
            return "The specified password does not comply with password complexity requirements.";
        }

        return IsBanned(person, password)
            ? "The password contains a word, a phrase or a pattern that makes it easy to guess. Choose a different one."
            : null;
    }

    /// <returns>Why writing back to Active Directory fails, found out only while it is tried; null when it works.</returns>
    public string? OnPremisesObjection(DemoPerson person, string password)
    {
        if (person.WritebackFails is not null)
        {
            return "OnPremisesAdminActionRequired: the account is protected in Active Directory (AdminCount = 1). hr=80231367.";
        }

        return password.Length < ShortestOnPremises || !IsComplex(password) || directory.Account(person).Password.Is(password)
            ? "OnPremisesPolicyViolation: the on-premises policy for length, complexity or history is not met. hr=80230619."
            : null;
    }

    /// <summary>A password as the service makes them up: easy to read out, good for one sign-in.</summary>
    public static string Generate()
    {
        const string consonants = "bcdfghjkmnpqrstvwxyz";
        const string vowels = "aeiou";
        var letters = string.Concat(RandomNumberGenerator.GetString(consonants, 1).ToUpperInvariant(),
            RandomNumberGenerator.GetString(vowels, 1), RandomNumberGenerator.GetString(consonants, 1), RandomNumberGenerator.GetString(vowels, 1));
        return letters + RandomNumberGenerator.GetString("0123456789", 6);
    }

    private static bool IsComplex(string password) => password.Length is >= Shortest and <= Longest
        && password.All(static letter => letter is >= ' ' and <= '~')
        && (password.Any(char.IsAsciiLetterLower) ? 1 : 0) + (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
            + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(static letter => !char.IsAsciiLetterOrDigit(letter)) ? 1 : 0) >= 3;

    private bool IsBanned(DemoPerson person, string password)
    {
        var plain = Normalised(password);
        string[] own = [person.UserPrincipalName.Split('@')[0], person.GivenName, person.Surname];
        var words = directory.Seed.BannedWords.Concat(own.Where(static word => word.Length >= 4)).Select(Normalised).ToList();
        if (words.Any(word => IsAlmost(plain, word)))
        {
            return true;
        }

        var points = plain.Length;
        foreach (var word in words.OrderByDescending(static word => word.Length))
        {
            for (var at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, StringComparison.Ordinal))
            {
                // The word's letters go, its one point stays.
                plain = plain.Remove(at, word.Length).Insert(at, "\0");
                points -= word.Length - 1;
            }
        }

        return points < FewestPoints;
    }

    private static string Normalised(string text) =>
        text.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace('$', 's').Replace('@', 'a');

    /// <summary>Whether one insertion, removal or replacement at most lies between the two.</summary>
    private static bool IsAlmost(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var start = left.Zip(right).TakeWhile(static pair => pair.First == pair.Second).Count();
        var end = left[start..].Reverse().Zip(right[start..].Reverse()).TakeWhile(static pair => pair.First == pair.Second).Count();
        return Math.Max(left.Length, right.Length) - start - end <= 1;
    }
}
