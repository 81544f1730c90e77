using CredBot.Dialogs.Language;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.ErrorDoctor;

/// <summary>What is said about error codes; their meanings are in <c>seeds/errors</c>.</summary>
internal static class ErrorDoctorText
{
    public static readonly Sentence Source = new("출처", "Source");
    public static readonly Sentence OpenLookup = new("Microsoft 설명 열기", "Open Microsoft's page");
    public static readonly Sentence MyAccount = new("내 계정 확인하기", "Look at my account");

    public static readonly Sentence NotListed = new(
        "내 목록에 없는 코드입니다. 추측하지 않겠습니다. 오류 메시지 전체와 요청 ID를 헬프데스크에 전달해 주세요.",
        "It is not on my list, and I will not guess. Give the whole message and its request id to the help desk.");

    public static Sentence Headline(string code, ErrorEntry entry) => new($"{code}: {entry.Meaning["ko"]}", $"{code}: {entry.Meaning["en"]}");

    public static Sentence UnknownCode(string code) => new($"{code}: 알려지지 않은 코드입니다", $"{code} is not known to me");

    public static Sentence Who(ErrorActor who) => who switch
    {
        ErrorActor.User => new("**조치할 사람:** 본인", "**Who has to act:** you"),
        ErrorActor.Helpdesk => new("**조치할 사람:** 헬프데스크", "**Who has to act:** the help desk"),
        ErrorActor.Admin => new("**조치할 사람:** 테넌트 또는 애플리케이션 관리자", "**Who has to act:** an administrator of the tenant or of the application"),
        _ => new("**조치할 사람:** Active Directory와 Connect를 운영하는 담당자", "**Who has to act:** whoever runs Active Directory and Connect"),
    };

    /// <summary>One block: each block would begin a list of its own.</summary>
    public static Sentence More(int count) => new(
        $"코드가 {count}개 더 있습니다. 하나씩 보내 주시면 설명해 드리겠습니다.",
        $"There are {count} more codes in it. Send them one by one and I will explain them.");
}
