using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Ways in which the issue of a pass ends that a reset does not know, in words.</summary>
internal static class PassFailures
{
    public static readonly ResetFailure NotExecuted = ResetFailures.NotExecuted with
    {
        Cause = new(
            "Microsoft Graph의 응답을 받지 못했고, 이후 확인한 결과 새 패스는 만들어지지 않았습니다.",
            "Microsoft Graph's answer was lost, and the tenant shows that no pass was made."),
    };

    /// <summary>The code is told once, in the answer that did not come.</summary>
    public static readonly ResetFailure CodeLost = new()
    {
        Outcome = "codeLost",
        Cause = new(
            "패스가 만들어졌지만 코드는 사라진 응답에 있었습니다. 코드를 아는 사람은 없습니다.",
            "A pass was made, and its code went astray with the answer: nobody has it."),
        Next = PassText.UnknownNext,
        MayRetry = true,
    };

    private static readonly Sentence NoRole = new(
        "이 사용자에게 임시 액세스 패스를 발급할 수 있는 역할이 없습니다. 헬프데스크 관리자 역할로는 할 수 없습니다.",
        "You hold no role that gives this person a Temporary Access Pass. Helpdesk Administrator does not.");

    private static readonly Sentence Self = new("자신에게는 임시 액세스 패스를 발급할 수 없습니다.", "Nobody gives themselves a Temporary Access Pass.");

    private static readonly Sentence Guest = new(
        "게스트는 소속 조직에서 로그인하므로 여기서 패스를 받을 수 없습니다.",
        "A guest signs in at their home organisation and can be given no pass here.");

    public static ResetFailure Refused(ResetDecision.Refused refused, Purpose purpose)
    {
        var failure = ResetFailures.Refused(refused);
        return (purpose, refused.Reason) switch
        {
            (Purpose.TemporaryAccessPass, ResetRefusal.NoRole) => failure with { Cause = NoRole },
            (Purpose.TemporaryAccessPass, ResetRefusal.Self) => failure with { Cause = Self },
            (Purpose.TemporaryAccessPass, ResetRefusal.Guest) => failure with { Cause = Guest },
            _ => failure,
        };
    }

    /// <summary>Graph said no before anything was changed.</summary>
    public static ResetFailure From(GraphError error) => error.Kind is not GraphErrorKind.BadRequest ? ResetFailures.From(error) : ResetFailures.From(error) with
    {
        Next = new(
            "인증 방법 정책에서 임시 액세스 패스가 꺼져 있거나, 이 사용자가 대상이 아니거나, 유효 시간이 정책의 범위를 벗어났습니다. 관리자에게 요청 ID를 알려 주세요.",
            "The tenant's policy on authentication methods may not offer passes, not to this person, or not for that long. Give your administrator the request id."),
        MayRetry = false,
    };
}
