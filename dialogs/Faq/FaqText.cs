using System.Globalization;
using CredBot.Dialogs.Language;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Faq;

/// <summary>What stands around an answer.</summary>
internal static class FaqText
{
    public static readonly Sentence Sources = new("출처와 검토일", "Sources and review date");

    public static readonly Sentence NotInChat = new(
        "이 작업은 아직 채팅에서 직접 할 수 없습니다. 대신 이렇게 하시면 됩니다.",
        "This cannot be done from chat yet. Here is how it is done instead.");

    private static readonly Sentence CheckMine = new("내 계정으로 확인하기", "Check it for my account");
    private static readonly Sentence CheckRights = new("내가 재설정할 수 있는지 확인", "Check whether I may reset somebody");
    private static readonly Sentence ResetSomebody = new("채팅에서 재설정하기", "Do it from this chat");

    /// <summary>What can be done about it here and now.</summary>
    /// <returns>Null where there is nothing.</returns>
    public static (Sentence Title, string Intent)? NextStep(string id) => id switch
    {
        Intents.FaqUserReset or Intents.FaqUserChange or Intents.FaqUserError => (CheckMine, Intents.ResetMyPassword),
        Intents.FaqAdminResetTrouble or Intents.FaqResetGreyed or Intents.FaqResetBladeMissing => (CheckRights, Intents.CheckPermissions),
        Intents.FaqAdminResetSteps or Intents.FaqResetStillCannotSignIn => (ResetSomebody, Intents.HelpdeskReset),
        _ => null,
    };

    public static Sentence Reviewed(DateOnly date)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new($"{day}에 검토한 답변입니다.", $"This answer was reviewed on {day}.");
    }
}
