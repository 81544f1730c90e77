using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.PasswordWatch;

/// <summary>What a watch says at its end.</summary>
internal static class PasswordWatchText
{
    public static readonly Sentence Changed = new("암호가 변경되었습니다", "Your password was changed");
    public static readonly Sentence Stopped = new("더 이상 확인하지 않습니다.", "I have stopped watching.");
    public static readonly Sentence NotYours = new("내가 시작한 확인이 아니거나 이미 끝났습니다.", "That is not a watch of yours, or it is over.");

    public static readonly Sentence NotYou = new(
        "다른 기기에서 다시 로그인해야 할 수 있습니다. 직접 변경하지 않았다면 바로 헬프데스크에 알려 주세요.",
        "Other devices may ask you to sign in again. If it was not you, tell the help desk at once.");

    public static readonly Sentence SignedOut = new("로그인이 만료되었습니다", "Your sign-in has ended");

    public static readonly Sentence LookAgain = new(
        "새 암호를 정하면 로그인이 끊어집니다. \"비밀번호 재설정\"이라고 다시 물어보시면 언제 변경되었는지 확인해 드립니다.",
        "A new password ends sign-ins. Ask me about your password again, and I will look when it was changed.");

    public static Sentence ChangedAt(DateTimeOffset at) => new($"변경 시각: {When.Local(at)}", $"Changed at {When.Local(at)}");
}
