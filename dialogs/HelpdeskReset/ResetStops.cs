using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Every way the policy ends a request before anything is done, in words.</summary>
internal static class ResetStops
{
    private static readonly Sentence AskAnew = new("필요하면 새로 요청해 주세요.", "Ask anew if it is still needed.");
    private static readonly Sentence AskLead = new("헬프데스크 책임자에게 문의해 주세요.", "Ask your help desk lead.");

    private static readonly Sentence InPerson = new(
        "조직에서 정한 대면 절차를 사용해 주세요. 정책은 설정 Reset:Levels가 정합니다.",
        "Use your organisation's procedure in person. The setting Reset:Levels decides.");

    public static readonly ResetFailure FactsChanged = new()
    {
        Outcome = "factsChanged",
        Cause = new(
            "확인한 뒤에 대상이나 정책이 바뀌었으므로 그 확인은 무효입니다.",
            "The account or the policy changed after it was verified, so what was shown is void."),
        Next = AskAnew,
        MayRetry = true,
    };

    /// <summary>The one document that counts for the whole tenant did not answer; without it nothing is done.</summary>
    public static readonly ResetFailure NoSafeguards = new()
    {
        Outcome = "noSafeguards",
        Cause = new("안전 한도를 확인하지 못했습니다.", "The safeguards could not be asked."),
        Next = AskAnew,
        MayRetry = true,
    };

    public static readonly ResetFailure Yourself = new()
    {
        Outcome = "yourself",
        Cause = new("자신을 확인할 수는 없습니다.", "Nobody verifies themselves."),
        Next = AskLead,
    };

    public static readonly ResetFailure NoExceptions = new()
    {
        Outcome = "noExceptions",
        Cause = new("이 조직은 본인 확인 없는 예외를 허용하지 않습니다.", "This organisation makes no exception from verification."),
        Next = InPerson,
    };

    /// <param name="end">How the verification ended.</param>
    /// <param name="options">Say whether anybody may make an exception: where nobody could be asked, never where somebody said no.</param>
    public static ResetFailure NotVerified(VerificationEnd end, ResetOptions options) => new()
    {
        MayExcept = options.ExceptionApprovers.Count > 0
            && end is not (VerificationEnd.Denied or VerificationEnd.WrongNumber or VerificationEnd.Cancelled),
        Outcome = $"notVerified.{end}",
        Cause = AssuranceText.Why(end),
        Next = end is VerificationEnd.Denied or VerificationEnd.WrongNumber
            ? new("통화를 끝내고 책임자에게 알려 주세요.", "End the call, and tell your lead.")
            : AskAnew,
        MayRetry = end is not (VerificationEnd.Denied or VerificationEnd.WrongNumber),
    };

    /// <summary>No level is enough for this account.</summary>
    public static ResetFailure NoLevel(SubjectClass subject, string name, int raise) => new()
    {
        Outcome = $"protected.{subject}",
        Cause = raise is 0
            ? AssuranceText.Because(subject, name)
            : new(
                $"{AssuranceText.Because(subject, name).Ko} 최근 재설정이나 높아진 위협 수준 때문에 더 높은 확인 수준이 필요한데, 그런 수준이 없습니다.",
                $"{AssuranceText.Because(subject, name).En} A recent reset or a raised threat level asks for a higher level than there is."),
        Next = new($"채팅에서는 재설정하지 않습니다. {InPerson.Ko}", $"It is not reset in chat. {InPerson.En}"),
    };

    public static ResetFailure Stopped(SafeguardRefusal refusal) => new()
    {
        Outcome = $"stopped.{refusal}",
        Cause = refusal switch
        {
            SafeguardRefusal.Frozen => new("본인이 요청하지 않았다고 알려 와 재설정이 막혀 있습니다.", "They, or somebody on their behalf, said that a request was not theirs: resets are stopped."),
            SafeguardRefusal.AgentCap => new("내 요청 한도를 넘었습니다. 담당자에게 알렸습니다.", "You have reached your limit of requests; the people on call are told."),
            SafeguardRefusal.TenantCap => new("조직의 요청 한도를 넘었습니다. 담당자에게 알렸습니다.", "The organisation has reached its limit of requests; the people on call are told."),
            SafeguardRefusal.AskedTooOften => new("이 사용자에게 한 시간에 두 번 확인을 요청했습니다.", "They were asked twice within the hour, and are left in peace."),
            SafeguardRefusal.OtherChange => new(
                "같은 상담원이 24시간 안에 한 사람의 암호와 인증 방법을 모두 바꿀 수는 없습니다.",
                "The same agent does not change both the password and the methods of one person within 24 hours."),
            SafeguardRefusal.Overtaken => new("그동안 다른 사람이 이 계정을 변경했습니다.", "Somebody else changed the account in the meantime."),
            SafeguardRefusal.ThreatChanged => new("그동안 위협 수준이 바뀌었습니다.", "The threat level changed in the meantime."),
            _ => new("안전 한도를 확인하지 못했습니다.", "The safeguards know nothing of this request."),
        },
        Next = refusal switch
        {
            SafeguardRefusal.Frozen or SafeguardRefusal.AgentCap or SafeguardRefusal.TenantCap or SafeguardRefusal.OtherChange => AskLead,
            SafeguardRefusal.AskedTooOften => new("한 시간 뒤에 다시 요청해 주세요.", "Ask again in an hour."),
            _ => AskAnew,
        },
        MayRetry = refusal is SafeguardRefusal.Overtaken or SafeguardRefusal.ThreatChanged or SafeguardRefusal.NotOpened,
    };
}
