using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.OwnError;

/// <summary>What is said about an error of one's own.</summary>
/// <remarks>Source: Entra «Troubleshoot self-service password reset», «Smart lockout», «Password protection».</remarks>
internal static class OwnErrorText
{
    public const string RegisterUrl = "https://aka.ms/ssprsetup";

    public static readonly Sentence Failed = new("마지막 실패", "Last failure");
    public static readonly Sentence Reason = new("기록된 이유", "Reason in the log");
    public static readonly Sentence HowToReset = new("내게 맞는 재설정 방법", "How I can reset it");
    public static readonly Sentence HowToChange = new("암호 변경하기", "Change my password");
    public static readonly Sentence Register = new("확인 방법 등록하기", "Register a method");
    public static readonly Sentence TheSignIns = new("로그인 기록", "Your sign-in log");
    public static readonly Sentence TheAudits = new("감사 로그", "The audit log of your account");
    public static readonly Sentence TheMethods = new("등록된 확인 방법", "Your registered methods");
    public static readonly Sentence TheDomain = new("계정의 도메인", "The domain of your account");

    private static readonly Sentence NotYou = new(
        "직접 해결할 수 없는 문제입니다. 헬프데스크에 아래 내용과 실패한 시각을 전달해 주세요.",
        "You cannot mend it yourself. Pass what follows and the time of the failure to the help desk.");

    private static readonly Sentence PasteTheCode = new(
        "화면에 나온 코드나 오류 문장을 여기에 붙여 넣어 주시면 설명해 드립니다(예: SSPR_0030, AADSTS50053).",
        "Paste the code or the message from the page here and I will explain it (such as SSPR_0030 or AADSTS50053).");

    /// <param name="verdict">The verdict.</param>
    /// <param name="known">What is known of the failure's code; null for nothing.</param>
    public static Sentence Headline(OwnErrorVerdict verdict, ErrorEntry? known) => verdict switch
    {
        OwnErrorVerdict.Elsewhere => new("암호는 다른 곳에서 관리하므로 오류도 그곳에 있습니다", "Your password is kept elsewhere, and so is the error"),
        OwnErrorVerdict.Locked => new("잘못된 암호를 여러 번 입력해 계정이 잠겼습니다", "Too many wrong passwords have locked your account"),
        OwnErrorVerdict.MaliciousAddress => new("접속한 IP 주소 때문에 로그인이 차단되었습니다", "Your sign-in is blocked because of the address it comes from"),
        OwnErrorVerdict.Throttled => new("시도 횟수가 많아 셀프 서비스 재설정이 24시간 동안 막혔습니다", "Too many tries: self-service reset is closed to you for 24 hours"),
        OwnErrorVerdict.WeakPassword => new("새 암호가 너무 쉽거나 금지 목록에 있어 거부되었습니다", "Your new password was too simple or on the banned list"),
        OwnErrorVerdict.OnPremisesPolicy => new("회사 Active Directory의 암호 규칙이 새 암호를 거부했습니다", "Active Directory's password rules refused your new password"),
        OwnErrorVerdict.WritebackUnreachable => new("회사 Active Directory에 연결하지 못해 암호가 바뀌지 않았습니다", "Active Directory could not be reached, so nothing was changed"),
        OwnErrorVerdict.NotRegistered => new("재설정에 쓸 수 있는 확인 방법이 등록되어 있지 않습니다", "No method that a reset accepts is registered for you"),
        OwnErrorVerdict.NotEnabled => new("이 계정에는 셀프 서비스 재설정이 허용되어 있지 않습니다", "Self-service reset is not enabled for your account"),
        OwnErrorVerdict.Explained when known is not null => new($"마지막 시도가 실패했습니다: {known.Meaning["ko"]}", $"Your last try failed: {known.Meaning["en"]}"),
        OwnErrorVerdict.Explained => new("마지막 시도가 실패했습니다", "Your last try failed"),
        OwnErrorVerdict.NothingFound => new("지난 24시간 기록에 실패가 없습니다", "The logs hold no failure of the last 24 hours"),
        _ => new("오류의 원인을 확인할 수 없습니다", "What went wrong cannot be told from here"),
    };

    public static IEnumerable<Sentence> Steps(OwnErrorConclusion conclusion) => conclusion.Verdict switch
    {
        OwnErrorVerdict.Elsewhere =>
        [
            new("평소 로그인하는 조직이나 회사의 로그인 시스템에서 암호를 확인합니다. 그곳의 헬프데스크에 오류 코드와 시각을 알려 주세요.",
                "The organisation or the sign-in system that you normally use checks your password. Give its help desk the code and the time."),
            PasteTheCode,
        ],
        OwnErrorVerdict.Locked =>
        [
            new("1분 이상 기다린 뒤 다시 로그인해 보세요. 틀릴 때마다 잠금 시간이 길어집니다.", "Wait for at least a minute and try again; each further mistake makes the lock longer."),
            new("암호를 잊었다면 재설정이 잠금도 풉니다.", "If you have forgotten it, a reset also ends the lock."),
        ],
        OwnErrorVerdict.MaliciousAddress =>
        [
            new("암호가 맞아도 거부되므로 재설정은 도움이 되지 않습니다.", "Even the right password is refused, so a reset does not help."),
            new("VPN을 끄거나 다른 네트워크에서 시도하고, 계속되면 보안 담당자에게 알려 주세요.", "Switch a VPN off or use another network; if it goes on, tell your security team."),
        ],
        OwnErrorVerdict.Throttled =>
        [
            conclusion.Trouble is { At: var at }
                ? new($"마지막 시도부터 24시간 뒤인 {When.Local(at + OwnErrorRules.Recent)} 이후에 다시 할 수 있습니다. 그 전에 시도하면 더 늦어질 수 있습니다.",
                    $"It opens again after {When.Local(at + OwnErrorRules.Recent)}, 24 hours after the last try; a try before that may move it.")
                : new("마지막 시도부터 24시간 뒤에 다시 할 수 있습니다.", "It opens again 24 hours after the last try."),
            new("급하면 헬프데스크에 재설정을 요청해 주세요. 관리자의 재설정은 막히지 않습니다.", "If it cannot wait, ask the help desk for a reset: an administrator's is not held up."),
        ],
        OwnErrorVerdict.NothingFound =>
        [
            new("기록은 몇 분 늦게 나타납니다. 다시 시도하고, 화면의 지원 코드와 시각을 적어 두세요.", "Logs are some minutes late. Try again, and note the support code and the time on the page."),
            PasteTheCode,
        ],
        OwnErrorVerdict.CannotTell => [PasteTheCode],
        var atTheReset => AtTheReset(atTheReset),
    };

    /// <summary>A failure that has no answer of its own: what its code means, or that it is not known.</summary>
    public static IEnumerable<Sentence> Explained(string? code, ErrorEntry? known) => known is null
        ?
        [
            code is null
                ? new("기록에 이유가 남아 있지 않습니다.", "The log gives no reason.")
                : new($"기록된 이유: {CardText.Plain(code, 120)}. 내 목록에 없는 이유라 추측하지 않겠습니다.", $"Its reason: {CardText.Plain(code, 120)}. It is not on my list, and I will not guess."),
            PasteTheCode,
        ]
        :
        [
            .. known.Who is ErrorActor.User ? Array.Empty<Sentence>() : [NotYou],
            Numbered.Steps(known),
        ];

    private static IEnumerable<Sentence> AtTheReset(OwnErrorVerdict verdict) => verdict switch
    {
        OwnErrorVerdict.WeakPassword =>
        [
            new("이름, 회사명, 계절, 연도처럼 흔한 단어를 빼고 더 긴 암호를 고르세요. o를 0으로 바꾼 것도 같은 단어로 봅니다.",
                "Choose a longer one without names, the company's name, seasons or years; 0 for o does not hide a word."),
        ],
        OwnErrorVerdict.OnPremisesPolicy =>
        [
            new("길이, 복잡성, 이전 암호 재사용, 최소 사용 기간은 Active Directory가 정합니다. 오늘 이미 바꾸었다면 내일 다시 시도하세요.",
                "Active Directory decides on length, complexity, old passwords and the minimum age. If you changed it today already, try again tomorrow."),
            new("규칙을 모르면 헬프데스크에 문의해 주세요.", "Ask the help desk for the rules if you do not know them."),
        ],
        OwnErrorVerdict.WritebackUnreachable =>
        [
            new("암호는 이전 그대로입니다. 몇 분 뒤에 다시 시도하세요.", "Your old password still holds. Try again in some minutes."),
            new("계속되면 헬프데스크에 SSPR_0030과 시각을 알려 주세요. Connect 서버의 연결을 점검해야 합니다.",
                "If it goes on, give the help desk SSPR_0030 and the time: the Connect server's connection has to be looked at."),
        ],
        OwnErrorVerdict.NotRegistered =>
        [
            new("지금 로그인되어 있으니 휴대폰, 이메일, Authenticator 가운데 하나를 등록해 두세요.", "You are signed in now: register a phone, a mail address or the Authenticator app."),
            new("로그인할 수 없다면 헬프데스크가 먼저 재설정해야 합니다.", "If you cannot sign in, the help desk has to reset it first."),
        ],
        OwnErrorVerdict.NotEnabled =>
        [
            new("조직이나 그룹의 정책입니다. 헬프데스크에 재설정을 요청하거나, 셀프 서비스 재설정 그룹에 넣어 달라고 요청해 주세요.",
                "It is the policy of the organisation or of its groups. Ask the help desk for a reset, or to be put into the group that may."),
        ],
        _ => [],
    };
}
