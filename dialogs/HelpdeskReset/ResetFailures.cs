using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Every way a reset can end without a change, or without anybody knowing, in words: the cause, and what to do.</summary>
internal static class ResetFailures
{
    private static readonly Sentence AskAgain = new("잠시 후 다시 요청해 주세요.", "Ask again in a moment.");

    public static readonly ResetFailure SignedOut = new()
    {
        Outcome = "signedOut",
        Cause = new("로그인이 끝나 내 권한으로 실행할 수 없었습니다.", "Your sign-in ended, so it could not be done under your rights."),
        Next = new("다시 요청하면 로그인부터 시작합니다.", "Ask again; it begins with a sign-in."),
        MayRetry = true,
    };

    public static readonly ResetFailure NoTokenService = new()
    {
        Outcome = "noTokenService",
        Cause = new("로그인 서비스가 응답하지 않아 실행할 수 없었습니다.", "The sign-in service did not answer, so it could not be done."),
        Next = AskAgain,
        MayRetry = true,
    };

    /// <summary>The person in the chat and the account that would act are two: neither may stand for the other.</summary>
    public static readonly ResetFailure OtherAccount = new()
    {
        Outcome = "otherAccount",
        Cause = PermissionText.OtherAccount,
        Next = SignedOut.Next,
        MayRetry = true,
    };

    public static readonly ResetFailure NotExecuted = new()
    {
        Outcome = "notExecuted",
        Cause = new(
            "Microsoft Graph의 응답을 받지 못했고, 이후 확인한 결과 암호는 변경되지 않았습니다.",
            "Microsoft Graph's answer was lost, and the tenant shows that the password was not changed."),
        Next = AskAgain,
        MayRetry = true,
    };

    /// <summary>Somebody else's request may have made the change.</summary>
    public static readonly ResetFailure Contested = new()
    {
        Outcome = "contested",
        Cause = new(
            "Microsoft Graph의 응답을 받지 못했습니다. 암호는 변경되었지만, 같은 시간에 다른 요청도 이 사용자의 암호를 재설정했으므로 어느 요청에 의한 변경인지 알 수 없습니다.",
            "Microsoft Graph's answer was lost. The password was changed, but another request was resetting the same person at that time: the change may be either's."),
        Next = HelpdeskResetText.UnknownNext,
        MayRetry = true,
    };

    /// <summary>The tenant shows a change that this call can no longer have made.</summary>
    public static readonly ResetFailure ChangedTooLate = new()
    {
        Outcome = "changedTooLate",
        Cause = new(
            "Microsoft Graph의 응답을 받지 못했습니다. 테넌트에 보이는 암호 변경은 이 요청에 의한 것이라고 하기에는 너무 늦습니다.",
            "Microsoft Graph's answer was lost, and the change that the tenant shows came too late to be by this request."),
        Next = HelpdeskResetText.UnknownNext,
        MayRetry = true,
    };

    public static ResetFailure Refused(ResetDecision.Refused refused) => new()
    {
        Outcome = $"refused.{refused.Reason}",
        Cause = PermissionText.Reason(refused),
        Next = PermissionText.WhoCould(refused) ?? new("도움이 되는 역할이 없습니다.", "No role would help."),
    };

    public static ResetFailure CannotTell(ResetDecision.CannotTell unknown, ResetFacts facts) => new()
    {
        Outcome = "cannotTell",
        Cause = PermissionText.CannotTell(unknown, facts),
        Next = AskAgain,
        MayRetry = true,
    };

    /// <summary>Graph said no, or said nothing, before anything was changed.</summary>
    public static ResetFailure From(GraphError error) => new()
    {
        // The rules were asked a moment before and said yes.
        Outcome = error.Kind is GraphErrorKind.Forbidden ? "graph.Forbidden.rulesAllowed" : $"graph.{error.Kind}",
        Cause = GraphErrorText.Sentence(error),
        RequestId = error.RequestId,
        Next = error.Kind switch
        {
            GraphErrorKind.Forbidden => new(
                "규칙으로는 가능해 보였지만 Graph가 거부했습니다. 역할이 방금 바뀌었거나 앱 동의가 부족할 수 있습니다. 관리자에게 요청 ID를 알려 주세요.",
                "The rules predicted yes, Graph said no: a role may just have changed, or the app lacks a consent. Give your administrator the request id."),
            GraphErrorKind.BadRequest => new(
                "테넌트의 암호 정책이 새 암호를 받아들이지 않았을 수 있습니다. 다시 요청하면 다른 암호를 만듭니다.",
                "The tenant's password policy may have refused the new password. Ask again; another one is made."),
            GraphErrorKind.SignInExpired or GraphErrorKind.ClaimsRequired => SignedOut.Next,
            _ => AskAgain,
        },
        MayRetry = error.Kind is not (GraphErrorKind.Forbidden or GraphErrorKind.NotFound),
    };

    /// <summary>The accepted operation failed.</summary>
    public static ResetFailure OperationFailed(string? detail) => new()
    {
        Outcome = "operationFailed",
        Cause = detail is { Length: > 0 }
            ? new(
                $"Microsoft Graph가 작업을 받았지만 끝내지 못했습니다: {Bot.Cards.CardText.Plain(detail)}",
                $"Microsoft Graph took it on but could not finish: {Bot.Cards.CardText.Plain(detail)}")
            : new(
                "Microsoft Graph가 작업을 받았지만 끝내지 못했고 이유를 말하지 않았습니다.",
                "Microsoft Graph took it on but could not finish, and did not say why."),
        Next = new(
            "동기화된 계정이면 쓰기 저장 에이전트와 AD 정책을 확인한 뒤 다시 요청해 주세요.",
            "For a synced account check the writeback agent and the AD policy, then ask again."),
        MayRetry = true,
    };
}
