using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.BladeMissing;

/// <summary>What the answer about the missing page says.</summary>
/// <remarks>Source: Entra «Troubleshoot self-service password reset», «Licensing requirements for self-service password reset».</remarks>
internal static class BladeMissingText
{
    public const string PageUrl = "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/PasswordResetMenuBlade/~/Properties";

    public static readonly Sentence MyLicences = new("내 라이선스", "Your licences");
    public static readonly Sentence TenantLicences = new("테넌트의 구독", "The tenant's subscriptions");
    public static readonly Sentence MyRoles = new("내 역할(활성)", "Your active roles");
    public static readonly Sentence OpenPage = new("암호 재설정 페이지 열기", "Open the Password reset page");
    public static readonly Sentence CheckSomebody = new("특정 사용자를 재설정할 수 있는지 확인", "Check whether I may reset somebody");
    public static readonly Sentence CheckLicences = new("라이선스 확인", "Check the licences");

    public static readonly Sentence OnePerson = new(
        "한 사람의 암호를 재설정하는 데는 이 페이지가 필요 없습니다. 그 버튼은 Entra ID > 사용자의 해당 사용자 페이지에 있습니다.",
        "To reset one person's password you do not need this page: that button is on the person's own page under Entra ID > Users.");

    public static Sentence Premium(bool has) => has ? new("Entra ID P1 이상", "Entra ID P1 or higher") : new("P1·P2 없음", "neither P1 nor P2");

    public static Sentence Headline(BladeMissingVerdict verdict) => verdict switch
    {
        BladeMissingVerdict.TenantFree => new("테넌트에 Entra ID P1·P2가 없습니다", "The tenant has neither Entra ID P1 nor P2"),
        BladeMissingVerdict.NoOwnLicence => new("내 계정에 Entra ID P1·P2 라이선스가 없어 페이지가 숨겨질 수 있습니다", "You have no Entra ID P1 or P2 of your own, which can hide the page"),
        BladeMissingVerdict.RoleInsufficient => new("이 설정을 바꿀 수 있는 역할이 없습니다", "You hold no role that may change these settings"),
        BladeMissingVerdict.AllThere => new("모두 갖추어져 있습니다: Entra ID > 암호 재설정에 있습니다", "Everything is there: look under Entra ID > Password reset"),
        _ => new("페이지가 보이지 않는 이유를 확인하지 못했습니다", "It could not be told why the page is not shown"),
    };

    public static IEnumerable<Sentence> Reasons(BladeMissingVerdict verdict)
    {
        switch (verdict)
        {
            case BladeMissingVerdict.TenantFree:
                yield return new(
                    "셀프 서비스 재설정 설정에는 Entra ID P1/P2가 필요합니다. Microsoft 365 Business Standard 이상이면 클라우드 계정에 한해 사용할 수 있습니다.",
                    "The settings of self-service reset take Entra ID P1/P2; with Microsoft 365 Business Standard or higher they work for cloud accounts.");
                break;
            case BladeMissingVerdict.NoOwnLicence:
                yield return new(
                    "다른 사람이 모두 갖고 있어도 관리자 본인에게 라이선스가 없으면 이 페이지가 숨겨집니다. 할당한 뒤 로그아웃하고 다시 로그인해 주세요.",
                    "It is hidden from an administrator without a licence, even if everybody else has one. Assign one, sign out, sign in again.");
                break;
            case BladeMissingVerdict.RoleInsufficient:
                yield return new(
                    "이 설정을 바꾸려면 인증 정책 관리자 또는 전역 관리자여야 합니다. PIM을 쓴다면 먼저 역할을 활성화해 주세요.",
                    "Changing these settings takes an Authentication Policy Administrator or a Global Administrator. With PIM, activate the role first.");
                break;
            case BladeMissingVerdict.AllThere:
                yield return new(
                    "예전에는 '보호' 아래에 있었습니다. 방금 라이선스나 역할을 받았다면 로그아웃하고 다시 로그인해 주세요.",
                    "It used to be under Protection. If you got the licence or the role just now, sign out and in again.");
                break;
            default:
                yield return new(
                    "내 라이선스와 내 역할을 읽어야 판단할 수 있습니다.",
                    "It takes your own licences and your roles.");
                break;
        }
    }
}
