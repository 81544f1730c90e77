using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.SlotRules;

/// <summary>A person named in a Korean sentence: a surname and one to three syllables, told from other words by a title, a particle or the word that follows.</summary>
internal static partial class KoreanName
{
    private const string WordEndings = "에로서만도을를은는이가의용들팀실부과와";
    private static readonly FrozenSet<string> Surnames = WordLists.Shipped.Set("surnames");
    private static readonly FrozenSet<string> NotNames = WordLists.Shipped.Set("not-a-korean-name");
    private static readonly string[] Titles = Longest("titles");
    private static readonly string[] Particles = Longest("particles");
    private static readonly FrozenSet<string> TellingParticles = WordLists.Shipped.Set("telling-particles");
    private static readonly string[] Following = Longest("after-a-name");

    public static Found? Find(string text)
    {
        Found? weak = null;
        var words = Word().Matches(text);
        if (words is [{ } only] && IsName(only.Value) && LatinWord().Count(text) > 0)
        {
            return At(only, only.Value);
        }

        for (var index = 0; index < words.Count; index++)
        {
            var next = index + 1 < words.Count && IsNear(text, words[index], words[index + 1]) ? words[index + 1].Value : "";
            switch (Judge(words[index], next))
            {
                case (true, { } strong):
                    return strong;
                case (false, { } found):
                    weak ??= found;
                    break;
            }
        }

        return weak ?? Latin(text);
    }

    /// <returns>Whether the sentence says outright that it is a person; null where it is none.</returns>
    private static (bool Titled, Found? Name) Judge(Match word, string next)
    {
        if (Strip(word.Value, Particles, 2) is var (bare, particle) && Strip(bare, Titles, 2) is var (name, title) && title.Length > 0 && IsName(name))
        {
            return (true, At(word, name));
        }

        // A name may end like a particle ("한가은", "이미나은"), so the whole word is tried before what is left of it.
        foreach (var (candidate, ending) in (ReadOnlySpan<(string, string)>)[(word.Value, ""), (bare, particle)])
        {
            if (!IsName(candidate) || (ending is "는" && candidate[^1] is '하' or '되'))
            {
                continue;
            }

            if (Array.Exists(Titles, title => next.StartsWith(title, StringComparison.Ordinal)))
            {
                return (true, At(word, candidate));
            }

            var told = Array.Exists(Following, clue => next.StartsWith(clue, StringComparison.Ordinal));
            if (told || (candidate.Length is 3 && TellingParticles.Contains(ending)))
            {
                return (false, At(word, candidate));
            }
        }

        return (false, null);
    }

    /// <summary>A surname and a given name; and no other word, with or without a particle on it.</summary>
    private static bool IsName(string word)
    {
        var surname = word.Length >= 3 && Surnames.Contains(word[..2]) ? 2 : word.Length >= 2 && Surnames.Contains(word[..1]) ? 1 : 0;
        return surname > 0 && word.Length > surname && word.Length - surname <= 2
            && !NotNames.Contains(word) && !(WordEndings.Contains(word[^1]) && NotNames.Contains(word[..^1]));
    }

    private static (string Stem, string Ending) Strip(string word, string[] endings, int least)
    {
        var ending = Array.Find(endings, end => word.Length - end.Length >= least && word.EndsWith(end, StringComparison.Ordinal)) ?? "";
        return (word[..^ending.Length], ending);
    }

    private static Found At(Match word, string name) => new(name, word.Index, name.Length);

    private static bool IsNear(string text, Match word, Match next) =>
        text.AsSpan(word.Index + word.Length, next.Index - word.Index - word.Length).Trim() is "" or ")" or "\"" or "'";

    private static Found? Latin(string text)
    {
        foreach (Match match in LatinBefore().Matches(text))
        {
            var name = match.Groups["name"];
            if (LatinName.Trim(name.Value, name.Index) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string[] Longest(string list) => [.. WordLists.Shipped[list].OrderByDescending(static word => word.Length)];

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinWord();

    [GeneratedRegex("[가-힣]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<name>[A-Za-z][A-Za-z.'’\-]*(?:\s[A-Za-z][A-Za-z.'’\-]*){0,2})\s?(?:님|씨|한테|에게|이가|이의|께|의\s?(?:비|암|계)|(?:이|가|은|는|을|를|도|만)\s|\s?(?:비밀번호|비번|암호|패스워드|계정|임시))")]
    private static partial Regex LatinBefore();
}
