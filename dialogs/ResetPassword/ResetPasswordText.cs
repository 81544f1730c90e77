using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>What the answer about one's own password says.</summary>
/// <remarks>Source: Entra «How self-service password reset works»; links are constants, never built from what somebody typed.</remarks>
internal static class ResetPasswordText
{
    public const string RegistrationUrl = "https://aka.ms/ssprsetup";
    public const string MethodsUrl = "https://aka.ms/mysecurityinfo";

    public static readonly Sentence OpenReset = new("암호 재설정 페이지 열기", "Open the reset page");
    public static readonly Sentence OpenRegistration = new("확인 방법 등록하기", "Register a method");
    public static readonly Sentence OpenMethods = new("내 보안 정보 보기", "See my security info");
    public static readonly Sentence Methods = new("등록된 방법", "Registered methods");

    public static readonly Sentence StopWatching = new("확인 그만하기", "Stop watching");

    public static readonly Sentence Watching = new(
        "앞으로 30분 동안 암호가 변경되는지 확인하고, 변경되면 이 카드에 알려 드립니다.",
        "For the next 30 minutes I look whether your password has changed, and say so on this card.");

    public static readonly Sentence Enabled = new("셀프 서비스 재설정 허용", "Self-service reset allowed");
    public static readonly Sentence TheMethods = new("등록된 확인 방법", "Your registered methods");
    public static readonly Sentence TheReport = new("등록 보고서", "The registration report");
    public static readonly Sentence TheDomain = new("계정의 도메인", "The domain of your account");
    public static readonly Sentence TheLicences = new("내 라이선스", "Your licences");
    public static readonly Sentence TheRoles = new("내 역할", "Your roles");
    public static readonly Sentence ThePolicy = new("관리자의 셀프 서비스 재설정 정책", "The policy for administrators' own resets");

    private static readonly Sentence Unread = new("읽을 수 없음", "could not be read");
    private static readonly Sentence NoMethods = new("없음", "none");

    /// <summary>The reset page in the person's language.</summary>
    public static string ResetUrl(string language) => language is "ko" ? "https://aka.ms/sspr?mkt=ko-kr" : "https://aka.ms/sspr";

    public static Sentence Headline(ResetPasswordVerdict verdict) => verdict switch
    {
        ResetPasswordVerdict.Ready => new("직접 암호를 재설정할 수 있습니다", "You can reset your password yourself"),
        ResetPasswordVerdict.ReadySynced => new("직접 암호를 재설정할 수 있습니다(회사 AD와 동기화됨)", "You can reset your password yourself (synced with Active Directory)"),
        ResetPasswordVerdict.NotRegistered => new("먼저 확인 방법을 등록해야 합니다", "Register a method first"),
        ResetPasswordVerdict.NotEnabled => new("이 계정은 셀프 서비스 암호 재설정을 사용할 수 없습니다", "Self-service reset is not enabled for your account"),
        ResetPasswordVerdict.AdminsClosed => new("관리자의 셀프 서비스 암호 재설정이 꺼져 있습니다", "Administrators' own resets are switched off"),
        ResetPasswordVerdict.Unlicensed => new("셀프 서비스 재설정에 필요한 라이선스가 없습니다", "You have no licence that self-service reset takes"),
        ResetPasswordVerdict.NoWriteback => new("재설정한 암호를 회사 AD에 기록할 라이선스가 없습니다", "You have no licence to write a reset back to Active Directory"),
        ResetPasswordVerdict.Guest => new("암호는 소속 조직에서 관리합니다", "Your password lives in your home organisation"),
        ResetPasswordVerdict.Federated => new("암호는 다른 로그인 시스템에서 관리합니다", "Another sign-in system keeps your password"),
        ResetPasswordVerdict.Disabled => new("계정이 사용 중지되어 있습니다", "Your account is disabled"),
        _ => new("내 계정에 맞는 방법을 확인하지 못했습니다", "It could not be told which way fits your account"),
    };

    public static IEnumerable<Sentence> Steps(ResetPasswordVerdict verdict, ResetPasswordFacts account)
    {
        switch (verdict)
        {
            case ResetPasswordVerdict.Ready:
                yield return new(
                    "아래 버튼을 눌러 계정을 입력하고, 등록해 둔 방법으로 본인 확인을 하면 새 암호를 정할 수 있습니다.",
                    "Press the button, type your account, prove it is you with a registered method, and choose a new password.");
                break;
            case ResetPasswordVerdict.ReadySynced:
                yield return new(
                    "아래 버튼에서 재설정하면 회사 Active Directory에도 다시 기록됩니다. AD의 암호 규칙이 적용됩니다.",
                    "Reset with the button; the new password is written back to Active Directory, whose password rules apply.");
                yield return new(
                    "지금 암호를 알고 있고 회사 PC를 사용 중이라면 Ctrl+Alt+Del → 암호 변경이 가장 빠릅니다.",
                    "If you know the present password and sit at a company PC, Ctrl+Alt+Del → Change a password is quickest.");
                break;
            case ResetPasswordVerdict.NotRegistered:
                yield return new(
                    "재설정에 쓸 수 있는 방법(휴대폰, 이메일, Authenticator)이 등록되어 있지 않습니다. 지금 로그인되어 있으니 아래에서 등록해 두면 다음부터 직접 재설정할 수 있습니다.",
                    "No method that counts (phone, e-mail, Authenticator) is registered. You are signed in now: register one below, and from then on you can reset by yourself.");
                yield return new(
                    "이미 암호를 잊어 로그인할 수 없다면 헬프데스크에 재설정이나 임시 액세스 패스를 요청해 주세요.",
                    "If you have forgotten the password and cannot sign in, ask the help desk for a reset or a Temporary Access Pass.");
                break;
            case ResetPasswordVerdict.NotEnabled:
                yield return new("조직의 정책이 허용하지 않습니다. 헬프데스크에 재설정을 요청해 주세요.", "Your organisation's policy does not allow it. Ask the help desk for a reset.");
                break;
            case ResetPasswordVerdict.AdminsClosed:
                yield return new(
                    "관리자 역할이 있는 계정은 이 조직에서 직접 재설정할 수 없습니다. 인증 관리자나 다른 관리자에게 재설정을 요청해 주세요.",
                    "In this organisation accounts with an administrator role do not reset themselves. Ask another administrator who may reset you.");
                break;
            case ResetPasswordVerdict.Unlicensed:
                yield return new(
                    "라이선스가 하나도 할당되어 있지 않아 재설정 페이지에서 SSPR_0012 오류가 납니다. 관리자에게 라이선스를 요청하거나 헬프데스크에 재설정을 요청해 주세요.",
                    "No licence is assigned to you, so the reset page answers SSPR_0012. Ask an administrator for a licence, or the help desk for a reset.");
                break;
            case ResetPasswordVerdict.NoWriteback:
                yield return new(
                    "계정이 Active Directory와 동기화되어 있어 재설정에는 Microsoft Entra ID P1 또는 Microsoft 365 Business Premium 라이선스가 필요합니다. 헬프데스크에 재설정을 요청해 주세요.",
                    "Your account is synced from Active Directory, where a reset takes Microsoft Entra ID P1 or Microsoft 365 Business Premium. Ask the help desk for a reset.");
                break;
            case ResetPasswordVerdict.Guest:
                yield return new(
                    "게스트 계정입니다. 평소 로그인하는 소속 조직의 암호 재설정 페이지나 헬프데스크를 이용해 주세요. 여기서는 바꿀 수 없습니다.",
                    "You are a guest here. Use the reset page or the help desk of the organisation you normally sign in to; it cannot be changed here.");
                break;
            case ResetPasswordVerdict.Federated:
                yield return new(
                    "회사의 로그인 페이지에 있는 암호 재설정을 이용하거나 헬프데스크에 문의해 주세요.",
                    "Use the reset on your company's own sign-in page, or ask the help desk.");
                break;
            case ResetPasswordVerdict.Disabled:
                yield return new("암호를 바꿔도 로그인할 수 없습니다. 헬프데스크에 계정 사용을 요청해 주세요.", "A new password would not let you in. Ask the help desk to enable the account.");
                break;
            default:
                yield return new(
                    "등록된 방법을 읽지 못했습니다. 보안 정보에서 직접 확인하거나 재설정 페이지를 시도해 보세요.",
                    "Your registered methods could not be read. Check your security info yourself, or try the reset page.");
                break;
        }

        if (account.IsAdmin && verdict is (ResetPasswordVerdict.Ready or ResetPasswordVerdict.ReadySynced or ResetPasswordVerdict.NotRegistered))
        {
            yield return new(
                "관리자 역할이 있어 두 가지 방법으로 본인 확인을 해야 합니다.",
                "You hold an administrator role, so two methods are asked for.");
        }
    }

    public static Sentence YesOrNo(bool yes) => yes ? new("예", "yes") : new("아니요", "no");

    public static Sentence MethodNames(IReadOnlyList<string>? methods) => methods switch
    {
        null => Unread,
        [] => NoMethods,
        _ => new(
            string.Join(", ", methods.Select(static method => Method(method).Ko).Distinct()),
            string.Join(", ", methods.Select(static method => Method(method).En).Distinct())),
    };

    private static Sentence Method(string method) => method switch
    {
        MyMethods.Phone => new("전화", "phone"),
        MyMethods.Email => new("이메일", "e-mail"),
        MyMethods.Authenticator => new("Microsoft Authenticator", "Microsoft Authenticator"),
        MyMethods.SoftwareOath => new("인증 앱 코드", "authenticator code"),
        MyMethods.Fido2 => new("패스키", "passkey"),
        MyMethods.WindowsHello => new("Windows Hello", "Windows Hello"),
        MyMethods.TemporaryAccessPass => new("임시 액세스 패스", "Temporary Access Pass"),
        _ => new("기타", "other"),
    };
}
