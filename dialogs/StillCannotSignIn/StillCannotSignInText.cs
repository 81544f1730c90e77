using CredBot.Dialogs.Language;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.StillCannotSignIn;

/// <summary>What is said about somebody who still cannot sign in.</summary>
/// <remarks>Source: Entra «How does self-service password reset writeback work», «Smart lockout», «authentication and authorization error codes».</remarks>
internal static class StillCannotSignInText
{
    public static readonly Sentence ResetNow = new("다시 재설정하기", "Reset it again");
    public static readonly Sentence OpenLookup = new("Microsoft 설명 열기", "Open Microsoft's page");
    public static readonly Sentence SessionsRevoked = new("세션 취소", "Sessions revoked");
    public static readonly Sentence LastSync = new("마지막 동기화", "Last synced");
    public static readonly Sentence LastAttempt = new("마지막 로그인 시도", "Last attempt");
    public static readonly Sentence Succeeded = new("성공", "succeeded");
    public static readonly Sentence CloudReset = new("클라우드에서만 재설정", "Reset in the cloud only");
    public static readonly Sentence Risk = new("위험 수준", "Risk level");
    public static readonly Sentence TheSignIns = new("로그인 기록", "The sign-in log");
    public static readonly Sentence TheAudits = new("감사 로그", "The audit log");
    public static readonly Sentence TheRisk = new("ID 보호의 위험 정보(Entra ID P2)", "The risk that Identity Protection sees (Entra ID P2)");
    public static readonly Sentence TheDomain = new("계정의 도메인", "The domain of the account");

    /// <summary>Whether the reset reached Active Directory could not be looked up.</summary>
    public static readonly Sentence PerhapsCloudOnly = new(
        "동기화된 계정입니다. Microsoft 365 관리 센터나 그 모바일 앱에서 재설정했다면 Active Directory에는 이전 암호가 남아 있으니 여기(아래 버튼)에서 다시 재설정하세요.",
        "The account is synced. If it was reset in the Microsoft 365 admin center or its mobile app, Active Directory still has the old password: reset it again here (the button below).");

    public static Sentence By(string? who) => who is null ? new("누가 했는지 알 수 없음", "by somebody unnamed") : new(who, $"by {who}");

    public static Sentence Headline(StillCannotSignInVerdict verdict, string name, int code) => verdict switch
    {
        StillCannotSignInVerdict.Guest => new($"{name} 님의 암호는 소속 조직에 있습니다", $"{name}'s password lives in their home organisation"),
        StillCannotSignInVerdict.Disabled => new($"{name} 님의 계정이 사용 중지되어 있습니다", $"{name}'s account is disabled"),
        StillCannotSignInVerdict.Federated => new($"{name} 님의 암호는 다른 로그인 시스템에서 확인합니다", $"Another sign-in system checks {name}'s password"),
        StillCannotSignInVerdict.Risky => new($"{name} 님은 위험한 사용자로 표시되어 로그인이 차단될 수 있습니다", $"{name} is marked as a risky user, which may block the sign-in"),
        StillCannotSignInVerdict.MaliciousAddress => new($"{name} 님은 접속한 IP 주소 때문에 거부됩니다", $"{name} is refused because of the address, not the password"),
        StillCannotSignInVerdict.Locked => new($"{name} 님의 계정이 잠겨 있습니다", $"{name}'s account is locked"),
        StillCannotSignInVerdict.OnPremisesExpired => new($"{name} 님의 Active Directory 암호가 만료되었습니다", $"{name}'s password in Active Directory has expired"),
        StillCannotSignInVerdict.NotThePassword => new($"{name} 님의 암호가 아니라 다단계 인증이나 조건부 액세스가 막고 있습니다(AADSTS{code})", $"Not the password: multifactor authentication or Conditional Access stops {name} (AADSTS{code})"),
        StillCannotSignInVerdict.CloudOnlyReset => new($"{name} 님은 클라우드에서만 재설정되어 Active Directory에는 이전 암호가 남아 있습니다", $"{name} was reset in the cloud only; Active Directory still has the old password"),
        StillCannotSignInVerdict.MustChange => new($"{name} 님은 로그인할 때 암호를 새로 정해야 합니다", $"{name} must choose a new password at the next sign-in"),
        StillCannotSignInVerdict.JustChanged => new($"{name} 님의 암호가 방금 변경되었습니다. 몇 분 기다려 주세요", $"{name}'s password changed only minutes ago: wait a little"),
        StillCannotSignInVerdict.Works => new($"{name} 님은 새 암호로 로그인했습니다", $"{name} has signed in since the password changed"),
        StillCannotSignInVerdict.OtherError => new($"{name} 님의 로그인이 AADSTS{code}(으)로 실패합니다", $"{name}'s sign-in fails with AADSTS{code}"),
        StillCannotSignInVerdict.NoAttempt => new($"암호를 바꾼 뒤 {name} 님의 로그인 시도가 기록에 없습니다", $"No attempt of {name} has reached Entra since the password changed"),
        _ => new($"{name} 님이 왜 로그인하지 못하는지 확인할 수 없습니다", $"It cannot be told why {name} cannot sign in"),
    };

    public static IEnumerable<Sentence> Steps(StillCannotSignInVerdict verdict, bool synced) => verdict switch
    {
        StillCannotSignInVerdict.Guest =>
            [new("게스트이므로 여기서 재설정해도 소용이 없습니다. 소속 조직의 헬프데스크가 재설정해야 합니다.", "They are a guest, so nothing that is reset here reaches them. Their own organisation's help desk has to reset it.")],
        StillCannotSignInVerdict.Disabled =>
            [new("새 암호로는 로그인할 수 없습니다. 먼저 계정을 사용하도록 설정해야 합니다.", "No new password lets them in. The account has to be enabled first.")],
        StillCannotSignInVerdict.Federated =>
            [new("도메인이 페더레이션되어 클라우드의 암호는 쓰이지 않습니다. 회사의 로그인 시스템(AD FS 등)에서 재설정하세요.", "Their domain is federated, so the password in the cloud is not used. Reset it in the company's sign-in system (AD FS or another).")],
        StillCannotSignInVerdict.Risky =>
            [new("위험을 조사하고, 보안 관리자가 위험을 해제하거나 본인이 다단계 인증으로 암호를 바꾸어야 합니다.", "Look into the risk; a Security Administrator dismisses it, or they change the password with multifactor authentication.")],
        StillCannotSignInVerdict.MaliciousAddress =>
            [new("암호가 맞아도 거부됩니다. VPN을 끄거나 다른 네트워크에서 시도하고, 그 주소를 보안 담당자에게 알리세요.", "Even the right password is refused. Try without a VPN or from another network, and tell the security team of the address.")],
        StillCannotSignInVerdict.Locked =>
            [new("이 암호로 바뀐 뒤에도 잘못된 암호가 여러 번 입력되었습니다. 1분 이상 기다리거나 다시 재설정하면 잠금이 풀립니다.", "Wrong passwords were typed since it changed. Waiting at least a minute, or another reset, ends the lock."),
             new("저장된 이전 암호로 계속 시도하는 기기나 앱이 없는지 확인하세요.", "Look for a device or an app that keeps trying an old password.")],
        StillCannotSignInVerdict.OnPremisesExpired =>
            [new("클라우드가 아니라 Active Directory의 암호가 만료되었습니다. 다시 기록되는 재설정(아래 버튼)이나 AD에서의 변경이 필요합니다.", "It is Active Directory's password that expired. It takes a reset that is written back (the button below) or a change in AD.")],
        StillCannotSignInVerdict.NotThePassword =>
            [new("암호는 맞았습니다. 재설정을 되풀이해도 달라지지 않습니다.", "The password was right; another reset changes nothing.")],
        StillCannotSignInVerdict.CloudOnlyReset =>
            [new("Microsoft 365 관리 센터와 그 모바일 앱의 재설정은 Active Directory에 다시 기록되지 않습니다.", "Resets in the Microsoft 365 admin center and its mobile app are not written back to Active Directory."),
             new("여기(아래 버튼)나 Entra 관리 센터에서 다시 재설정하세요.", "Reset it again here (the button below) or in the Entra admin center.")],
        StillCannotSignInVerdict.MustChange =>
            [new("임시 암호로 브라우저(예: https://myaccount.microsoft.com)에서 로그인해 새 암호를 정해야 합니다. 일부 앱은 이 화면을 보여 주지 못합니다.", "They sign in with the temporary password in a browser (such as https://myaccount.microsoft.com) and choose a new one; some apps cannot show that page.")],
        StillCannotSignInVerdict.JustChanged =>
            [new("새 암호가 모든 곳에 알려지는 데 몇 분이 걸립니다. 10분 뒤에도 안 되면 다시 물어봐 주세요.", "A new password takes some minutes to be known everywhere. Ask me again if it still fails after ten.")],
        StillCannotSignInVerdict.Works => synced
            ? [new("클라우드 로그인은 됩니다. 회사 PC에서만 안 된다면 Active Directory의 암호가 다른지 확인하세요.", "Signing in to the cloud works. If it fails on a company PC only, see whether Active Directory has another password.")]
            : [new("암호는 맞습니다. 한 앱에서만 안 된다면 그 앱에서 로그아웃한 뒤 다시 로그인하게 하세요.", "The password is right. If one app alone fails, have them sign out of it and in again.")],
        StillCannotSignInVerdict.NoAttempt =>
            [new("기록은 몇 분 늦고 6일 전까지만 봅니다. 다른 계정이나 다른 조직으로 시도하고 있거나 Windows 로그인처럼 Entra에 닿지 않는 곳일 수 있습니다.", "The log is some minutes late and was read for six days. They may be typing another account or organisation, or sign in where Entra is not asked, such as to Windows.")],
        StillCannotSignInVerdict.CannotTell =>
            [new("볼 수 있는 것에서는 이상이 없습니다. 계정이 차단되었다거나 로그인할 때 암호를 바꾸라는 표시는 보이지 않았습니다.", "What can be seen is in order: nothing shows that the account is blocked or that a new password is demanded at sign-in."),
             new("로그인 화면의 코드(AADSTS…)를 여기에 붙여 넣어 주시면 설명해 드립니다.", "Paste the code of the sign-in page (AADSTS…) here and I will explain it.")],
        _ => [],
    };

    /// <summary>What the code means, or that it is not known.</summary>
    public static IEnumerable<Sentence> Explained(ErrorEntry? known) => known is null
        ? [new("내 목록에 없는 코드라 추측하지 않겠습니다. 아래에서 Microsoft의 설명을 볼 수 있습니다.", "The code is not on my list, and I will not guess. Microsoft's own page is below.")]
        :
        [
            new($"**{known.Meaning["ko"]}**", $"**{known.Meaning["en"]}**"),
            Numbered.Steps(known),
        ];
}
