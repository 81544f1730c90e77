using System.Text.RegularExpressions;

namespace CredBot.Knowledge.Lint;

/// <summary>Names that Microsoft has given up; they may stand in parentheses that say "formerly".</summary>
/// <remarks>Source: learn.microsoft.com/entra/fundamentals/new-name and the retirement notes of the MSOnline and AzureAD modules.</remarks>
internal static partial class RetiredNames
{
    public static IEnumerable<string> Find(FaqEntry entry) =>
        new[] { entry.Title, AnswerText.Visible(entry.Answer) }.Concat(entry.Links.Select(static link => link.Title))
            .SelectMany(FindIn);

    public static IEnumerable<string> FindIn(string text) =>
        Names().Matches(Formerly().Replace(text, "")).Select(static match => $"'{match.Value}' is a name of yesterday");

    // No \b: a Korean particle follows without a space and is a letter too.
    [GeneratedRegex(@"Azure\s?AD(?![A-Z])|(?<![A-Z])AAD(?![A-Z])|Azure Active Directory|Azure Portal|Azure\s?포[털탈]|애저\s?(?:AD|포[털탈])|portal\.azure\.com|docs\.microsoft\.com|MSOnline|MsolUser|Connect-Msol\w+|Connect-AzureAD|Office 365 (?:admin|관리)|오피스 365|account\.activedirectory\.windowsazure\.com|Azure-Portal|portail Azure|portal de Azure|portal do Azure|Azure ポータル|Azure 门户", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex(@"[(（](?:formerly|previously|이전 이름|이전의|옛 이름|구 |旧|früher|anciennement|antes|anteriormente)[^)）]*[)）]", RegexOptions.IgnoreCase)]
    private static partial Regex Formerly();
}
