using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Hybrid;

/// <summary>What is said about a tenant and its Active Directory.</summary>
/// <remarks>Source: Entra «Enable self-service password reset writeback», «Troubleshoot self-service password reset writeback».</remarks>
internal static class HybridText
{
    public const string EntraUrl = "https://entra.microsoft.com";
    public const string FixesUrl = "https://learn.microsoft.com/entra/identity/authentication/troubleshoot-sspr-writeback";

    public static readonly Sentence OpenEntra = new("Entra 관리 센터 열기", "Open the Entra admin center");
    public static readonly Sentence OpenFixes = new("쓰기 저장 문제 해결", "Writeback: errors and fixes");
    public static readonly Sentence Synced = new("Active Directory 동기화", "Synced from Active Directory");
    public static readonly Sentence LastSync = new("마지막 동기화", "Last sync");
    public static readonly Sentence Licence = new("P1/P2 라이선스 구매", "P1 or P2 bought");
    public static readonly Sentence LastSwitch = new("쓰기 저장 설정 변경", "Writeback last switched");
    public static readonly Sentence Hashes = new("암호 해시 동기화", "Password hashes synced");

    public static readonly Sentence TheTenant = new("테넌트 정보", "The tenant");
    public static readonly Sentence TheLicences = new("테넌트의 라이선스", "The tenant's licences");
    public static readonly Sentence TheAudits = new("감사 로그의 쓰기 저장 변경 기록", "The audit log of the writeback switch");
    public static readonly Sentence TheFeatures = new("동기화 기능 설정", "The settings of the sync");

    private static readonly Sentence WhereItIs = new(
        "온-프레미스 통합 페이지는 **Entra ID > 암호 재설정** 아래에 있습니다. 그래도 보이지 않으면 로그인한 관리자 본인의 라이선스와 역할을 확인하세요.",
        "The On-premises integration page is under **Entra ID > Password reset**. If it is still not shown, look at the licence and the role of the administrator who signs in.");

    public static Sentence Headline(HybridVerdict verdict, HybridFacts facts, DateTimeOffset now) => verdict switch
    {
        HybridVerdict.CloudOnly => new("클라우드 전용 테넌트이므로 이 페이지가 없는 것이 정상입니다", "The tenant is cloud-only, so the page is not meant to be there"),
        HybridVerdict.Stale => Stale(facts, now),
        HybridVerdict.NoLicence => new("동기화는 되지만 쓰기 저장에 필요한 라이선스가 없습니다", "The tenant syncs, but has no licence for password writeback"),
        HybridVerdict.WritebackDisabled => new("암호 쓰기 저장이 꺼졌습니다", "Password writeback was switched off"),
        HybridVerdict.WritebackEnabled => new("암호 쓰기 저장이 켜져 있습니다", "Password writeback is switched on"),
        HybridVerdict.NoEvent => new("암호 쓰기 저장의 상태를 알려 주는 기록이 없습니다", "No record tells whether password writeback is on"),
        _ => new("암호 쓰기 저장의 상태를 확인할 수 없습니다", "It cannot be told whether password writeback is on"),
    };

    public static IEnumerable<Sentence> Steps(HybridVerdict verdict, HybridFacts facts) => verdict switch
    {
        HybridVerdict.CloudOnly =>
        [
            facts.Organization is { OnPremisesSyncEnabled: false }
                ? new("이전에는 동기화했지만 지금은 하지 않습니다.", "It synced once and does not any more.")
                : new("Active Directory와 동기화한 적이 없습니다.", "It has never synced from an Active Directory."),
            new("암호는 클라우드에서만 관리되므로 쓰기 저장이 필요하지 않습니다.", "Passwords live in the cloud alone, and nothing has to be written back."),
        ],
        HybridVerdict.Stale =>
        [
            new("동기화는 30분마다 실행됩니다. Connect 서버의 ADSync 서비스나 클라우드 동기화 에이전트와 네트워크(443)를 확인하세요.",
                "A sync runs every half hour. Look at the ADSync service of the Connect server, or at the cloud sync agent, and at its network (443)."),
            new("같은 연결을 쓰는 암호 쓰기 저장도 실패할 수 있습니다.", "Password writeback, which goes the same way, may fail as well."),
        ],
        HybridVerdict.NoLicence =>
        [
            new("쓰기 저장에는 Microsoft Entra ID P1/P2 또는 Microsoft 365 Business Premium이 필요합니다.", "Writeback takes Microsoft Entra ID P1 or P2, or Microsoft 365 Business Premium."),
        ],
        HybridVerdict.WritebackDisabled =>
        [
            Told(facts, "껐습니다", "Switched off"),
            new("Connect 또는 클라우드 동기화에서 암호 쓰기 저장을 켜고, 온-프레미스 통합 페이지에서도 허용하세요.", "Switch password writeback on in Connect or cloud sync, and allow it on the On-premises integration page."),
        ],
        HybridVerdict.WritebackEnabled =>
        [
            Told(facts, "켰습니다", "Switched on"),
            WhereItIs,
        ],
        HybridVerdict.NoEvent =>
        [
            new("설정 자체는 API로 읽을 수 없고, 켜거나 끈 기록만 감사 로그에 남습니다. 보관된 기간에는 그런 기록이 없습니다.",
                "The switch itself has no API; only its use is logged, and as far back as the log goes it was not used."),
            WhereItIs,
        ],
        _ =>
        [
            new("설정 자체는 API로 읽을 수 없고, 켜거나 끈 기록만 감사 로그에 남습니다. 아래 항목을 볼 수 있는 사람이 같은 질문을 하면 알 수 있습니다.",
                "The switch itself has no API; only its use is logged. Somebody who may see what is listed below can ask me the same."),
        ],
    };

    public static Sentence SyncState(bool? synced) => synced switch
    {
        true => new("예", "yes"),
        false => new("아니요(이전에는 동기화)", "no (it did once)"),
        _ => new("아니요", "no"),
    };

    public static Sentence YesOrNo(bool yes) => yes ? new("예", "yes") : new("아니요", "no");

    public static Sentence SwitchedBy(AuditRecord change)
    {
        var (on, who) = (change.Activity is AuditRecord.WritebackEnabled, change.By is { } by ? CardText.Plain(by, 80) : "?");
        return new($"{(on ? "켬" : "끔")}, {who}", $"{(on ? "on" : "off")}, by {who}");
    }

    private static Sentence Stale(HybridFacts facts, DateTimeOffset now)
    {
        var hours = facts.Organization?.OnPremisesLastSync is { } last ? (int)(now - last).TotalHours : 0;
        return new($"동기화가 {hours}시간 동안 실행되지 않았습니다", $"The sync has not run for {hours} hours");
    }

    private static Sentence Told(HybridFacts facts, string korean, string english)
    {
        var change = facts.LastSwitch!;
        var at = When.Local(change.At);
        return change.By is { } by
            ? new($"{CardText.Plain(by, 80)} 님이 {at}에 {korean}.", $"{english} by {CardText.Plain(by, 80)}: {at}.")
            : new($"{at}에 {korean}.", $"{english}: {at}.");
    }
}
