using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What a dry run says.</summary>
internal static class ForecastText
{
    public static readonly Sentence NotRead = new("대상을 읽지 못했습니다. 잠시 후 다시 물어봐 주세요.", "The person could not be read. Ask again in a moment.");
    public static readonly Sentence Agent = new("상담원", "Agent");
    public static readonly Sentence Subject = new("대상", "User");
    public static readonly Sentence Kind = new("계정 종류", "Kind of account");
    public static readonly Sentence Level = new("확인 수준", "Level");
    public static readonly Sentence Shown = new("필요한 확인", "What has to be shown");
    public static readonly Sentence Told = new("알림", "Who would be told");
    public static readonly Sentence TheyAndManager = new("본인은 결과와 관계없이, 디렉터리의 상사는 변경되었을 때", "The person, whatever becomes of it; their manager of record where something was changed.");

    public static readonly Sentence Nothing = new(
        "예행연습입니다. 아무것도 변경되지 않았고, 아무에게도 묻거나 알리지 않았으며, 한도에도 세지 않습니다.",
        "This was a dry run: nothing was changed, nobody was asked or told, and it counts against no limit.");

    public static readonly Sentence WithoutLimits = new(
        "최근 요청, 한도, 차단은 그 상담원 본인과 CredBot 운영자에게만 보여 드립니다.",
        "Recent requests, limits and freezes are told to that agent and to operators of CredBot alone.");

    public static readonly Sentence AsTheyRead = new("그 상담원은 이렇게 읽게 됩니다:", "What that agent would read:");
    public static readonly Sentence ThreatRaised = new("위협 수준이 높아져 한 단계가 더해졌습니다.", "The threat level is raised, which adds one level.");
    public static readonly Sentence PassToo = new("임시 액세스 패스도 발급할 수 있고, 그쪽이 더 안전합니다.", "A Temporary Access Pass could be issued as well, and is the safer help.");

    public static Sentence Headline(Forecast forecast, string agent, string subject) => forecast switch
    {
        { Failure: not null } => new($"거부됩니다: {agent} → {subject}", $"It would be refused: {agent} → {subject}"),
        { Intended: Purpose.IdentityCheck } => new($"본인 확인만 하게 됩니다: {agent} → {subject}", $"It would verify and change nothing: {agent} → {subject}"),
        _ => new($"확인 후 재설정됩니다: {agent} → {subject}", $"It would be done after verification: {agent} → {subject}"),
    };

    public static Sentence Recent(int raise) => new($"최근 재설정 등으로 {raise}단계가 더해졌습니다.", $"Levels on top, for recent resets and the like: {raise}.");
}
