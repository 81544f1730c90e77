using CredBot.Graph;

namespace CredBot.Dialogs.Language;

/// <summary>What a failed call to Graph means to a person: what happened, and what to do.</summary>
internal static class GraphErrorText
{
    public static Sentence Sentence(GraphError error)
    {
        var cause = Cause(error);
        return error.RequestId is { } id
            ? new($"{cause.Ko} (요청 ID: {id})", $"{cause.En} (request id: {id})")
            : cause;
    }

    private static Sentence Cause(GraphError error) => error.Kind switch
    {
        GraphErrorKind.SignInExpired => new(
            "로그인이 만료되었습니다. 같은 질문을 다시 보내면 다시 로그인합니다.",
            "Your sign-in has ended. Ask the same question again to sign in once more."),
        GraphErrorKind.ClaimsRequired => new(
            "조직의 정책이 다시 로그인을 요구합니다. \"로그아웃\"이라고 입력한 뒤 다시 시도해 주세요.",
            "Your organisation's policy asks for a fresh sign-in. Type \"sign out\", then try again."),
        GraphErrorKind.Forbidden => new(
            $"Microsoft Graph가 거부했습니다(403{Code(error)}). 내 역할이나 앱의 권한이 부족합니다.",
            $"Microsoft Graph refused (403{Code(error)}): your role or the app's permission does not reach."),
        GraphErrorKind.NotFound => new(
            "Microsoft Graph에 그런 대상이 없습니다(404).",
            "Microsoft Graph knows no such object (404)."),
        GraphErrorKind.BadRequest => new(
            $"Microsoft Graph가 요청을 받아들이지 않았습니다(400{Code(error)}).",
            $"Microsoft Graph did not accept the request (400{Code(error)})."),
        GraphErrorKind.Throttled => new(
            $"지금 요청이 너무 많습니다(429). {Wait(error).Ko} 다시 시도해 주세요.",
            $"Too many requests right now (429). Please try again {Wait(error).En}."),
        GraphErrorKind.Unavailable => new(
            $"Microsoft Graph가 지금 응답할 수 없습니다({error.Status}). 잠시 후 다시 시도해 주세요.",
            $"Microsoft Graph is not available right now ({error.Status}). Please try again in a moment."),
        GraphErrorKind.NoAnswer => new(
            "Microsoft Graph에서 응답이 없습니다. 잠시 후 다시 시도해 주세요.",
            "Microsoft Graph did not answer. Please try again in a moment."),
        _ => new(
            $"Microsoft Graph가 예상하지 못한 응답을 했습니다({error.Status}{Code(error)}).",
            $"Microsoft Graph gave an answer that was not expected ({error.Status}{Code(error)})."),
    };

    private static string Code(GraphError error) => error.Code is { } code ? $", {code}" : "";

    private static Sentence Wait(GraphError error) => error.RetryAfter is { } wait
        ? new($"{(int)wait.TotalSeconds}초 후에", $"in {(int)wait.TotalSeconds} seconds")
        : new("잠시 후에", "in a moment");
}
