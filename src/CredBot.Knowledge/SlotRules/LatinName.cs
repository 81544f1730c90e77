using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.SlotRules;

/// <summary>A person named in Latin letters: by 's, a title, quotes or parentheses, a preposition, or capitals alone.</summary>
/// <remarks>Lower-case names look like any other word, so they are believed only where the sentence leaves room for nothing else.</remarks>
internal static partial class LatinName
{
    private static readonly FrozenSet<string> NotNames =
        WordLists.Shipped.Set("not-a-name").Union(WordLists.Shipped.Set("not-a-name-abroad")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static Found? Find(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Titled(), Quoted(), Possessive(), Parenthesised(), AfterCapital(), Subject(), Pair()])
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

        return Context().IsMatch(text) ? LowerCase(text) : null;
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

    private static Found? LowerCase(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[After(), LockedSubject()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                // A word that is no name beside one that might be: the phrase is about something else.
                var name = match.Groups["name"];
                if (Trim(name.Value, name.Index) is { } found && found.Length == name.Length)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private const string Letter = @"[A-Za-z\u00c0-\u024f]";
    private const string Any = @"\p{L}[\p{L}.\-]*(?:\s+\p{L}[\p{L}.\-]*){0,2}";
    private const string Part = @"(?:\p{Lu}['’]\p{Lu}" + Letter + @"+|\p{Lu}" + Letter + @"+(?:-\p{Lu}" + Letter + "+)?)";
    private const string Capital = Part + @"(?:\s+(?:(?:van|von|de|da|dos|del|al|bin)\s+)?" + Part + "){0,2}";
    private const string Two = Part + @"(?:\s+(?:(?:van|von|de|da|dos|del|al|bin)\s+)?" + Part + "){1,2}";

    private const string Troubles =
        @"(?:ha(?:s|d)\s+(?:forgotten|lost|a\s+new|locked|changed|broken)|forgot|lost|needs|keeps|(?:is|was|got|gets|has\s+been)\s+(?:been\s+|themselves\s+|himself\s+|herself\s+)?(?:locked|blocked)|locked|can(?:no|['’])?t\s+(?:log|sign|get|remember|access)|replaced|doesn['’]?t\s+remember)";

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|mr|mrs|ms|dr|Herr|Frau|Herrn)\b\.?\s+(?<name>" + Any + ")")]
    private static partial Regex Titled();

    [GeneratedRegex(@"[""“'‘«](?<name>" + Capital + @")[""”'’»](?!\p{L})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?<name>" + Any + @")(?:['’]s|(?<=s)['’])\s+(?:\w+\s+){0,2}?(?:pass(?:word|code|wd)?|passw\w*|pasw\w*|pwd?|account|login|credentials?|sign-?in|mfa|reset|profile|access|user|locked|lockout|tap|temp\w*|o365|entra|licen[cs]es?|page|sync|role)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\((?<name>" + Capital + @")\)")]
    private static partial Regex Parenthesised();

    [GeneratedRegex(@"\b(?:for|of|to|von|für|bei|de|del|do|da|para|pour|à|[Uu]ser|[Uu]nlock|[Rr]eset|named|colleague|employee|about|let|[Gg]ive|help|not|except|[Ii]ssue)\s+(?<name>" + Capital + @")|\b(?:by|against|on|from|with|is|was|and|can|does|if|than)\s+(?<name>" + Two + ")")]
    private static partial Regex AfterCapital();

    [GeneratedRegex(@"(?:^|[,.!?:;]\s+|\b(?:but|that|because|since|please|pls|[Cc]an|[Ii]s|[Dd]oes)\s+)(?<name>" + Capital + @")(?:['’]s)?\s+" + Troubles + @"\b")]
    private static partial Regex Subject();

    [GeneratedRegex("(?<name>" + Two + ")")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?i)\bpassw|\bpw\b|\bpwd\b|\bpass\b|unlock|reset|locked|\btap\b|\btemp\b|licen[cs]e|synced|\bmfa\b|forgot")]
    private static partial Regex Context();

    [GeneratedRegex(@"(?i)\b(?:reset|unlock)\s+(?!this\b|his\b)(?<name>" + Letter + @"{2,}?)(?=s\s+(?:pass|pw|account))|\b(?:(?:for|of)\s+(?:the\s+)?(?:user|employee|colleague)|for|of|user|unlock|colleague|named|employee|reset|(?:pass|password|tap|code|one|it)\s+to|reset\s+password|pw\s+reset|reset\s+pw|tap)\s+(?<name>" + Letter + @"+(?:\s+" + Letter + @"+)?)(?=\s*(?:$|[.,!?;:()]|\s(?:please|pls|plz|asap|now|in|from|at|on|with|who|account|password|again|today|they|he|she)\b))|\bgive\s+(?<name>" + Letter + @"+(?:\s+" + Letter + @"+)?)(?=\s+(?:a|an|the)\b)")]
    private static partial Regex After();

    [GeneratedRegex(@"(?i)(?:^|[,.!?:;]\s+|\b(?:but|that|because|since|hi|hey|hello|please|pls|can|is|does|colleague|hire|starter|intern)\s+)(?<name>" + Letter + @"+(?:\s+" + Letter + @"+)?)\s+" + Troubles + @"\b")]
    private static partial Regex LockedSubject();

    [GeneratedRegex(@"\p{L}[\p{L}\-]*(?:\.(?=\p{L})[\p{L}\-]+)*(?:['’]\p{Lu}\p{L}+)?")]
    private static partial Regex Word();
}
