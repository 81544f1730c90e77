using System.Text.RegularExpressions;

namespace CredBot.Knowledge.Lint;

/// <summary>An answer that lists the roles which may reset passwords lists all six, and no seventh.</summary>
/// <remarks>Source: learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions, "Who can reset passwords".</remarks>
internal static partial class ResettingRoles
{
    private const int AsManyAreAList = 3;

    // The longer name first: it has a shorter one inside.
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["en"] =
        [
            "Privileged Authentication Administrator", "Authentication Administrator", "Password Administrator", "Helpdesk Administrator",
            "User Administrator", "Global Administrator",
        ],
        ["ko"] = ["권한 있는 인증 관리자", "인증 관리자", "암호 관리자", "기술 지원팀 관리자", "사용자 관리자", "전역 관리자"],
    };

    public static IEnumerable<string> Problems(FaqEntry entry)
    {
        var names = Names.GetValueOrDefault(entry.Language, Names["en"]);
        var rest = AnswerText.Visible(entry.Answer);
        List<string> missing = [];
        foreach (var name in names)
        {
            var without = rest.Replace(name, "", StringComparison.Ordinal);
            if (without.Length == rest.Length)
            {
                missing.Add(name);
            }

            rest = without;
        }

        var isList = names.Length - missing.Count >= AsManyAreAList;
        if (isList || entry.Id is Intents.FaqAdminResetTrouble)
        {
            return missing.Select(static name => $"the list of roles that reset passwords lacks {name}")
                .Concat(Others().Matches(rest).Select(static match => $"{match.Value} resets no passwords"));
        }

        return [];
    }

    [GeneratedRegex(@"(?:\p{Lu}\p{L}+ )+Administrator|(?:보안|청구|라이선스|그룹|응용 프로그램|애플리케이션|권한 있는 역할|Exchange|SharePoint|Teams|Intune) 관리자")]
    private static partial Regex Others();
}
