using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.WhoCanReset;

/// <summary>What the answer about who could reset somebody says.</summary>
/// <remarks>Source: Entra «Privileged roles and permissions», «Restricted management administrative units».</remarks>
internal static class WhoCanResetText
{
    public const string TableUrl = "https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions";

    public static readonly Sentence OpenTable = new("누가 누구를 재설정할 수 있나", "Who may reset whom");
    public static readonly Sentence TheirRoles = new("대상의 역할", "Their roles");
    public static readonly Sentence RolesThatCould = new("할 수 있는 역할(낮은 것부터)", "Roles that could (lowest first)");
    public static readonly Sentence TheHolders = new("그 역할을 가진 사람", "Who holds those roles");
    public static readonly Sentence Further = new("그 밖에", "And");

    public static Sentence Number(int more) => new($"{more}명 더 있음", $"{more} more");

    public static Sentence Holder(string name, bool isGroup) => isGroup ? new($"그룹 {name}의 구성원", $"Members of {name}") : new(name, name);

    public static Sentence Role(Sentence role, string? unit) => unit is null
        ? role
        : new($"{role.Ko} (관리 단위 {unit})", $"{role.En} (on the unit {unit})");

    public static Sentence Headline(WhoCanResetVerdict verdict, string name) => verdict switch
    {
        WhoCanResetVerdict.Somebody => new($"{name} 님의 암호를 재설정할 수 있는 사람이 있습니다", $"These people can reset {name}'s password"),
        WhoCanResetVerdict.OnUnitOnly => new($"{name} 님은 제한된 관리 단위의 관리자만 재설정할 수 있습니다", $"Only administrators of the restricted unit can reset {name}"),
        WhoCanResetVerdict.NobodyHolds => new($"지금은 {name} 님을 재설정할 수 있는 역할을 가진 사람이 없습니다", $"Nobody holds a role at this moment that can reset {name}"),
        WhoCanResetVerdict.NobodyUntilRemoved => new(
            $"{name} 님은 제한된 관리 단위에서 제외될 때까지 아무도 재설정할 수 없습니다", $"Nobody can reset {name} until they are removed from the restricted unit"),
        WhoCanResetVerdict.HomeTenant => new($"{name} 님의 암호는 소속 조직에서만 재설정할 수 있습니다", $"Only their home organisation can reset {name}"),
        WhoCanResetVerdict.RolesOnly => new($"{name} 님을 재설정할 수 있는 역할은 알지만 누가 가졌는지는 확인하지 못했습니다", $"The roles that can reset {name} are known, who holds them is not"),
        _ => new($"누가 {name} 님을 재설정할 수 있는지 판단할 수 없습니다", $"It cannot be told who can reset {name}"),
    };

    public static IEnumerable<Sentence> Reasons(WhoCanResetVerdict verdict)
    {
        switch (verdict)
        {
            case WhoCanResetVerdict.Somebody:
                yield return new("가장 낮은 역할을 가진 사람부터 보여 드립니다. 그 계정들이 사용 중인지는 확인하지 않았습니다.", "Whoever holds the lowest role comes first. Whether their accounts are enabled was not looked at.");
                break;
            case WhoCanResetVerdict.OnUnitOnly:
                yield return new(
                    "제한된 관리 단위의 구성원은 그 단위에 할당된 역할만 변경할 수 있습니다. 전역 관리자도 예외가 아닙니다.",
                    "Members of a restricted management unit are changed by roles assigned on that unit only, not even by a Global Administrator.");
                break;
            case WhoCanResetVerdict.NobodyHolds:
                yield return new(
                    "권한 있는 역할 관리자나 전역 관리자가 아래 역할 중 하나를 할당해야 합니다. 활성화하지 않은 적격 역할은 세지 않았습니다.",
                    "A Privileged Role Administrator or Global Administrator has to assign one of the roles below. Roles that are only eligible are not counted.");
                break;
            case WhoCanResetVerdict.NobodyUntilRemoved:
                yield return new(
                    "전역 관리자가 제한된 관리 단위에 있으면 어떤 역할도 미치지 않습니다. 권한 있는 역할 관리자가 먼저 단위에서 제외해야 하며, 반영에 최대 30분이 걸립니다.",
                    "No role reaches a Global Administrator in a restricted unit. A Privileged Role Administrator has to take them out first; it shows within 30 minutes.");
                break;
            case WhoCanResetVerdict.HomeTenant:
                yield return new("게스트의 암호는 소속 조직에 있으므로 그 조직의 헬프데스크에 문의해야 합니다.", "A guest's password lives in their home organisation: ask its help desk.");
                break;
            case WhoCanResetVerdict.RolesOnly:
                yield return new("아래 역할 중 하나를 가진 사람에게 문의해 주세요.", "Ask somebody who holds one of the roles below.");
                break;
            default:
                yield return new(
                    "대상의 역할, 그룹 또는 제한된 관리 단위를 읽지 못했습니다. 읽을 수 없는 계정은 보호된 계정으로 취급합니다.",
                    "Their roles, groups or restricted unit could not be read. An account that cannot be read counts as protected.");
                break;
        }
    }
}
