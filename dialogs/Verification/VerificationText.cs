using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Verification;

/// <summary>What a verification says, to the agent and to whoever is asked.</summary>
internal static class VerificationText
{
    public static readonly Sentence Preparing = new("확인할 사람을 찾고 있습니다.", "Finding out whom to ask.");
    public static readonly Sentence Number = new("이 숫자를 불러 주세요", "Read this number to them");
    public static readonly Sentence TheyType = new(
        "상대가 자신의 CredBot 채팅 카드에 입력합니다. 숫자를 상대에게 묻지 마세요. 진짜 본인만 카드를 볼 수 있습니다.",
        "They type it on a card in their own chat with CredBot. Never ask them for a number: only the real person sees that card.");
    public static readonly Sentence TheyConfirm = new("상대가 자신의 CredBot 채팅에서 확인해야 합니다.", "They have to confirm in their own chat with CredBot.");
    public static readonly Sentence NoTeams = new("상대가 Teams를 쓸 수 없음: 상사에게 묻기", "They cannot use Teams: ask their manager");
    public static readonly Sentence StopIt = new("요청 중단", "Stop this request");
    public static readonly Sentence Stopping = new("요청을 중단합니다. 아무것도 변경되지 않습니다.", "The request is stopped. Nothing is changed.");
    public static readonly Sentence AskingManager = new("상사에게 물어봅니다.", "Their manager is being asked.");
    public static readonly Sentence Over = new("이미 끝난 확인입니다.", "This verification is over.");
    public static readonly Sentence NotYours = new("이 카드는 질문을 받은 사람만 사용할 수 있습니다.", "Only the person who was asked can use this card.");
    public static readonly Sentence OnlyInPrivate = new("저와의 개인 채팅에서만 확인할 수 있습니다.", "This is confirmed in our private chat only.");

    public static readonly Sentence Person = new("대상", "User");
    public static readonly Sentence Account = new("계정", "Account");
    public static readonly Sentence What = new("작업", "What");
    public static readonly Sentence Level = new("확인 수준", "Level");
    public static readonly Sentence Agent = new("요청한 상담원", "Asked by");
    public static readonly Sentence Until = new("유효 기한", "Until");
    public static readonly Sentence Done = new("확인된 것", "Shown");

    public static readonly Sentence YourNumber = new("상담원이 불러 준 숫자 6자리", "The six digits that the help desk reads to you");
    public static readonly Sentence SixDigits = new("숫자 6자리를 입력해 주세요.", "Type six digits.");
    public static readonly Sentence Send = new("입력한 숫자로 확인", "Confirm with this number");
    public static readonly Sentence ItIsMe = new("네, 제가 요청했습니다", "Yes, I asked for this");
    public static readonly Sentence NotMe = new("제가 아닙니다", "This isn't me");
    public static readonly Sentence Vouch = new("직접 이야기했고 본인이 맞습니다", "I have spoken with them: it is them");
    public static readonly Sentence NoVouch = new("아니요, 보증하지 않습니다", "No, I do not vouch");
    public static readonly Sentence Approve = new("승인", "Approve");
    public static readonly Sentence Refuse = new("거절", "Refuse");

    public static readonly Sentence NeverTell = new(
        "숫자를 다른 사람에게 말하거나 받아 적어 주지 마세요. 지금 헬프데스크와 이야기하고 있지 않다면 \"제가 아닙니다\"를 눌러 주세요.",
        "If you are not talking with the help desk right now, press \"This isn't me\". Type only what they read to you; never tell anybody a number.");

    public static readonly Sentence SpeakFirst = new(
        "먼저 본인과 직접 만나거나, 알고 있는 번호로 전화해 주세요. 메시지나 걸려 온 전화만으로는 보증하지 마세요.",
        "Meet them, or call them on a number you already know. Do not vouch because of a message or a call that came to you.");

    public static readonly Sentence SecondPair = new(
        "승인하면 바로 실행됩니다. 서두르라는 말은 승인할 이유가 아닙니다.",
        "It is carried out as soon as you approve. That somebody is in a hurry is no reason.");

    public static readonly Sentence Reason = new("이유", "Reason");

    public static readonly Sentence Unverified = new(
        "본인 확인이 되지 않았습니다. 승인하면 내 책임으로 바로 실행되고, 다음 일일 보고서에 실립니다. 서두르라는 말은 승인할 이유가 아닙니다.",
        "Nobody was verified. If you approve, it is done on your word, and the next daily report names you. That somebody is in a hurry is no reason.");

    public static readonly Sentence Thanks = new("감사합니다. 헬프데스크에서 계속 진행합니다.", "Thank you. The help desk goes on.");
    public static readonly Sentence Checking = new("확인하고 있습니다.", "That is being checked.");
    public static readonly Sentence Wrong = new("숫자가 다릅니다. 상담원에게 다시 불러 달라고 하세요.", "That is not the number. Have it read to you again.");
    public static readonly Sentence Stopped = new(
        "요청을 막았습니다. 담당자에게 알렸고, 당분간 내 계정은 이 방법으로 재설정되지 않습니다.",
        "The request is stopped. The people on call are told, and for now your account cannot be reset this way.");
    public static readonly Sentence Refused = new("거절했습니다. 아무것도 변경되지 않습니다.", "You refused. Nothing is changed.");
    public static readonly Sentence NoRight = new("내 역할로는 이 사용자를 재설정할 수 없으므로 승인할 수 없습니다.", "Your role cannot reset this person, so you cannot approve it.");
    public static readonly Sentence CannotSee = new("내 권한을 확인하지 못해 승인할 수 없습니다. 잠시 후 다시 시도해 주세요.", "Your rights could not be read, so you cannot approve it. Try again in a moment.");

    public static Sentence Purpose(Purpose purpose) => purpose switch
    {
        Assurance.Purpose.PasswordReset => new("암호 재설정", "Password reset"),
        Assurance.Purpose.IdentityCheck => new("본인 확인만", "Verification only"),
        _ => new("임시 액세스 패스 발급", "Temporary Access Pass"),
    };

    /// <summary>Headline of the agent's card.</summary>
    public static Sentence Headline(VerificationDocument document)
    {
        var name = document.Request.SubjectName;
        return (document.Status, document.Current) switch
        {
            (not VerificationStatus.Waiting, _) => new($"본인 확인 준비 중: {name} 님", $"Preparing to verify {name}"),
            (_, Proof.ManagerVouched) => new($"{name} 님의 상사를 기다리는 중", $"Waiting for {name}'s manager"),
            (_, Proof.Exception) => new("예외 승인을 기다리는 중", "Waiting for the approval of an exception"),
            (_, Proof.SecondPerson) => new("두 번째 사람의 승인을 기다리는 중", "Waiting for a second person"),
            _ => new($"{name} 님을 기다리는 중", $"Waiting for {name}"),
        };
    }

    public static Sentence Waiting(VerificationDocument document)
    {
        var names = string.Join(", ", document.Asked.Where(static person => person.Name.Length > 0).Select(static person => person.Name));
        return (document.Current, names) switch
        {
            (Proof.NumberMatch, _) => TheyType,
            (Proof.Session, _) => TheyConfirm,
            (_, "") => new($"{document.Asked.Count}명에게 물었습니다.", $"Asked: {document.Asked.Count}."),
            _ => new($"물어본 사람: {names}", $"Asked: {names}."),
        };
    }

    /// <summary>Headline of the card that somebody gets who is asked.</summary>
    public static Sentence Question(VerificationDocument document)
    {
        var (agent, name) = (document.Request.RequesterName, document.Request.SubjectName);
        return document.Current switch
        {
            Proof.ManagerVouched => new($"{name} 님을 보증하시겠습니까?", $"Do you vouch for {name}?"),
            Proof.Exception => new($"{name} 님을 본인 확인 없이 재설정하도록 승인하시겠습니까?", $"Do you approve a reset of {name} without verification?"),
            Proof.SecondPerson => new($"{name} 님에 대한 요청을 승인하시겠습니까?", $"Do you approve this request about {name}?"),
            _ when document.Request.Facts.Purpose is Assurance.Purpose.IdentityCheck =>
                new($"{agent} 님이 지금 통화하는 사람이 나인지 확인하려고 합니다", $"{agent} wants to know whether the caller is you"),
            _ when document.Request.Facts.Purpose is Assurance.Purpose.PasswordReset =>
                new($"{agent} 님이 내 암호를 재설정하려고 합니다", $"{agent} wants to reset your password"),
            _ => new($"{agent} 님이 내 계정에 임시 액세스 패스를 발급하려고 합니다", $"{agent} wants to issue a Temporary Access Pass for your account"),
        };
    }
}
