using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Application;

/// <summary>What is said while looking for an application.</summary>
internal static class ApplicationText
{
    /// <summary>Value of the choice that is no application.</summary>
    public const string NoneOfThem = "none";

    public static readonly Sentence None = new("이 중에 없음 (일반적인 답변)", "None of them (the general answer)");
    public static Sentence WhichOfYours(int more) => more > 0
        ? new($"내가 소유한 애플리케이션 중 어느 것인가요? {more}개가 더 있으니, 여기에 없으면 이름을 넣어 다시 물어보세요.",
            $"Which of your applications do you mean? There are {more} more: if it is none of these, ask again and name it.")
        : new("내가 소유한 애플리케이션 중 어느 것인가요?", "Which of your applications do you mean?");

    public static Sentence OwnUnread(Sentence why) => new(
        $"내가 소유한 애플리케이션을 읽지 못했습니다. {why.Ko} 애플리케이션 이름을 함께 말씀해 주세요.",
        $"Your own applications could not be read. {why.En} Ask again and name the application.");

    public static Sentence Which(string words) => new($"\"{words}\"(으)로 시작하는 애플리케이션이 여러 개입니다. 어느 것인가요?", $"Several applications begin with \"{words}\". Which one?");

    public static string Title(DirectoryApplication app) => $"{app.DisplayName ?? "?"} · {app.AppId[..Math.Min(8, app.AppId.Length)]}";
}
