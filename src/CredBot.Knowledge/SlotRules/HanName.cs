using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.SlotRules;

/// <summary>A person named in Chinese characters: before さん and its like, or a Chinese surname with one or two characters where a sentence leaves room for a person.</summary>
internal static partial class HanName
{
    private static readonly Lazy<string> Surnames = new(static () => string.Concat(WordLists.Shipped["chinese-surnames"]));

    private static readonly HashSet<string> NotNames = ["皆", "客", "各", "管理者", "担当者", "利用者", "神", "奥", "お客"];

    public static Found? Find(string text)
    {
        if (Japanese().Matches(text).FirstOrDefault(static match => !NotNames.Contains(match.Groups["name"].Value)) is { } japanese)
        {
            return Of(japanese);
        }

        return Chinese().Matches(text).FirstOrDefault(static match => Surnames.Value.Contains(match.Groups["name"].Value[0], StringComparison.Ordinal)) is { } chinese ? Of(chinese) : null;
    }

    private static Found Of(Match match)
    {
        var name = match.Groups["name"];
        return new Found(name.Value, name.Index, name.Length);
    }

    [GeneratedRegex(@"(?<name>[\p{IsCJKUnifiedIdeographs}々]{1,6}|[\p{IsKatakana}・]{2,12})(?:さん|様|氏|くん|君|先生|部長|課長)")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"(?<=重置|解锁|给|为|帮|和|把|同事|用户|员工|找|^)(?<name>\p{IsCJKUnifiedIdeographs}{2,3}?)(?=的|被|忘|需要|登|手机|密码|账号|先生|女士|吗|$|[，。？！,?!])|(?<=重置|解锁)(?<name>\p{IsCJKUnifiedIdeographs}{2,3})$")]
    private static partial Regex Chinese();
}
