using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.Permission;

/// <summary>Says in words what the rules decided about a reset: the rule, who stands in the way, what would help.</summary>
/// <remarks>Source: Entra «Privileged roles and permissions»; a prediction, Graph's own answer decides.</remarks>
internal static class PermissionText
{
    /// <summary>Units named at once; who is in more is told enough.</summary>
    private const int MostUnits = 3;

    public static readonly Sentence Predicted = new(
        "Microsoft의 규칙에 따른 예측이며, 최종 판단은 Microsoft Graph의 응답입니다.",
        "Predicted from Microsoft's rules; Microsoft Graph's own answer is the last word.");

    public static readonly Sentence OtherAccount = new(
        "로그인한 계정이 이 채팅의 계정과 다릅니다. \"로그아웃\"이라고 입력한 뒤 내 계정으로 다시 로그인해 주세요. 아무것도 변경되지 않았습니다.",
        "The account you signed in with is not the one of this chat. Type \"sign out\", then sign in with your own. Nothing was changed.");

    private static readonly Sentence HomeTenant = new(
        "이 사람의 암호는 소속 조직에 있습니다. 그 조직의 헬프데스크에 문의해야 합니다.",
        "Their password lives in their home organisation: its help desk has to reset it.");

    /// <summary>Why a reset is refused, the rule by name.</summary>
    public static Sentence Reason(ResetDecision.Refused refused)
    {
        var (mineKo, mineEn) = (Roles(refused.CallerRoles, "ko"), Roles(refused.CallerRoles, "en"));
        return refused.Reason switch
        {
            ResetRefusal.Self => new(
                "자신의 암호는 이 방법으로 재설정할 수 없습니다. 전역 관리자도 마찬가지입니다.",
                "Nobody resets their own password this way, not even a Global Administrator."),
            ResetRefusal.Guest => HomeTenant,
            ResetRefusal.NoRole => new(
                "암호를 재설정할 수 있는 역할이 없습니다.",
                "You hold no role that resets passwords."),
            ResetRefusal.EligibleOnly => new(
                $"{mineKo} 역할을 사용할 수 있지만 아직 활성화하지 않았습니다. 먼저 PIM에서 활성화해 주세요.",
                $"You may use the role {mineEn}, but it is not active. Activate it in PIM first."),
            ResetRefusal.RestrictedUnit => new(
                $"대상이 제한된 관리 단위({Units(refused)})에 있습니다. 그 단위에 할당된 역할만 변경할 수 있습니다.",
                $"They are in the restricted management unit {Units(refused)}: only a role assigned on that unit can change them."),
            ResetRefusal.OutsideUnit => new(
                $"내 역할({mineKo})은 관리 단위에 한정되어 있고, 대상은 그 단위에 없습니다.",
                $"Your role ({mineEn}) is confined to an administrative unit that they are not in."),
            ResetRefusal.AdministratorInUnit => new(
                $"내 역할({mineKo})은 관리 단위에 한정되어 있으며, 그런 역할로는 관리자를 재설정할 수 없습니다.",
                $"Your role ({mineEn}) is confined to an administrative unit, and such a role does not reach administrators."),
            ResetRefusal.SubjectGroup => new(
                $"대상은 역할 할당이 가능한 그룹({Group(refused)})의 {(refused.BlockingGroup?.AsOwner is true ? "소유자" : "구성원")}이므로 관리자처럼 보호됩니다. 내 역할({mineKo})로는 재설정할 수 없습니다.",
                $"They are {(refused.BlockingGroup?.AsOwner is true ? "an owner" : "a member")} of the role-assignable group {Group(refused)} and protected like an administrator: your role ({mineEn}) does not reach them."),
            _ => new(
                $"대상의 역할은 {Blocking(refused, "ko")}입니다. 내 역할({mineKo})로는 이 역할을 가진 사람의 암호를 재설정할 수 없습니다.",
                $"They hold the role {Blocking(refused, "en")}, and your role ({mineEn}) may not reset somebody who holds it."),
        };
    }

    /// <summary>Who could do it.</summary>
    /// <returns>Null where no role helps, or none can be named.</returns>
    public static Sentence? WhoCould(ResetDecision.Refused refused) => refused.RolesThatWould.Count is 0
        ? null
        : new(
            $"할 수 있는 역할: {string.Join(", ", refused.RolesThatWould.Select(static id => Role(id, "ko")))}",
            $"Roles that could: {string.Join(", ", refused.RolesThatWould.Select(static id => Role(id, "en")))}");

    /// <summary>Which role permits it.</summary>
    public static Sentence Because(ResetDecision.Allowed allowed) => new(
        $"내 역할 {Role(allowed.By.RoleId, "ko")}(으)로 이 사용자의 암호를 재설정할 수 있습니다.",
        $"Your role {Role(allowed.By.RoleId, "en")} may reset this user's password.");

    /// <summary>What to know about an allowed reset, one sentence each.</summary>
    public static IEnumerable<Sentence> Notes(ResetDecision.Allowed allowed)
    {
        if (allowed.Notes.HasFlag(ResetNotes.WritesBack))
        {
            yield return new(
                "온-프레미스 Active Directory와 동기화된 계정입니다. 쓰기 저장이 켜져 있으면 새 암호가 AD에 기록되며 AD의 암호 정책이 적용됩니다.",
                "Synced from Active Directory: with writeback switched on the new password is written back there, and its policy decides.");
        }

        if (allowed.Notes.HasFlag(ResetNotes.AccountDisabled))
        {
            yield return new(
                "계정이 사용 중지되어 있어 새 암호만으로는 로그인할 수 없습니다.",
                "The account is disabled: a new password alone will not let them sign in.");
        }
    }

    /// <summary>What could not be read, and that this counts as no.</summary>
    public static Sentence CannotTell(ResetDecision.CannotTell unknown, ResetFacts facts)
    {
        var ko = string.Join(", ", unknown.Missing.Select(static fact => Fact(fact).Ko));
        var en = string.Join(", ", unknown.Missing.Select(static fact => Fact(fact).En));
        var error = facts.Unreadable.FirstOrDefault(unread => unknown.Missing.Contains(unread.Fact))?.Error;
        var why = error is null ? new Sentence("", "") : new Sentence($" {GraphErrorText.Sentence(error).Ko}", $" {GraphErrorText.Sentence(error).En}");
        return new(
            $"판단에 필요한 정보를 읽지 못했습니다: {ko}. 읽을 수 없는 계정은 보호된 계정으로 취급합니다.{why.Ko}",
            $"What decides could not be read: {en}. An account that cannot be read counts as protected.{why.En}");
    }

    /// <summary>A role's name, safe for a card.</summary>
    public static string Role(string id, string language) =>
        RoleNames.Display(id, language) ?? (language is "ko" ? $"사용자 지정 역할 {CardText.Plain(id)}" : $"custom role {CardText.Plain(id)}");

    /// <summary>The roles that somebody holds, by name.</summary>
    /// <param name="roles">Null where they could not be read.</param>
    public static Sentence Held(IReadOnlyList<RoleAssignment>? roles) => roles is null
        ? new("읽을 수 없음", "could not be read")
        : new(Roles(roles, "ko"), Roles(roles, "en"));

    private static string Roles(IReadOnlyList<RoleAssignment> roles, string language) => roles.Count is 0
        ? (language is "ko" ? "없음" : "none")
        : string.Join(", ", roles.Select(role => Role(role.RoleId, language)).Distinct());

    private static string Blocking(ResetDecision.Refused refused, string language) =>
        refused.BlockingRole is { } role ? Role(role.RoleId, language) : "—";

    private static string Group(ResetDecision.Refused refused) => CardText.Plain(refused.BlockingGroup?.DisplayName ?? refused.BlockingGroup?.Id ?? "—");

    private static string Units(ResetDecision.Refused refused) => refused.BlockingUnits.Count is 0
        ? "—"
        : string.Join(", ", refused.BlockingUnits.Take(MostUnits).Select(static unit => CardText.Plain(unit.DisplayName ?? unit.Id)));

    /// <summary>What a fact is called.</summary>
    public static Sentence Fact(ResetFact fact) => fact switch
    {
        ResetFact.Caller => new("내 계정", "your account"),
        ResetFact.Subject => new("대상 계정", "their account"),
        ResetFact.CallerRoles => new("내 역할", "your roles"),
        ResetFact.CallerEligibleRoles => new("활성화할 수 있는 내 역할", "the roles you could activate"),
        ResetFact.SubjectRoles => new("대상의 역할", "their roles"),
        ResetFact.SubjectRoleUnits => new("대상의 역할이 속한 관리 단위", "the unit that one of their roles is confined to"),
        ResetFact.SubjectGroups => new("대상의 그룹", "their groups"),
        _ => new("대상의 관리 단위", "their administrative units"),
    };
}
