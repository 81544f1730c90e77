using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.SlotRules;

/// <summary>A period in days: a week is 7, a month 30, a quarter 90, a year 365. What recurs ("every 90 days") is none.</summary>
internal static partial class DaysRule
{
    /// <summary>"two weeks" may be said alone, as an answer; in a sentence something has to last or to end.</summary>
    private const int MostBeside = 4;

    private static readonly FrozenDictionary<string, int> Units = Pairs("units");
    private static readonly FrozenDictionary<string, int> Numbers = Pairs("numbers");
    private static readonly FrozenDictionary<string, int> Fixed = Pairs("periods");
    private static readonly string[] FixedByLength = [.. Fixed.Keys.OrderByDescending(static word => word.Length)];

    public static (int Days, Found Where)? Find(string text) =>
        Read(text) is { } found && (Context().IsMatch(text) || text.Trim().Length - found.Where.Length <= MostBeside) ? found : null;

    private static (int Days, Found Where)? Read(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (Match match in Counted().Matches(lower))
        {
            if (!Recurring().IsMatch(lower[..match.Index]) && !Again().IsMatch(lower[(match.Index + match.Length)..]) && Amount(match) is { } days)
            {
                return (days, new Found(match.Value, match.Index, match.Length));
            }
        }

        return FixedByLength
            .Select(word => (Word: word, At: lower.IndexOf(word, StringComparison.Ordinal)))
            .Where(found => found.At >= 0 && IsWord(lower, found.At, found.Word) && !Again().IsMatch(lower[(found.At + found.Word.Length)..]))
            .Select(static found => ((int, Found)?)(Fixed[found.Word], new Found(found.Word, found.At, found.Word.Length)))
            .FirstOrDefault();
    }

    private static int? Amount(Match match)
    {
        var (number, unit) = (match.Groups["number"].Value, match.Groups["unit"].Value);
        var count = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : Numbers.GetValueOrDefault(number);
        var days = count * (long)Units.GetValueOrDefault(unit);
        return days is > 0 and <= 36500 ? (int)days : null;
    }

    private static bool IsWord(string text, int at, string word) =>
        !char.IsAscii(word[0])
        || ((at is 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length])));

    private static FrozenDictionary<string, int> Pairs(string list) =>
        WordLists.Shipped[list].Select(static pair => pair.Split('='))
            .ToFrozenDictionary(static pair => pair[0], static pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\w.])(?:(?<number>\d{1,4})[\s\-]?(?<unit>days?|weeks?|months?|years?|quarters?|wks?|yrs?|d\b|일|주일|주|달|개월|년)|(?<number>[a-z]+)[\s\-](?<unit>days?|weeks?|months?|years?|quarters?)\b|(?<![가-힣])(?<number>이십|삼십|육십|구십|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열|일|이|삼|사|오|육|칠|팔|구|십|백)\s?(?<unit>일|주일|주|달|개월|년))(?:간|치|짜리|이내|안|내)?")]
    private static partial Regex Counted();

    [GeneratedRegex(@"secret|cert|credential|\bkey|expir|lapse|run(?:s|ning)? out|renew|rotat|valid|\bapp|lifetime|앱|시크릿|시크렛|인증서|자격|만료|갱신|교체|유효|끝나|기한|비밀(?!번호)|암호", RegexOptions.IgnoreCase)]
    private static partial Regex Context();

    [GeneratedRegex(@"(?:\bevery|\beach|\bper|매)\s*$")]
    private static partial Regex Recurring();

    [GeneratedRegex(@"^\s?마다|^\s?에 한\s?번")]
    private static partial Regex Again();
}
