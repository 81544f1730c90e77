using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Assurance;

/// <summary>Levels, classes and proofs in words.</summary>
internal static class AssuranceText
{
    public static Sentence Level(AssuranceLevel level) => level switch
    {
        AssuranceLevel.Session => new("본인 Teams 세션에서 확인", "confirmation in the person's own Teams"),
        AssuranceLevel.NumberMatch => new("숫자 일치", "number match"),
        AssuranceLevel.ManagerVouches => new("관리자(상사)의 보증", "the manager vouches"),
        AssuranceLevel.TwoPersons => new("두 사람 승인", "two persons"),
        _ => new("채팅에서는 하지 않음", "not done in chat"),
    };

    /// <summary>What has to be shown.</summary>
    public static Sentence Wanted(Proof proof) => proof switch
    {
        Assurance.Proof.Session => Level(AssuranceLevel.Session),
        Assurance.Proof.NumberMatch => Level(AssuranceLevel.NumberMatch),
        Assurance.Proof.ManagerVouched => Level(AssuranceLevel.ManagerVouches),
        Assurance.Proof.Exception => new("본인 확인 없이 예외 승인", "an exception without verification"),
        _ => new("두 번째 사람의 승인", "a second person approves"),
    };

    public static Sentence Proof(Proof proof) => proof switch
    {
        Assurance.Proof.Session => new("본인이 자신의 Teams에서 확인함", "confirmed in the person's own Teams"),
        Assurance.Proof.NumberMatch => new("숫자가 일치함", "the number matched"),
        Assurance.Proof.ManagerVouched => new("상사가 보증함", "the manager vouched"),
        Assurance.Proof.Exception => new("본인 확인 없이 예외로 승인함", "approved as an exception, without verification"),
        _ => new("두 번째 사람이 승인함", "a second person approved"),
    };

    /// <summary>Why the account is of that class, as a whole sentence about a person of this name.</summary>
    public static Sentence Because(SubjectClass subject, string name) => subject switch
    {
        SubjectClass.Ordinary => new($"{name} 님은 일반 사용자입니다.", $"{name} is an ordinary user."),
        SubjectClass.Synced => new($"{name} 님은 Active Directory와 동기화된 사용자입니다.", $"{name} is synced from Active Directory."),
        SubjectClass.Vip => new($"{name} 님은 주요 인물 목록에 있습니다.", $"{name} is on the list of very important people."),
        SubjectClass.Guest => new($"{name} 님은 게스트입니다.", $"{name} is a guest."),
        SubjectClass.ProtectedGroup => new($"{name} 님은 보호된 그룹에 속해 있습니다.", $"{name} is in a protected group."),
        SubjectClass.DirectoryRole => new($"{name} 님은 디렉터리 역할을 가지고 있습니다.", $"{name} holds a directory role."),
        SubjectClass.BreakGlass => new($"{name} 님의 계정은 비상용 계정입니다.", $"{name} is an emergency account."),
        SubjectClass.ServiceAccount => new($"{name} 님의 계정은 서비스 계정입니다.", $"{name} is a service account."),
        SubjectClass.Operator => new($"{name} 님은 CredBot 운영자입니다.", $"{name} operates CredBot."),
        _ => new($"{name} 님의 역할이나 그룹을 확인하지 못해 보호 대상으로 봅니다.", $"{name}'s roles or groups could not be read, so they count as protected."),
    };

    /// <summary>Why a verification ended without.</summary>
    public static Sentence Why(VerificationEnd end) => end switch
    {
        VerificationEnd.Cancelled => new("상담원이 중단했습니다.", "You stopped it."),
        VerificationEnd.Denied => new("질문을 받은 사람이 아니라고 답했습니다. 통화 상대를 믿지 마세요.", "Somebody who was asked said no. Do not trust the caller."),
        VerificationEnd.Expired => new("시간 안에 답이 없었습니다.", "No answer came in time."),
        VerificationEnd.WrongNumber => new("틀린 숫자가 세 번 입력되었습니다. 통화 상대를 믿지 마세요.", "A wrong number came three times. Do not trust the caller."),
        VerificationEnd.Unreachable => new("물어볼 사람에게 Teams로 연락할 수 없었습니다.", "Whoever had to be asked could not be reached in Teams."),
        VerificationEnd.NoManager => new("디렉터리에 보증할 수 있는 상사가 없습니다.", "The directory names no manager who could vouch."),
        VerificationEnd.ManagerChanged => new(
            "디렉터리의 상사가 최근에 바뀌었으므로 그 사람의 보증은 인정되지 않습니다.",
            "The directory's entry of their manager was changed lately, so that person's word does not count."),
        VerificationEnd.NoApprover => new("권한이 있는 두 번째 사람이 없습니다.", "There is no second person who holds the right."),
        _ => new("누구에게 물어야 하는지 확인하지 못했습니다.", "Whom to ask could not be read."),
    };
}
