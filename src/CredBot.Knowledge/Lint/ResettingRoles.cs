using System.Text.RegularExpressions;

namespace CredBot.Knowledge.Lint;

/// <summary>An answer that lists the roles which may reset passwords lists all of the table, and no other.</summary>
/// <remarks>Source: learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions, "Who can reset passwords".</remarks>
internal static partial class ResettingRoles
{
    private const int AsManyAreAList = 3;

    public static IEnumerable<string> Problems(FaqEntry entry)
    {
        var names = RoleNames.In(entry.Language);
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
