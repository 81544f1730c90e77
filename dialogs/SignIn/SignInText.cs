using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.SignIn;

/// <summary>What the sign-in says.</summary>
internal static class SignInText
{
    public static readonly Sentence Declined = new(
        "로그인하지 않으셔서 여기서 멈춥니다. 아무것도 변경되지 않았습니다. 다시 하시려면 같은 질문을 한 번 더 보내 주세요.",
        "You did not sign in, so this stops here. Nothing was changed. To try again, ask the same question once more.");

    public static readonly Sentence TimedOut = new(
        "15분 안에 로그인하지 않으셔서 여기서 멈춥니다. 다시 하시려면 같은 질문을 한 번 더 보내 주세요.",
        "Nobody signed in within 15 minutes, so this stops here. To try again, ask the same question once more.");

    public static readonly Sentence TooManyCodes = new(
        "코드가 다섯 번 맞지 않아 여기서 멈춥니다. 다시 하시려면 같은 질문을 한 번 더 보내 주시고, 그래도 안 되면 조직의 헬프데스크에 연락해 주세요.",
        "Five codes were wrong, so this stops here. To try again, ask the same question once more; if that fails too, contact your organisation's help desk.");

    private static readonly Sentence Why = new("내 권한으로 확인하려면 로그인이 필요합니다.", "To look this up under your own rights, please sign in.");
    private static readonly Sentence Anew = new("변경을 실행하거나 승인하기 전에 다시 로그인해 주세요.", "Before a change is made or approved, please sign in once more.");
    private static readonly Sentence Button = new("로그인", "Sign in");
    private static readonly Sentence SignedIn = new("✓ 로그인되었습니다.", "✓ You are signed in.");

    private static readonly Sentence Over = new("이 로그인 카드는 더 이상 사용되지 않습니다.", "This sign-in card is no longer in use.");

    private static readonly Sentence WrongCode = new(
        "코드가 맞지 않거나 이미 사용되었습니다. 로그인 창에 나온 6자리 숫자를 입력하거나, \"취소\"라고 입력해 주세요.",
        "That code is wrong or was used already. Type the six digits from the sign-in window, or type \"cancel\".");

    private static readonly Sentence StillWaiting = new(
        "먼저 위의 로그인 버튼으로 로그인해 주세요. 그만두시려면 \"취소\"라고 입력해 주세요.",
        "Please sign in first with the button above. To stop, type \"cancel\".");

    public static Sentence Unavailable(string reference) => new(
        $"지금은 로그인 서비스를 사용할 수 없습니다. 잠시 후 다시 시도해 주시고, 계속되면 관리자에게 이 번호를 알려 주세요: {reference}",
        $"The sign-in service cannot be used right now. Please try again in a moment; if it goes on, give your administrator this number: {reference}");

    /// <param name="language">The person's.</param>
    /// <param name="within">How old the sign-in may be; null for any.</param>
    public static OAuthPromptOptions Words(string language, TimeSpan? within = null) => new()
    {
        Within = within,
        Text = (within is null ? Why : Anew).In(language),
        Button = Button.In(language),
        SignedIn = SignedIn.In(language),
        Over = Over.In(language),
        WrongCode = WrongCode.In(language),
        StillWaiting = StillWaiting.In(language),
    };
}
