using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Subject;

/// <summary>What is said while looking for a person.</summary>
internal static class SubjectText
{
    /// <summary>Value of the choice that is nobody.</summary>
    public const string NoneOfThem = "none";

    public static readonly Sentence None = new("이 중에 없음", "None of them");

    public static readonly Sentence GaveUp = new(
        "누구를 말씀하시는지 알 수 없어 여기서 멈춥니다. 이메일 주소를 넣어 다시 말씀하시거나, 디렉터리를 볼 수 있는 관리자에게 문의해 주세요.",
        "I could not tell whom you mean, so this stops here. Ask again with an e-mail address, or ask an administrator who can look into the directory.");

    public static readonly Sentence Gone = new(
        "그 사용자는 더 이상 디렉터리에 없습니다.",
        "That user is no longer in the directory.");

    /// <summary>To a guest who wants something done, and nothing more.</summary>
    public static readonly Sentence NotForGuests = new("CredBot에서는 이 작업을 할 수 없습니다.", "That is not something CredBot can do for you.");

    public static Sentence Whom(bool forReset) => forReset
        ? new("누구의 암호를 재설정할까요? 이름, 이메일 주소 또는 개체 ID를 입력해 주세요.",
            "Whose password shall be reset? Type a name, an e-mail address or an object id.")
        : new("누구에 대해 확인할까요? 이름, 이메일 주소 또는 개체 ID를 입력해 주세요.",
            "Whom shall I check? Type a name, an e-mail address or an object id.");

    public static Sentence Nobody(string words) => new(
        $"\"{words}\"에 해당하는 사용자를 찾지 못했습니다. 이메일 주소로 찾으면 가장 정확합니다.",
        $"I found nobody for \"{words}\". An e-mail address finds a person most reliably.");

    /// <summary>Whether there is such a person, nobody knows.</summary>
    public static Sentence Unread(string words, Sentence why) => new(
        $"\"{words}\"에 해당하는 사용자를 조회하지 못했습니다. {why.Ko}",
        $"\"{words}\" could not be looked up. {why.En}");

    public static Sentence Which(string words, bool more) => more
        ? new($"\"{words}\"에 해당하는 사람이 많습니다. 이 중에 있나요? 없으면 이메일 주소를 입력해 주세요.",
            $"Many people fit \"{words}\". Is it one of these? If not, type the e-mail address.")
        : new($"\"{words}\"에 해당하는 사람이 여러 명입니다. 누구인가요?",
            $"Several people fit \"{words}\". Which one?");

    /// <summary>A person on a button: what tells two of the same name apart.</summary>
    public static string Title(DirectoryUser user) =>
        string.Join(" · ", new[] { user.DisplayName, user.Department, user.UserPrincipalName }.Where(static part => part is { Length: > 0 }));
}
