using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.SlotRules;

/// <summary>A person named in Latin letters: by 's, a title, quotes or parentheses, a preposition, or capitals alone.</summary>
internal static partial class LatinName
{
    private static readonly FrozenSet<string> NotNames = WordLists.Shipped.Set("not-a-name");

    public static Found? Find(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Titled(), Quoted(), Possessive(), Parenthesised(), AfterCapital(), Subject(), Pair(), After()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                var name = match.Groups["name"];
                if (Trim(name.Value, name.Index) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>The last run of words that could be a name: "reset daniel lee please" → "daniel lee".</summary>
    /// <returns>Null where no word is left.</returns>
    internal static Found? Trim(string words, int start)
    {
        var parts = Word().Matches(words);
        var end = parts.Count;
        while (end > 0 && NotNames.Contains(parts[end - 1].Value))
        {
            end--;
        }

        var first = end;
        while (first > 0 && !NotNames.Contains(parts[first - 1].Value))
        {
            first--;
        }

        if (first == end)
        {
            return null;
        }

        var (from, to) = (parts[first].Index, parts[end - 1].Index + parts[end - 1].Length);
        return to - from >= 2 ? new Found(words[from..to], start + from, to - from) : null;
    }

    private const string Any = @"\p{L}[\p{L}.\-]*(?:\s+\p{L}[\p{L}.\-]*){0,2}";
    private const string Capital = @"\p{Lu}[\p{L}\-]*['’]?\p{L}+(?:\s+(?:(?:van|von|de|da|dos|del|al|bin)\s+)?\p{Lu}[\p{L}\-]*['’]?\p{L}+){0,2}";

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|mr|mrs|ms|dr|Herr|Frau|Herrn)\b\.?\s+(?<name>" + Any + ")")]
    private static partial Regex Titled();

    [GeneratedRegex(@"[""“'‘«](?<name>" + Any + @")[""”'’»](?!\p{L})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?<name>" + Any + @")(?:['’]s|(?<=s)['’])\s+(?:\w+\s+){0,2}?(?:pass(?:word|code|wd)?|passw\w*|pwd?|account|login|credentials?|sign-?in|mfa|reset|profile|access|user|locked|lockout|tap|temp\w*|o365|entra|reset|manager)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\((?<name>" + Capital + @")\)")]
    private static partial Regex Parenthesised();

    [GeneratedRegex(@"\b(?:for|of|to|user|unlock|reset|by|named|colleague|employee|about|let|give|help|against|on|from|with|block(?:ed|s)?|is|was|and|can|does)\s+(?<name>" + Capital + @")(?:['’]s)?", RegexOptions.None)]
    private static partial Regex AfterCapital();

    [GeneratedRegex(@"(?:^|[,.!?:;]\s+|\b(?:but|that|because|since|hi|hey|hello|please|pls)\s+)(?<name>" + Any + @")\s+(?:is|was|got|has|had|can(?:no|')?t|can|keeps|forgot|lost|needs|locked|wants|gets)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}\-]*['’]?\p{Ll}+\s+\p{Lu}[\p{L}\-]*['’]?\p{Ll}+)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\b(?:for|of|user|unlock|colleague|named|employee|reset|(?:pass|password|tap|code|one|it)\s+to)\s+(?<name>\p{L}[\p{L}\-]*(?:\s+\p{L}[\p{L}\-]*)?)", RegexOptions.IgnoreCase)]
    private static partial Regex After();

    [GeneratedRegex(@"\p{L}[\p{L}\-]*(?:\.(?=\p{L})[\p{L}\-]+)*(?:['’]\p{L}{2,})?")]
    private static partial Regex Word();
}
