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
        if (!Credentials().IsMatch(text) && !App().IsMatch(text))
        {
            return null;
        }

        foreach (var pattern in (ReadOnlySpan<Regex>)
            [Quoted(), KoreanApp(), Named(), BeforeApp(), LowerBeforeApp(), Possessive(), AfterSecret(), BeforeSecret(), LowerBeforeSecret(), Subject(), KoreanSecret()])
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

    /// <summary>Whether the message is about an application's credentials and about nobody's account: then its capitals name no person.</summary>
    public static bool IsAboutAppsOnly(string text) => Credentials().IsMatch(text) && !People().IsMatch(text);

    /// <summary>Takes words off that belong to the sentence ("rotate the payroll" → "payroll").</summary>
    private static Found? Trim(Group group)
    {
        var words = Word().Matches(group.Value);
        var end = words.Count;
        while (end > 0 && IsOther(words[end - 1], group))
        {
            end--;
        }

        var first = end;
        while (first > 0 && !IsOther(words[first - 1], group))
        {
            first--;
        }

        if (first == end)
        {
            return null;
        }

        var (from, to) = (words[first].Index, words[end - 1].Index + words[end - 1].Length);
        return to - from >= 2 ? new Found(group.Value[from..to], group.Index + from, to - from) : null;
    }

    private static bool IsOther(Match match, Group group)
    {
        // A capital makes a name of a common word ("Payroll Sync"), but not at the start of the message ("Rotate payroll").
        var word = match.Value;
        var isCommon = char.IsAsciiLetterLower(word[0]) || group.Index + match.Index is 0;
        return NotNames.Contains(word) || Inflected().IsMatch(word) || char.IsAsciiDigit(word[0]) || (isCommon && LittleWords.Contains(word));
    }

    // The lower-case names of an app are told from other words by a hyphen, an underscore or a digit in them.
    private const string Proper = @"(?:\p{Lu}[A-Za-z\d\-_.]*(?:\s+\p{Lu}[A-Za-z\d\-_.]*){0,2}|[A-Za-z\d]+(?:[\-_][A-Za-z\d]+)+|[a-z]+\d+)";
    private const string Lower = @"[a-z][a-z\d]*(?:\s[a-z][a-z\d]*)?";
    private const string Secret = @"(?:client\s+|app\s+)?(?:secrets?|certificates?|certs?|credentials?|creds?|keys?)";
    private const string AppWord = @"(?:app\s+registration|service\s+principal|apps?|applications?|api|daemon)\b";
    private const string Verb = @"(?:rotate|renew|roll|replace|refresh|delete|remove|revoke|drop|list|show|display|of|for|on|from|in)";
    private const string KoreanSecretWord = @"(?:클라이언트\s?)?(?:시크릿|시크렛|비밀(?!번호|\s번호)|인증서|자격\s?증명|암호(?=\s?(?:교체|갱신|회전|폐기))|보안\s?비밀|키\b|크리덴셜)";
    private const string KoreanAppWord = @"(?:앱|애플리케이션|어플리케이션|어플|응용\s?프로그램|서비스\s?주체)";

    [GeneratedRegex(@"secret|certificate|\bcerts?\b|credential|\bcreds?\b|\bkeys?\b|시크릿|비밀(?!번호| 번호)|인증서|자격\s?증명|클라이언트\s?암호|시크렛|크리덴셜|(?<=\s)키(?![가-힣])", RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"\bapps?\b|\bapplications?\b|service principal|rotate|앱|어플|애플리케이션|응용", RegexOptions.IgnoreCase)]
    private static partial Regex App();

    [GeneratedRegex(@"password|\bpw|unlock|locked|\btap\b|access pass|licen[cs]e|\brole|비밀번호|비번|계정|패스워드|잠금|잠겼|라이[선센]스", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"[""“”'‘’「『«](?<app>[\p{L}\d][^""“”'‘’」』»]{1,40}?)[""“”'’」』»](?!s\s|\p{L})(?=.*(?i:secret|cert|credential|key|app|앱|시크릿|인증서|자격))|(?i)(?:secret|cert\w*|credentials?|keys?|app)\b.*[""“‘](?<app>[\p{L}\d][^""“”'‘’]{1,40}?)[""”’]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<app>(?:[A-Za-z\d][\w\-.]*\s+){0,2}(?:[A-Za-z\d][A-Za-z\d\-.]*|[가-힣A-Za-z\d\-]{2,12}?))\s?(?:이라는\s|라는\s)?" + KoreanAppWord + @"(?!\s?(?:비밀\s?번호|암호(?!\s?(?:교체|갱신))))")]
    private static partial Regex KoreanApp();

    [GeneratedRegex(@"\b(?:[Aa]pp|[Aa]pplication|[Ss]ervice principal|[Aa]pp registration)\s+(?:called\s+|named\s+)?(?<app>" + Proper + ")")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<app>" + Proper + @")(?:['’]s)?\s+" + AppWord)]
    private static partial Regex BeforeApp();

    [GeneratedRegex(@"\b(?:(?:the|our|my)|" + Verb + @")\s+(?<app>" + Lower + @")\s+" + AppWord)]
    private static partial Regex LowerBeforeApp();

    [GeneratedRegex(@"(?<app>" + Proper + "|" + Lower + @")['’]s?\s+(?:\w+\s+)?" + Secret + @"\b")]
    private static partial Regex Possessive();

    [GeneratedRegex(Secret + @"\s+(?:(?:and|or)\s+" + Secret + @"\s+)?(?:\w+\s+){0,3}?(?:of|for|on|from|in|to|held by|belonging to)\s+(?:the\s+|our\s+|my\s+|app\s+)?(?:(?<app>" + Proper + @")|(?<app>[a-z][a-z\d]*)(?=\s*$|[,.?!;:)]))")]
    private static partial Regex AfterSecret();

    [GeneratedRegex(@"(?<app>" + Proper + @")\s+(?:\w+\s+)?" + Secret + @"\b")]
    private static partial Regex BeforeSecret();

    [GeneratedRegex(@"\b" + Verb + @"\s+(?:the\s+|our\s+|my\s+)?(?<app>" + Lower + @")\s+" + Secret + @"\b")]
    private static partial Regex LowerBeforeSecret();

    [GeneratedRegex(@"(?:^|\bthe\s+|[Oo]ur\s+|\b[Dd]oes\s+|[:,]\s+)(?<app>" + Proper + @")\s+(?:app\s+)?(?:needs?|has|have|got|uses?|requires?|wants)\b|^[Rr]otate\s+(?<app>" + Proper + "|[a-z]+)$")]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?<app>(?:[A-Za-z\d][\w\-.]*\s+){0,2}[A-Za-z\d][A-Za-z\d\-.]*|[가-힣A-Za-z\d\-]{2,12}?)(?:의|에)?\s+(?:(?:오래된|만료된|예전|새|두 번째|옛날|등록된|새로운)\s+)?" + KoreanSecretWord)]
    private static partial Regex KoreanSecret();

    // A Korean word with a particle or a verb's ending on it, an English one that describes: no name of an app.
    [GeneratedRegex(@"\p{L}(?:에서|으로|에게|에|를|을|용|는|은|운|된|한|할|될|던|해|고|게|면|서|어|아|간|내|인|진|줘|요|가까운)$|^[a-z]+(?:ing|ed|ly)$")]
    private static partial Regex Inflected();

    [GeneratedRegex(@"[\p{L}\d][\p{L}\d\-_.]*[\p{L}\d]|[\p{L}\d]")]
    private static partial Regex Word();
}
