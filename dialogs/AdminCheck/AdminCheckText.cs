using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>What a check says.</summary>
/// <remarks>Source: Entra «Privileged roles and permissions», «Activate Microsoft Entra roles in PIM», «Licensing requirements for self-service password reset».</remarks>
internal static class AdminCheckText
{
    /// <summary>«My roles» of Privileged Identity Management, where a role is activated.</summary>
    public const string ActivationUrl = "https://entra.microsoft.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles";
    public const string PermissionsUrl = "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade";
    public const string TableUrl = "https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions";

    public static readonly Sentence TheirRoles = new("대상의 역할", "Their roles");
    public static readonly Sentence TheirGroups = new("대상의 역할 할당 가능 그룹", "Their role-assignable groups");
    public static readonly Sentence TheirUnits = new("대상의 관리 단위", "Their administrative units");
    public static readonly Sentence MyRoles = new("내 역할(활성)", "My roles (active)");
    public static readonly Sentence MyEligibleRoles = new("활성화할 수 있는 내 역할", "Roles I could activate");
    public static readonly Sentence WritebackLicence = new("쓰기 저장 라이선스", "Licence for writeback");
    public static readonly Sentence TheirLicences = new("대상의 라이선스", "Their licences");
    public static readonly Sentence TenantLicences = new("테넌트의 라이선스", "The tenant's licences");
    public static readonly Sentence NoRoles = new("없음", "none");
    public static readonly Sentence There = new("있음", "there");
    public static readonly Sentence ResetNow = new("암호 재설정 시작", "Start a reset");
    public static readonly Sentence OpenActivation = new("PIM에서 역할 활성화", "Activate the role in PIM");
    public static readonly Sentence OpenPermissions = new("앱 권한 동의 확인", "Look at the app's consents");
    public static readonly Sentence OpenTable = new("누가 누구를 재설정할 수 있나", "Who may reset whom");
    public static readonly Sentence MyOwn = new("내 암호를 재설정하려면", "How to reset my own");

    public static readonly Sentence Steps = new(
        "아래 버튼을 누르면 사유와 확인을 받은 뒤 임시 암호를 한 번만 보여 드립니다. Entra 관리 센터에서는 Entra ID > 사용자 > 해당 사용자 > 암호 재설정입니다.",
        "Press the button: I ask for a reason and your confirmation, then show the temporary password once. In the Entra admin center it is Entra ID > Users > the person > Reset password.");

    public static Sentence Headline(AdminCheckQuestion question, AdminCheckVerdict verdict, string name, ResetDecision decision) => verdict switch
    {
        AdminCheckVerdict.Allowed when question is AdminCheckQuestion.WhyGreyed && decision is ResetDecision.Allowed { Notes: var notes } && notes.HasFlag(ResetNotes.WritesBack) => new(
            $"규칙과 라이선스로는 {name} 님의 재설정 버튼이 회색일 이유가 없습니다. 쓰기 저장이 꺼져 있으면 회색이 됩니다.",
            $"By the rules and the licence {name}'s reset button is not grey for you, unless password writeback is switched off."),
        AdminCheckVerdict.Allowed => question switch
        {
            AdminCheckQuestion.WhyGreyed => new($"{name} 님의 재설정 버튼은 회색일 이유가 없습니다.", $"By the rules {name}'s reset button is not grey for you."),
            AdminCheckQuestion.HowTo => new($"{name} 님의 암호는 여기서 바로 재설정할 수 있습니다.", $"You can reset {name}'s password right here."),
            _ => new($"예. {name} 님의 암호를 재설정할 수 있습니다.", $"Yes, you may reset {name}'s password."),
        },
        AdminCheckVerdict.SyncedWithoutWriteback when question is AdminCheckQuestion.WhyGreyed => new(
            $"{name} 님의 재설정 버튼이 회색일 수 있는 이유: 동기화된 계정인데 쓰기 저장이 확인되지 않습니다.",
            $"The reset button may be grey for {name} because the account is synced and nothing shows that writeback works."),
        AdminCheckVerdict.SyncedWithoutWriteback => new(
            $"{name} 님의 암호를 재설정할 수는 있지만, Active Directory에 기록된다는 근거가 없습니다.",
            $"You may reset {name}'s password, but nothing shows that it would reach Active Directory."),
        AdminCheckVerdict.TenantUnlicensed => new(
            $"내 역할은 {name} 님에게 미치지만, 관리 단위 역할에 필요한 라이선스가 테넌트에 없습니다.",
            $"Your role reaches {name}, but the tenant has no licence for roles on administrative units."),
        AdminCheckVerdict.AppLacksConsent => new(
            $"{name} 님에 대해서는 판단할 수 없습니다: CredBot 앱에 권한 동의가 부족합니다.",
            $"It cannot be told whether you may reset {name}'s password: the CredBot app lacks a consent."),
        AdminCheckVerdict.CannotTell => new($"{name} 님에 대해서는 판단할 수 없습니다.", $"It cannot be told whether you may reset {name}'s password."),
        _ => Refusal(question, name, Cause(verdict, decision as ResetDecision.Refused)),
    };

    /// <summary>The least powerful role that would do: nobody should be given more.</summary>
    /// <returns>Null where none helps.</returns>
    public static Sentence? Lowest(ResetDecision.Refused refused) => refused switch
    {
        { RolesThatWould: [var id, ..], Reason: ResetRefusal.RestrictedUnit } => new(
            $"그 단위에 할당된 역할 중 가장 낮은 것으로 충분합니다: {PermissionText.Role(id, "ko")}.",
            $"The lowest role that would do, assigned on that unit: {PermissionText.Role(id, "en")}."),
        { RolesThatWould: [var id, ..] } => new(
            $"필요한 가장 낮은 역할: {PermissionText.Role(id, "ko")}.",
            $"The lowest role that would do: {PermissionText.Role(id, "en")}."),
        _ => null,
    };

    public static Sentence? WhatHelps(AdminCheckVerdict verdict, ResetDecision.Refused refused) => verdict switch
    {
        AdminCheckVerdict.RestrictedUnit when refused.RolesThatWould.Count is 0 => new(
            "전역 관리자가 제한된 관리 단위에 있으면 그 단위에서 제외될 때까지 아무도 재설정할 수 없습니다.",
            "A Global Administrator in a restricted unit is reset by nobody until they are removed from it."),
        AdminCheckVerdict.EligibleOnly => new(
            "활성화한 뒤 몇 분이 지나도 반영되지 않으면 로그아웃했다가 다시 로그인해 주세요.",
            "If it does not show some minutes after the activation, sign out and in again."),
        _ => null,
    };

    public static IEnumerable<Sentence> Warning(AdminCheckVerdict verdict, AdminCheckFacts facts) => verdict switch
    {
        AdminCheckVerdict.SyncedWithoutWriteback when facts.SubjectPlans is null =>
        [
            new("쓰기 저장이 켜져 있는지, 필요한 라이선스가 있는지 확인하지 못했습니다. 재설정을 시도하면 Graph의 응답이 알려 줍니다.",
                "Whether writeback is on and licensed could not be seen. If you try, Graph's reply tells."),
        ],
        AdminCheckVerdict.SyncedWithoutWriteback =>
        [
            new("Active Directory에서 동기화된 계정입니다. 쓰기 저장에는 Entra ID P1/P2 또는 Microsoft 365 Business Premium이 필요한데 이 사용자에게는 없습니다.",
                "The account is synced from Active Directory. Writing back takes Entra ID P1/P2 or Microsoft 365 Business Premium, and this person has neither."),
            new("라이선스를 할당하거나 Active Directory에서 직접 재설정해 주세요.", "Assign a licence, or reset the password in Active Directory itself."),
        ],
        AdminCheckVerdict.TenantUnlicensed =>
        [
            new("관리 단위에 한정된 역할을 가진 관리자에게는 Entra ID P1 라이선스가 필요합니다. Graph가 거부하면 그 때문일 수 있습니다.",
                "An administrator whose role is confined to a unit takes an Entra ID P1 licence. If Graph refuses, that may be why."),
        ],
        _ => [],
    };

    /// <summary>Which permissions to look for.</summary>
    /// <remarks>Source: Graph «Permissions reference», the least one for each read.</remarks>
    public static Sentence Consent(IReadOnlyList<ResetFact> missing)
    {
        var names = string.Join(", ", missing.Select(Permission).Distinct());
        return new(
            $"구성원이라면 누구나 볼 수 있는 정보이므로, 거부된 것은 앱일 가능성이 높습니다. 관리자가 동의해야 할 권한: {names}",
            $"Every member may see this, so it is most likely the app that is refused. Permissions for an administrator to consent to: {names}");
    }

    private static Sentence Refusal(AdminCheckQuestion question, string name, Sentence cause) => question is AdminCheckQuestion.WhyGreyed
        ? new($"{name} 님의 재설정 버튼이 회색인 이유: {cause.Ko}", $"The reset button is grey for {name} because {cause.En}.")
        : new($"아니요. {name} 님의 암호를 재설정할 수 없습니다: {cause.Ko}", $"No, you may not reset {name}'s password: {cause.En}.");

    private static Sentence Cause(AdminCheckVerdict verdict, ResetDecision.Refused? refused) => verdict switch
    {
        AdminCheckVerdict.Self => new("자신의 계정입니다.", "it is your own account"),
        AdminCheckVerdict.Guest => new("게스트이며 암호는 소속 조직에 있습니다.", "they are a guest, and their password lives in their home organisation"),
        AdminCheckVerdict.NoRole => new("암호를 재설정하는 역할이 없습니다.", "you hold no role that resets passwords"),
        AdminCheckVerdict.EligibleOnly => new("역할을 아직 활성화하지 않았습니다.", "your role is not activated yet"),
        AdminCheckVerdict.RestrictedUnit => new("대상이 제한된 관리 단위에 있습니다.", "they are in a restricted management unit"),
        AdminCheckVerdict.OutsideUnit => new("대상이 내 관리 단위 밖에 있습니다.", "they are outside your administrative unit"),
        AdminCheckVerdict.AdministratorInUnit => new("관리 단위에 한정된 역할로는 관리자를 재설정할 수 없습니다.", "they are an administrator, whom a role on a unit does not reach"),
        AdminCheckVerdict.SubjectGroup => refused?.BlockingGroup is { AsOwner: true } owned
            ? new($"대상이 역할 할당 가능 그룹 {Name(owned)}의 소유자입니다.", $"they own the role-assignable group {Name(owned)}")
            : new($"대상이 역할 할당 가능 그룹 {Name(refused?.BlockingGroup)}의 구성원입니다.", $"they are in the role-assignable group {Name(refused?.BlockingGroup)}"),
        _ => refused?.BlockingRole is { } role
            ? new($"대상의 역할이 {PermissionText.Role(role.RoleId, "ko")}입니다.", $"they hold the role {PermissionText.Role(role.RoleId, "en")}")
            : new("대상이 보호되어 있습니다.", "they are protected"),
    };

    private static string Name(ProtectingGroup? group) => CardText.Plain(group?.DisplayName ?? group?.Id ?? "—");

    private static string Permission(ResetFact fact) => fact switch
    {
        ResetFact.CallerRoles => "RoleAssignmentSchedule.Read.Directory",
        ResetFact.CallerEligibleRoles => "RoleEligibilitySchedule.Read.Directory",
        ResetFact.SubjectRoles => "RoleManagement.Read.Directory",
        ResetFact.SubjectGroups => "GroupMember.Read.All",
        ResetFact.SubjectUnits => "AdministrativeUnit.Read.All",
        _ => "User.Read.All",
    };
}
