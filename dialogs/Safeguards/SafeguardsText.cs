using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Safeguards;

/// <summary>What alarms say.</summary>
internal static class SafeguardsText
{
    public static readonly Sentence Alarm = new("경보: 암호 재설정 요청이 막혔습니다", "Alarm: a request for a reset was stopped");
    public static readonly Sentence Denied = new("경보: 본인이 요청하지 않았다고 알려 왔습니다", "Alarm: somebody says that a request was not theirs");
    public static readonly Sentence Suspected = new("경보: 공격으로 보이는 행동이 거부되었습니다", "Alarm: something that looks like an attack was refused");
    public static readonly Sentence Actor = new("행동한 사람의 ID", "Who did it (id)");
    public static readonly Sentence Posed = new("경보: 누군가 헬프데스크 직원을 사칭했습니다", "Alarm: somebody posed as a colleague of the help desk");
    public static readonly Sentence Claimed = new("사칭당한 사람의 ID", "Whose name was used (id)");
    public static readonly Sentence Called = new("연락을 받은 사람의 ID", "Who was called (id)");
    public static readonly Sentence Raised = new("위협 수준을 올렸습니다. 모든 확인 수준이 한 단계 높아집니다", "The threat level is raised: every level is one higher");
    public static readonly Sentence Lowered = new("위협 수준을 내렸습니다", "The threat level is back to normal");
    public static readonly Sentence Agent = new("상담원 ID", "Agent's id");
    public static readonly Sentence Subject = new("대상 ID", "Subject's id");
    public static readonly Sentence Request = new("요청", "Request");
    public static readonly Sentence Why = new("이유", "Why");
    public static readonly Sentence By = new("변경한 사람의 ID", "Changed by (id)");
    public static readonly Sentence When = new("시각", "When");
    public static readonly Sentence Approver = new("승인한 사람 ID", "Approver's id");
    public static readonly Sentence MoreInAudit = new("나머지는 감사 기록에 있습니다.", "The others are in the audit.");
    public static readonly Sentence Lift = new("차단 해제", "Lift the freeze");
    public static readonly Sentence LiftedNow = new("차단을 해제했습니다.", "The freeze is lifted.");
    public static readonly Sentence OperatorsOnly = new("CredBot 운영자만 할 수 있습니다.", "Only an operator of CredBot can do that.");
    public static readonly Sentence RoomByOperators = new(
        "CredBot 운영자가 채널이나 그룹 채팅에서만 정할 수 있습니다.",
        "Only an operator of CredBot can say so, in a channel or group chat.");

    public static readonly Sentence AlarmsComeHere = new("이제부터 경보를 여기에 올립니다.", "Alarms are posted here from now on.");
    public static readonly Sentence AlarmsStop = new("더 이상 경보를 채널에 올리지 않습니다. 담당자에게는 계속 알립니다.", "Alarms are posted to no channel any more; the people on call still hear of them.");
    public static readonly Sentence RaisedNow = new("위협 수준을 올립니다. 다음 요청부터 적용됩니다.", "The threat level is being raised; the next request meets it.");
    public static readonly Sentence LoweredNow = new("위협 수준을 내립니다.", "The threat level is being lowered.");

    public static Sentence Report(int count) => new($"일일 보고: 본인 확인 없이 재설정 {count}건", $"Daily report: {count} reset{(count is 1 ? "" : "s")} without verification");

    public static Sentence Frozen(DateTimeOffset until) => new(
        $"이 사용자의 재설정은 {Language.When.Local(until)}까지 막혀 있습니다.",
        $"Nobody can reset this person until {Language.When.Local(until)}.");

    public static Sentence Because(SuspicionKind kind) => kind switch
    {
        SuspicionKind.ReplayedApproval => new("이미 끝난 승인이 다시 보내졌습니다.", "An approval that was given before was sent again."),
        SuspicionKind.GuestAsked => new("게스트가 직원의 재설정을 요청했습니다.", "A guest asked for a colleague to be reset."),
        _ => new("다른 사람의 카드나 질문을 위조해서 눌렀습니다.", "A click was forged on somebody else's card or question."),
    };

    public static Sentence Because(SafeguardRefusal refusal) => refusal switch
    {
        SafeguardRefusal.AgentCap => new("상담원의 요청 한도를 넘었습니다.", "The agent has reached their limit of requests."),
        SafeguardRefusal.TenantCap => new("조직 전체의 요청 한도를 넘었습니다.", "The organisation has reached its limit of requests."),
        SafeguardRefusal.OtherChange => new("같은 상담원이 한 사람의 암호와 인증 방법을 모두 바꾸려고 했습니다.", "The same agent wanted to change both the password and the methods of one person."),
        SafeguardRefusal.AskedTooOften => new("같은 사람에게 한 시간에 두 번 넘게 확인을 요청했습니다.", "The same person would have been asked more than twice in an hour."),
        _ => new("대상의 재설정이 막혀 있습니다.", "The person is frozen."),
    };
}
