using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.LicenceCheck;

/// <summary>What the answer about licences says.</summary>
/// <remarks>Source: Entra «Licensing requirements for self-service password reset» (2025-01).</remarks>
internal static class LicenceCheckText
{
    public const string RequirementsUrl = "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-licensing";
    public const string LicencesUrl = "https://admin.microsoft.com/Adminportal/Home#/licenses";

    public static readonly Sentence MyPlan = new("내 Entra ID 플랜", "My Entra ID plan");
    public static readonly Sentence TheirPlan = new("대상의 Entra ID 플랜", "Their Entra ID plan");
    public static readonly Sentence MyLicences = new("내 라이선스", "Your licences");
    public static readonly Sentence TheirLicences = new("대상의 라이선스", "Their licences");
    public static readonly Sentence TenantLicences = new("테넌트의 구독", "The tenant's subscriptions");
    public static readonly Sentence OpenLicences = new("라이선스 할당하기", "Assign a licence");
    public static readonly Sentence OpenRequirements = new("무엇에 어떤 라이선스가 필요한가", "What takes which licence");

    public static Sentence Plan(LicencePlans plans) => plans switch
    {
        { HasPremium2: true } => new("Entra ID P2", "Entra ID P2"),
        { HasPremium: true } => new("Entra ID P1", "Entra ID P1"),
        _ => new("P1·P2 없음", "neither P1 nor P2"),
    };

    public static Sentence Units(BoughtSku sku) => sku switch
    {
        { IsUsable: false } => new("종료되었거나 일시 중단됨", "ended or suspended"),
        _ => new(
            $"{sku.Units}개 중 {sku.Used}개 사용, {Math.Max(0, sku.Units - sku.Used)}개 남음{(sku.Plans.HasPremium ? $" · {Plan(sku.Plans).Ko} 포함" : "")}",
            $"{sku.Used} of {sku.Units} used, {Math.Max(0, sku.Units - sku.Used)} left{(sku.Plans.HasPremium ? $" · contains {Plan(sku.Plans).En}" : "")}"),
    };

    public static Sentence Headline(LicenceCheckVerdict verdict, string? name) => verdict switch
    {
        LicenceCheckVerdict.SubjectCovered => new($"{name} 님의 라이선스로 충분합니다", $"{name}'s licence is enough"),
        LicenceCheckVerdict.SubjectNotCovered => new($"{name} 님에게는 Entra ID P1·P2 라이선스가 없습니다", $"{name} has no Entra ID P1 or P2 licence"),
        LicenceCheckVerdict.TenantPremium => new("테넌트에 Entra ID P1 이상이 있습니다", "The tenant has Entra ID P1 or higher"),
        LicenceCheckVerdict.TenantFree => new("테넌트에 Entra ID P1·P2가 없습니다", "The tenant has neither Entra ID P1 nor P2"),
        _ => new("라이선스를 확인하지 못했습니다", "The licences could not be read"),
    };

    public static IEnumerable<Sentence> Reasons(LicenceCheckVerdict verdict, LicenceCheckFacts facts)
    {
        switch (verdict)
        {
            case LicenceCheckVerdict.SubjectCovered:
                yield return new(
                    "셀프 서비스 재설정과 Active Directory 쓰기 저장을 모두 사용할 수 있습니다. 지금 사용할 수 있는 플랜만 셉니다.",
                    "It covers self-service reset and writeback to Active Directory. Only plans that are usable now are counted.");
                break;
            case LicenceCheckVerdict.SubjectNotCovered:
                yield return facts.Subject is { IsSynced: true }
                    ? new(
                        "Active Directory에서 동기화된 계정이므로 재설정을 기록하려면 Entra ID P1/P2 또는 Microsoft 365 Business Premium이 필요합니다.",
                        "The account is synced from Active Directory: writing a reset back takes Entra ID P1/P2 or Microsoft 365 Business Premium.")
                    : new(
                        "클라우드 계정의 셀프 서비스 재설정은 Microsoft 365 Business Standard 이상이면 되고, 쓰기 저장은 P1/P2 또는 Business Premium이 필요합니다.",
                        "For a cloud account self-service reset takes Microsoft 365 Business Standard or higher; writeback takes P1/P2 or Business Premium.");
                yield return new(
                    "예전에 있었던 플랜과 관리자가 끈 플랜은 세지 않았습니다.",
                    "Plans of the past and plans that an administrator switched off are not counted.");
                break;
            case LicenceCheckVerdict.TenantPremium:
                yield return new(
                    "셀프 서비스 재설정과 쓰기 저장을 사용할 수 있지만, 사용하는 사람마다 라이선스가 할당되어 있어야 합니다.",
                    "Self-service reset and writeback can be used, and everybody who uses them must be assigned a licence.");
                break;
            case LicenceCheckVerdict.TenantFree:
                yield return new(
                    "쓰기 저장에는 P1/P2 또는 Microsoft 365 Business Premium, 클라우드 계정의 셀프 서비스 재설정에는 Business Standard 이상이 필요합니다.",
                    "Writeback takes P1/P2 or Microsoft 365 Business Premium; self-service reset of cloud accounts takes Business Standard or higher.");
                break;
            default:
                yield return new("무엇을 확인하지 못했는지는 아래에 있습니다.", "What could not be seen stands below.");
                break;
        }
    }
}
