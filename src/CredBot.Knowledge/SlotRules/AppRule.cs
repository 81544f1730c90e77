using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.SlotRules;

/// <summary>An application by name: the words beside "app", or those whose secret or certificate is spoken of.</summary>
internal static partial class AppRule
{
    private static readonly FrozenSet<string> NotNames = WordLists.Shipped.Set("not-an-app");
    private static readonly FrozenSet<string> LittleWords = WordLists.Shipped.Set("not-a-name");

    public static Found? Find(string text)
    {
        if (!Context().IsMatch(text))
        {
            return null;
        }

        foreach (var pattern in (ReadOnlySpan<Regex>)[Quoted(), KoreanApp(), Named(), BeforeApp(), Possessive(), AfterSecret(), BeforeSecret(), KoreanSecret()])
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (Trim(match.Groups["app"]) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Takes leading and trailing words off that belong to the sentence ("rotate the payroll" → "payroll").</summary>
    private static Found? Trim(Group group)
    {
        var words = Word().Matches(group.Value);
        var first = 0;
        for (var index = 0; index < words.Count; index++)
        {
            if (IsOther(words[index].Value))
            {
                if (index > first)
                {
                    return Name(group, words[first], words[index - 1]);
                }

                first = index + 1;
            }
        }

        return first < words.Count ? Name(group, words[first], words[^1]) : null;
    }

    private static Found? Name(Group group, Match first, Match last)
    {
        var (start, end) = (first.Index, last.Index + last.Length);
        return end - start >= 2 ? new Found(group.Value[start..end], group.Index + start, end - start) : null;
    }

    private static bool IsOther(string word) => NotNames.Contains(word) || (char.IsAsciiLetterLower(word[0]) && LittleWords.Contains(word));

    private const string Name3 = @"[\p{L}\d][\p{L}\d\-_.]*(?:\s+[\p{L}\d][\p{L}\d\-_.]*){0,2}";

    // The lower-case names of an app are told from other words by a hyphen, an underscore or a digit in them.
    private const string Proper = @"(?:\p{Lu}[\p{L}\d\-_.]*(?:\s+\p{Lu}[\p{L}\d\-_.]*){0,2}|[\p{L}\d]+(?:[\-_][\p{L}\d]+)+|[a-z]+\d+)";

    private const string Secret = @"(?:client\s+|app\s+)?(?:secrets?|certificates?|certs?|credentials?|creds?|keys?)";

    [GeneratedRegex(@"\bapps?\b|\bapplications?\b|secret|certificate|\bcerts?\b|credential|\bkeys?\b|\bcreds?\b|service principal|registration|앱|어플|애플리케이션|응용|시크릿|비밀(?!번호| 번호)|인증서|자격\s?증명|클라이언트\s?암호|\b키\b|시크렛", RegexOptions.IgnoreCase)]
    private static partial Regex Context();

    [GeneratedRegex(@"[""“”'‘’「『«](?<app>[\p{L}\d][^""“”'‘’」』»]{1,40}?)[""“”'’」』»](?!s\s|\p{L})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<app>(?:[A-Za-z\d][\w\-.]*\s+){0,2}(?:[A-Za-z\d][\w\-.]*|[가-힣A-Za-z\d\-]{2,12}))\s?(?:이라는\s|라는\s)?(?:앱|애플리케이션|어플리케이션|어플|응용\s?프로그램|서비스\s?주체)(?!\s?(?:자격|비밀\s?번호|암호\s))")]
    private static partial Regex KoreanApp();

    [GeneratedRegex(@"\b(?:[Aa]pp|[Aa]pplication|[Ss]ervice principal|[Aa]pp registration)\s+(?:called\s+|named\s+)?(?<app>" + Proper + ")")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<app>" + Name3 + @")(?:['’]s)?\s+(?:app\s+registration|service\s+principal|app|application|api|daemon)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeApp();

    [GeneratedRegex(@"(?<app>" + Name3 + @")['’]s?\s+(?:\w+\s+)?" + Secret + @"\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    [GeneratedRegex(Secret + @"\s+(?:of|for|on|from|in|to|held by|belonging to)\s+(?:the\s+|our\s+|app\s+)?(?<app>" + Proper + @"|[a-z][a-z\d\-_.]*)(?=$|[\s,.?!;:)])")]
    private static partial Regex AfterSecret();

    [GeneratedRegex(@"(?<app>" + Proper + @")\s+(?:\w+\s+)?" + Secret + @"\b")]
    private static partial Regex BeforeSecret();

    [GeneratedRegex(@"(?<app>(?:[A-Za-z\d][\w\-.]*\s+){0,2}[A-Za-z\d][\w\-.]*|[가-힣A-Za-z\d\-]{2,12}?)(?:의)?\s+(?:클라이언트\s?)?(?:시크릿|시크렛|비밀(?!번호|\s번호)|인증서|자격\s?증명|암호(?=\s?(?:교체|갱신|회전|폐기))|보안\s?비밀|키\b)")]
    private static partial Regex KoreanSecret();

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d\-_.]*[\p{L}\d]|[\p{L}\d]")]
    private static partial Regex Word();
}
