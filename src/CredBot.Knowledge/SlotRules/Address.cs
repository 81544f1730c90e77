using System.Text.RegularExpressions;

namespace CredBot.Knowledge.SlotRules;

/// <summary>An e-mail address, a user principal name (a guest's with its <c>#EXT#</c>), a <c>DOMAIN\account</c>, or an alias said to be one.</summary>
internal static partial class Address
{
    public static Found? Find(string text)
    {
        var match = Full().Match(text);
        match = match.Success ? match : Alias().Match(text);
        return match.Success ? new Found(match.Groups["upn"].Value, match.Groups["upn"].Index, match.Groups["upn"].Length) : null;
    }

    [GeneratedRegex(@"(?<upn>[A-Za-z0-9._%+\-]+(?:#EXT#)?@[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9\-]*[A-Za-z0-9])+)|(?<![\w\\])(?<upn>[A-Za-z][A-Za-z0-9\-]+\\[A-Za-z0-9._\-]+)")]
    private static partial Regex Full();

    // An alias looks like nothing in particular: it has a dot or a digit in it, and a word beside it that says whose it is.
    [GeneratedRegex(@"(?:\b(?:user|account|alias|upn|id|username|for|of|unlock|사용자|계정|아이디|유저)\s+)(?<upn>(?!\d)(?=[a-z0-9._\-]*[.\d])[a-z][a-z0-9_\-]*(?:\.[a-z0-9_\-]+)?)(?![\w.@\-])|(?<![\w.@\-])(?<upn>(?=[a-z0-9._\-]*[.\d])[a-z][a-z0-9_\-]*(?:\.[a-z0-9_\-]+)?)(?='s\b|\s?(?:님|씨|계정|의 |한테|에게| 비밀번호| 비번| account))")]
    private static partial Regex Alias();
}
