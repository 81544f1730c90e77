using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.ChangePassword;

/// <summary>What the answer about changing one's own password says.</summary>
/// <remarks>Source: Entra «Password policies and account restrictions», «App passwords»; links are constants.</remarks>
internal static class ChangePasswordText
{
    public const string ChangeUrl = "https://mysignins.microsoft.com/security-info/password/change";

    public static readonly Sentence OpenChange = new("암호 변경 페이지 열기", "Open the change page");
    public static readonly Sentence Forgotten = new("지금 암호를 잊었어요", "I have forgotten the present one");
    public static readonly Sentence ExpiresOn = new("만료", "Expires");
    public static readonly Sentence TheDomain = new("계정의 도메인(암호 유효 기간)", "The domain of your account, and how long its passwords last");
    public static readonly Sentence TheLicences = new("내 라이선스", "Your licences");

    private static readonly Sentence AppPasswords = new(
        "앱 암호는 예전 사용자별 MFA에서만 쓰이며 CredBot이 읽을 수 없습니다. 있다면 내 보안 정보에서 지우고 최신 앱으로 바꾸는 것이 좋습니다.",
        "App passwords belong to the old per-user MFA and CredBot cannot read them. If you have any, delete them in your security info and use a current app.");

    public static Sentence Headline(ChangePasswordVerdict verdict, int daysLeft) => verdict switch
    {
        ChangePasswordVerdict.Guest => new("암호는 소속 조직에서 변경합니다", "Your password is changed in your home organisation"),
        ChangePasswordVerdict.Disabled => new("계정이 사용 중지되어 있습니다", "Your account is disabled"),
        ChangePasswordVerdict.Federated => new("암호는 다른 로그인 시스템에서 변경합니다", "Your password is changed in another sign-in system"),
        ChangePasswordVerdict.Synced => new("회사 PC나 웹에서 변경할 수 있습니다(AD와 동기화됨)", "You can change it at a company PC or on the web (synced with Active Directory)"),
        ChangePasswordVerdict.SyncedOnPremisesOnly => new("회사 PC에서만 변경할 수 있습니다(AD와 동기화됨)", "You can change it at a company PC only (synced with Active Directory)"),
        ChangePasswordVerdict.NeverExpires => new("웹에서 변경할 수 있으며, 암호는 만료되지 않습니다", "You can change it on the web; your password does not expire"),
        ChangePasswordVerdict.Expires => new(
            $"웹에서 변경할 수 있으며, {daysLeft}일 뒤에 만료됩니다",
            daysLeft is 1 ? "You can change it on the web; it expires in a day" : $"You can change it on the web; it expires in {daysLeft} days"),
        ChangePasswordVerdict.Expired => new("암호가 만료되었습니다. 지금 변경해 주세요", "Your password has expired: change it now"),
        _ => new("만료일을 확인하지 못했지만, 변경은 웹에서 할 수 있습니다", "It could not be told when it expires; the change page shows the way"),
    };

    public static IEnumerable<Sentence> Steps(ChangePasswordVerdict verdict)
    {
        switch (verdict)
        {
            case ChangePasswordVerdict.Guest:
                yield return new(
                    "게스트 계정입니다. 평소 로그인하는 조직의 암호 변경 페이지를 이용해 주세요. 여기서는 바꿀 수 없습니다.",
                    "You are a guest here. Use the change page of the organisation you normally sign in to; it cannot be changed here.");
                break;
            case ChangePasswordVerdict.Disabled:
                yield return new("암호를 바꿔도 로그인할 수 없습니다. 헬프데스크에 계정 사용을 요청해 주세요.", "A new password would not let you in. Ask the help desk to enable the account.");
                break;
            case ChangePasswordVerdict.Federated:
                yield return new("회사의 로그인 페이지에 있는 암호 변경을 이용해 주세요.", "Use the change page of your company's own sign-in system.");
                break;
            case ChangePasswordVerdict.Synced or ChangePasswordVerdict.SyncedOnPremisesOnly:
                yield return new(
                    "회사 PC에서 Ctrl+Alt+Del → 암호 변경을 선택합니다. 회사 네트워크(또는 VPN)에 연결되어 있어야 합니다.",
                    "At a company PC press Ctrl+Alt+Del → Change a password, on the company network or VPN.");
                yield return verdict is ChangePasswordVerdict.Synced
                    ? new(
                        "웹에서 바꾸면 Active Directory에 다시 기록됩니다. 기록 기능이 켜져 있는지는 관리자만 볼 수 있습니다.",
                        "A change on the web is written back to Active Directory; whether that is switched on only administrators can see.")
                    : new(
                        "웹에서의 변경을 AD에 기록하려면 Microsoft Entra ID P1 또는 Microsoft 365 Business Premium 라이선스가 필요합니다.",
                        "Writing a change on the web back takes Microsoft Entra ID P1 or Microsoft 365 Business Premium, which you do not have.");
                yield return new(
                    "AD의 최소 사용 기간 정책 때문에 최근에 바꾼 암호는 곧바로 다시 바꿀 수 없을 수도 있습니다.",
                    "Active Directory may refuse to change a password that is younger than its minimum age.");
                break;
            default:
                yield return new(
                    "지금 암호를 알고 있어야 합니다. 직전 암호는 다시 쓸 수 없습니다. 8자 이상이며 대문자, 소문자, 숫자, 기호 중 세 종류를 넣어 주세요.",
                    "You need the present password, and the last one cannot be used again. At least 8 characters, of three kinds out of upper case, lower case, digits and symbols.");
                yield return AppPasswords;
                break;
        }
    }
}
