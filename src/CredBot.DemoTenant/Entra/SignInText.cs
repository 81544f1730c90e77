namespace CredBot.DemoTenant.Entra;

/// <summary>The sign-in page's sentences.</summary>
internal sealed record SignInText
{
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Ask { get; init; }
    public required string Account { get; init; }
    public required string Permissions { get; init; }
    public required string Accept { get; init; }
    public required string Cancel { get; init; }
    public required string CodeTitle { get; init; }
    public required string TypeCode { get; init; }
    public required string CodeLife { get; init; }
    public required string Cancelled { get; init; }
    public required string Stale { get; init; }
    public required string Blocked { get; init; }

    private static readonly SignInText English = new()
    {
        Language = "en",
        Title = "Sign in to CredBot",
        Ask = "CredBot asks to act for you in Hanbit Trading.",
        Account = "Account",
        Permissions = "What CredBot may do for you",
        Accept = "Accept and sign in",
        Cancel = "Cancel",
        CodeTitle = "Signed in",
        TypeCode = "Type this code into the chat:",
        CodeLife = "It works once, for ten minutes. Then close this window.",
        Cancelled = "You did not sign in. Close this window and go back to the chat.",
        Stale = "This link is used up or too old. Ask for a new one in the chat.",
        Blocked = "This account cannot sign in: it is disabled.",
    };

    private static readonly SignInText Korean = new()
    {
        Language = "ko",
        Title = "CredBot 로그인",
        Ask = "CredBot이 한빛상사에서 사용자를 대신해 작업할 수 있도록 허용할까요?",
        Account = "계정",
        Permissions = "CredBot이 대신할 수 있는 작업",
        Accept = "동의하고 로그인",
        Cancel = "취소",
        CodeTitle = "로그인했습니다",
        TypeCode = "이 코드를 채팅에 입력하세요:",
        CodeLife = "코드는 10분 동안 한 번만 쓸 수 있습니다. 입력한 뒤 이 창을 닫으세요.",
        Cancelled = "로그인하지 않았습니다. 이 창을 닫고 채팅으로 돌아가세요.",
        Stale = "이미 사용했거나 오래된 링크입니다. 채팅에서 새 링크를 요청하세요.",
        Blocked = "사용 중지된 계정이라 로그인할 수 없습니다.",
    };

    /// <param name="acceptLanguage">The browser's header.</param>
    public static SignInText For(string? acceptLanguage) =>
        acceptLanguage?.TrimStart().StartsWith("ko", StringComparison.OrdinalIgnoreCase) is true ? Korean : English;
}
