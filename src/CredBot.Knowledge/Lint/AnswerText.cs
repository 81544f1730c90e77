using System.Text.RegularExpressions;

namespace CredBot.Knowledge.Lint;

/// <summary>What a reader sees of an answer, and the addresses in it.</summary>
internal static partial class AnswerText
{
    public static string Visible(string answer) => MarkdownLink().Replace(answer, "$1");

    /// <summary>Every address that an entry sends people to or rests on.</summary>
    public static IEnumerable<string> Addresses(FaqEntry entry) =>
    [
        .. entry.Sources,
        .. entry.Links.Select(static link => link.Url),
        .. AddressesIn(entry.Answer),
    ];

    public static IEnumerable<string> AddressesIn(string text) =>
    [
        .. MarkdownLink().Matches(text).Select(static match => match.Groups[2].Value),
        .. BareAddress().Matches(Visible(text)).Select(static match => match.Value),
    ];

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex MarkdownLink();

    // Clients make a link of it by themselves.
    [GeneratedRegex(@"https?://[^\s)\]""*]+")]
    private static partial Regex BareAddress();
}
