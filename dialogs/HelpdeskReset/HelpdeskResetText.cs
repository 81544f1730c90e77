using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What a reset says.</summary>
internal static class HelpdeskResetText
{
    public static readonly Sentence WhyAgain = new(
        "한 문장이면 됩니다. 예: \"휴가 후 암호를 잊음, 전화로 본인 확인\"",
        "One sentence is enough, e.g. \"forgot it over the holidays, checked by phone\".");

    public static readonly Sentence NoReason = new(
        "이유 없이는 재설정하지 않습니다. 아무것도 변경되지 않았습니다. 막히면 헬프데스크 책임자나 관리자에게 문의해 주세요.",
        "There is no reset without a reason. Nothing was changed. If you are stuck, ask your help desk lead or an administrator.");

    public static readonly Sentence NoAnswer = new(
        "예인지 아니요인지 알 수 없어 여기서 멈춥니다. 아무것도 변경되지 않았습니다. 막히면 헬프데스크 책임자나 관리자에게 문의해 주세요.",
        "I could not tell whether that was yes or no, so this stops here. Nothing was changed. If you are stuck, ask your help desk lead or an administrator.");

    public static readonly Sentence YesOrNo = new(
        "카드의 버튼을 누르거나 \"예\" 또는 \"아니요\"라고 답해 주세요.",
        "Press a button on the card, or answer \"yes\" or \"no\".");

    public static readonly Sentence Reset = new("암호 재설정", "Reset the password");
    public static readonly Sentence DoNot = new("하지 않음", "Do not reset");
    public static readonly Sentence Show = new("임시 암호 한 번 보기", "Show the password once");
    public static readonly Sentence Hide = new("지금 숨기기", "Hide it now");
    public static readonly Sentence AskException = new("예외 요청", "Ask for an exception");
    public static readonly Sentence TryAgain = new("다시 요청", "Ask again");

    public static readonly IReadOnlyList<string> YesWords = ["예", "네", "넵", "응", "그래", "확인", "진행", "yes", "y", "ok", "sure", "go ahead", "confirm", "do it"];
    public static readonly IReadOnlyList<string> NoWords = ["아니요", "아니오", "아니", "ㄴㄴ", "그만", "no", "n", "nope", "stop", "do not"];

    public static readonly Sentence Who = new("대상", "User");
    public static readonly Sentence Address = new("계정", "Account");
    public static readonly Sentence Cause = new("이유", "Reason");
    public static readonly Sentence ShownBy = new("확인된 것", "Shown");
    public static readonly Sentence AskedAt = new("요청 시각", "Asked");
    public static readonly Sentence DoneAt = new("완료 시각", "Done");
    public static readonly Sentence ChangedAt = new("암호 변경 시각", "Password changed");

    public static readonly Sentence WhatWillHappen = new(
        "확인하면 이렇게 진행됩니다.\n- 임시 암호를 만들어 Microsoft Graph로 재설정합니다.\n- 기존 로그인 세션을 모두 끊습니다(몇 분 걸릴 수 있습니다).\n- 다음 로그인 때 새 암호를 정하게 됩니다.\n- 임시 암호는 이 채팅에서 나에게만 한 번 보이고, 정해진 시간 뒤에 사라집니다.",
        "If you confirm:\n- a temporary password is made and set through Microsoft Graph;\n- existing sign-ins are ended (this may take minutes);\n- at the next sign-in a new password has to be chosen;\n- the temporary password can be seen once, by you alone, in this chat, and vanishes after a set time.");

    public static readonly Sentence WritesBack = new(
        "동기화된 계정입니다. 새 암호는 온-프레미스 AD에 다시 기록되고 AD의 정책이 적용됩니다.",
        "Synced from Active Directory: the new password is written back there, and its policy decides.");

    public static readonly Sentence Cancelled = new("하지 않았습니다. 아무것도 변경되지 않았습니다.", "Not done. Nothing was changed.");
    public static readonly Sentence NothingChanged = new("아무것도 변경되지 않았습니다.", "Nothing was changed.");

    public static readonly Sentence SessionsEnded = new("기존 로그인 세션을 끊었습니다(반영에 몇 분 걸릴 수 있음).", "Existing sign-ins were ended (it may take minutes to show).");

    public static readonly Sentence SessionsNotEnded = new(
        "⚠ 기존 로그인 세션은 끊지 못했습니다. 관리 센터에서 \"세션 해지\"를 실행해 주세요.",
        "⚠ Existing sign-ins could not be ended. Use \"Revoke sessions\" in the admin centre.");

    public static readonly Sentence ByEvidence = new(
        "완료되었다는 응답은 받지 못했지만 테넌트에 같은 시간의 암호 변경이 보입니다. 이 요청에 의한 것으로 보이지만 확실하지 않습니다.",
        "No answer said that it was done. The tenant shows a password change at that time, probably by this request, but nobody can be sure.");

    public static readonly Sentence NoPassword = new(
        "유효한 암호인지 확실하지 않아 임시 암호를 보여 드리지 않습니다. 사용자에게 암호가 필요하면 다시 요청해 주세요. 새 암호를 만듭니다.",
        "No password is shown, since it may not be the valid one. If the user needs one, ask again: another one is made.");

    public static readonly Sentence NotSurelyValid = new(
        "⚠ 유효한 암호가 아닐 수 있습니다. 이 암호로 로그인되지 않으면 여러 번 시도하지 말고 다시 요청해 주세요.",
        "⚠ It may not be the valid one. If it does not sign the user in, do not try it over and over: ask again.");

    public static readonly Sentence UnknownNext = new(
        "암호가 변경되었는지 확인할 수 없습니다. 사용자에게 로그인이 되는지 물어보고, 필요하면 새로 요청해 주세요. 이 요청은 다시 실행되지 않습니다.",
        "Nobody can tell whether the password was changed. Ask the user whether the sign-in works; if not, make a new request. This one is never repeated.");

    public static readonly Sentence ChangeAtSignIn = new("다음 로그인 때 새 암호를 정해야 합니다.", "A new password has to be chosen at the next sign-in.");
    public static readonly Sentence PasswordGone = new("임시 암호는 카드에서 지워졌습니다.", "The temporary password has been removed from this card.");
    public static readonly Sentence PasswordHere = new("임시 암호", "Temporary password");
    public static readonly Sentence SayIt = new("전화로 불러 주고, 메일이나 다른 채팅에 붙여 넣지 마세요.", "Say it on the phone; do not paste it into mail or another chat.");

    public static readonly Sentence NotYours = new("이 카드는 요청한 사람만 사용할 수 있습니다.", "Only the person who asked can use this card.");
    public static readonly Sentence OnlyInPrivate = new("임시 암호는 저와의 개인 채팅에서만 보여 드립니다.", "The password is shown in our private chat only.");
    public static readonly Sentence NotToShow = new("지금은 보여 드릴 암호가 없습니다. 한 번만 볼 수 있습니다.", "There is no password to show now. It can be seen once.");
    public static readonly Sentence Showing = new("카드에 임시 암호를 표시합니다.", "The password appears on the card.");
    public static readonly Sentence Hiding = new("카드에서 임시 암호를 지웁니다.", "The password is taken off the card.");
    public static readonly Sentence QuestionClosed = new("끝난 질문입니다.", "This question is closed.");
    public static readonly Sentence AskAnew = new("암호를 재설정하려면 새로 요청해 주세요.", "To reset a password, ask anew.");
    public static readonly Sentence AlreadyDealtWith = new("이미 처리된 요청입니다.", "This request has been dealt with.");

    public static readonly Sentence SubjectTold = new("사용자에게 Teams로 알렸습니다.", "They were told in Teams.");

    public static readonly Sentence SubjectNotTold = new(
        "사용자에게 Teams로 알릴 수 없었습니다. 직접 알려 주세요.",
        "They could not be told in Teams. Please tell them yourself.");

    public static readonly Sentence NoticeUnexpected = new(
        "요청하지 않으셨다면 \"제가 요청하지 않았습니다\"를 눌러 주세요. 더 이상 재설정되지 않게 막고 담당자에게 바로 알립니다. CredBot은 암호나 인증 코드를 묻지 않습니다.",
        "If you did not ask for this, press \"This wasn't me\": further resets are stopped and the people on call are told at once. CredBot never asks for a password or a code.");

    public static readonly Sentence ManagerUnexpected = new(
        "이상하다고 생각되면 본인에게 아는 번호로 확인하고, 본인이 요청하지 않았다면 아래 버튼을 눌러 주세요.",
        "If that surprises you, call them on a number you know; if they did not ask for it, press the button.");

    public static readonly Sentence NotMe = new("제가 요청하지 않았습니다", "This wasn't me");
    public static readonly Sentence By = new("상담원", "By");
    public static readonly Sentence WithoutSignIn = new("로그인하지 않고 알리기", "Say so without signing in");
    public static readonly Sentence ObjectHere = new("헬프데스크에 내 계정 변경을 요청하지 않으셨나요?", "You did not ask the help desk to change your account?");

    public static readonly Sentence ObjectHereWhy = new(
        "아래 버튼을 누르면 더 이상 재설정되지 않게 막고 담당자에게 바로 알립니다. 로그인은 필요 없습니다. 이 페이지는 암호나 코드를 묻지 않습니다.",
        "The button stops further resets and tells the people on call at once. You need not sign in, and this page asks for no password and no code.");

    public static readonly Sentence LinkOver = new("이 링크는 더 이상 쓸 수 없습니다", "This link works no more");
    public static readonly Sentence CallDesk = new("알고 있는 번호로 헬프데스크에 전화해 주세요.", "Call your help desk on a number you already know.");

    public static readonly Sentence ObjectedHeadline = new("알려 주셔서 감사합니다. 재설정을 막았습니다", "Thank you. Further resets are stopped");

    public static readonly Sentence ObjectedNext = new(
        "담당자에게 알렸습니다. 바로 헬프데스크에 전화하고, 암호를 받았다면 사용하지 마세요.",
        "The people on call are told. Call your help desk now, and use no password that somebody gave you.");

    /// <summary>Before the confirmation: how the caller will be verified.</summary>
    public static Sentence VerifyFirst(AssuranceLevel level, Purpose purpose, bool isException) =>
        isException ? Verified([Proof.Exception])
        : purpose is Purpose.TemporaryAccessPass ? Verified(AssurancePolicy.Proofs(level, purpose))
        : Verified(AssuranceText.Level(level));

    private static Sentence Verified(IReadOnlyList<Proof> proofs) => Verified(new Sentence(
        string.Join(", ", proofs.Select(static proof => AssuranceText.Wanted(proof).Ko)), string.Join(", ", proofs.Select(static proof => AssuranceText.Wanted(proof).En))));

    private static Sentence Verified(Sentence how) => new(
        $"확인 수준: {how.Ko}. 확인이 끝나기 전에는 아무것도 변경되지 않습니다. 이름, 사번, 생년월일은 본인 확인이 아닙니다.",
        $"Verification: {how.En}. Nothing is changed before it is complete. A name, an employee number or a birth date proves nothing.");

    public static Sentence NoticeHeadline(ResetDocument document) => document.Status switch
    {
        _ when IsPass(document) => PassText.NoticeHeadline(document),
        _ when IsIdentity(document) => IdentityText.NoticeHeadline(document),
        ResetStatus.Failed => new("내 암호를 재설정하려는 요청이 있었지만 변경되지 않았습니다", "A reset of your password was asked for and did not happen"),
        ResetStatus.Unknown => new("헬프데스크에서 내 암호를 재설정했을 수 있습니다", "The help desk may have reset your password"),
        _ => new("헬프데스크에서 내 암호를 재설정했습니다", "The help desk has reset your password"),
    };

    public static Sentence ManagerHeadline(ResetDocument document) => document.Status switch
    {
        _ when IsPass(document) => PassText.ManagerHeadline(document),
        _ when IsIdentity(document) => IdentityText.ManagerHeadline(document),
        ResetStatus.Failed => new($"{document.Request.SubjectName} 님의 암호를 재설정하려는 요청이 있었지만 변경되지 않았습니다", $"A reset of {document.Request.SubjectName}'s password was asked for and did not happen"),
        ResetStatus.Unknown => new($"헬프데스크에서 {document.Request.SubjectName} 님의 암호를 재설정했을 수 있습니다", $"The help desk may have reset {document.Request.SubjectName}'s password"),
        _ => new($"헬프데스크에서 {document.Request.SubjectName} 님의 암호를 재설정했습니다", $"The help desk has reset {document.Request.SubjectName}'s password"),
    };

    private static bool IsPass(ResetDocument document) => document.Request.Purpose is Purpose.TemporaryAccessPass;

    private static bool IsIdentity(ResetDocument document) => document.Request.Purpose is Purpose.IdentityCheck;

    /// <summary>Asks for the agent's reason.</summary>
    public static Sentence Why(HelpdeskResetState state) => state.Purpose switch
    {
        Purpose.TemporaryAccessPass => PassText.Why(state.SubjectName),
        Purpose.IdentityCheck => IdentityText.Why(state.SubjectName),
        _ when state.IsException => WhyExcept(state.SubjectName),
        _ => Why(state.SubjectName),
    };

    /// <summary>What is asked before anything happens.</summary>
    public static Sentence Question(HelpdeskResetState state) => state.Purpose switch
    {
        Purpose.TemporaryAccessPass => PassText.Question(state.SubjectName),
        Purpose.IdentityCheck => IdentityText.Question(state.SubjectName),
        _ when state.IsException => new($"{state.SubjectName} 님의 암호를 본인 확인 없이 재설정하도록 예외를 요청할까요?", $"Ask for an exception: reset {state.SubjectName}'s password without verification?"),
        _ => Question(state.SubjectName),
    };

    /// <summary>What follows a yes.</summary>
    public static Sentence Follows(Purpose purpose) => purpose switch
    {
        Purpose.TemporaryAccessPass => PassText.WhatWillHappen,
        Purpose.IdentityCheck => IdentityText.WhatWillHappen,
        _ => WhatWillHappen,
    };

    public static Sentence Yes(Purpose purpose) => purpose switch
    {
        Purpose.TemporaryAccessPass => PassText.Issue,
        Purpose.IdentityCheck => IdentityText.Verify,
        _ => Reset,
    };

    public static Sentence No(Purpose purpose) => purpose switch
    {
        Purpose.TemporaryAccessPass => PassText.DoNot,
        Purpose.IdentityCheck => IdentityText.DoNot,
        _ => DoNot,
    };

    public static Sentence Refused(Purpose purpose, string name) => purpose switch
    {
        Purpose.TemporaryAccessPass => PassText.Refused(name),
        Purpose.IdentityCheck => new($"{name} 님의 본인 확인을 여기서 할 수 없습니다.", $"{name} cannot be verified here."),
        _ => Refused(name),
    };

    private static Sentence WhyExcept(string name) => new(
        $"{name} 님을 본인 확인 없이 재설정해야 하는 이유를 한 문장으로 적어 주세요. 승인하는 사람이 읽고, 일일 보고서에 실립니다. 암호나 인증 코드는 적지 마세요.",
        $"Why is {name} to be reset without verification? One sentence; whoever approves reads it. Never a password or a code.");

    private static Sentence Why(string name) => new(
        $"{name} 님의 암호를 재설정하는 이유를 한 문장으로 적어 주세요. 암호나 인증 코드는 적지 마세요.",
        $"Why is {name}'s password to be reset? One sentence; never a password or a code.");

    private static Sentence Question(string name) => new($"{name} 님의 암호를 재설정할까요?", $"Reset {name}'s password?");

    private static Sentence Refused(string name) => new($"{name} 님의 암호를 재설정할 수 없습니다.", $"{name}'s password cannot be reset by you.");

    /// <summary>The card's headline.</summary>
    public static Sentence Headline(ResetDocument document)
    {
        var name = document.Request.SubjectName;
        return document.Status switch
        {
            _ when IsPass(document) => PassText.Headline(document),
            _ when IsIdentity(document) => IdentityText.Headline(document),
            ResetStatus.Opening => new($"요청됨: {name} 님의 암호 재설정", $"Asked: reset of {name}'s password"),
            ResetStatus.Verifying => new($"본인 확인 대기 중: {name} 님의 암호 재설정", $"Waiting for verification: reset of {name}'s password"),
            ResetStatus.Asked or ResetStatus.Clearing => new($"요청됨: {name} 님의 암호 재설정", $"Asked: reset of {name}'s password"),
            ResetStatus.Calling or ResetStatus.Running or ResetStatus.Throttled or ResetStatus.Revoking =>
                new($"진행 중: {name} 님의 암호 재설정", $"Running: reset of {name}'s password"),
            ResetStatus.Reconciling => new($"확인 중: {name} 님의 암호 재설정", $"Checking: reset of {name}'s password"),
            ResetStatus.Failed => new($"실패: {name} 님의 암호는 재설정되지 않았습니다", $"Failed: {name}'s password was not reset"),
            ResetStatus.Unknown => new($"결과를 알 수 없음: {name} 님의 암호 재설정", $"Outcome unknown: reset of {name}'s password"),
            _ when document.ByEvidence => new($"재설정된 것으로 보임: {name} 님의 암호", $"Probably reset: {name}'s password"),
            _ => new($"완료: {name} 님의 암호가 재설정되었습니다", $"Done: {name}'s password was reset"),
        };
    }

    /// <summary>What is happening now.</summary>
    public static Sentence Progress(ResetDocument document) => document.Status switch
    {
        ResetStatus.Opening => new("요청을 확인하고 있습니다.", "The request is being checked."),
        ResetStatus.Verifying => new("본인 확인이 끝나면 진행합니다. 그전에는 아무것도 변경되지 않습니다.", "It goes on when the verification is complete. Until then nothing is changed."),
        ResetStatus.Asked or ResetStatus.Clearing => new("내 권한을 다시 확인하고 있습니다.", "Your rights are being checked again."),
        ResetStatus.Calling => new("Microsoft Graph에 요청하고 있습니다.", "Microsoft Graph is being asked."),
        ResetStatus.Running => new("Microsoft Graph가 받아들였습니다. 끝나기를 기다립니다.", "Microsoft Graph has accepted it and is working on it."),
        ResetStatus.Revoking => new("암호가 변경되었습니다. 기존 로그인을 끊고 있습니다.", "The password is changed; existing sign-ins are being ended."),
        ResetStatus.Throttled => new(
            $"요청이 많아 대기 중입니다(429). 아무것도 변경되지 않았으며 {When.Local(document.RetryAt!.Value)}에 다시 시도합니다.",
            $"Too many requests (429). Nothing was changed; the next try is at {When.Local(document.RetryAt!.Value)}."),
        ResetStatus.Reconciling when IsPass(document) => new(
            "응답을 받지 못했습니다. 다시 요청하지 않고, 테넌트에 새 패스가 있는지 확인하고 있습니다.",
            "No clear answer came. It is not asked again; the tenant is being checked for a new pass."),
        ResetStatus.Reconciling => new(
            "응답을 받지 못했습니다. 다시 요청하지 않고, 테넌트에서 암호가 변경되었는지 확인하고 있습니다.",
            "No clear answer came. It is not asked again; the tenant is being checked for the change."),
        _ => default,
    };

    public static Sentence Offer(DateTimeOffset until) => new(
        $"임시 암호는 {When.Local(until)}까지 한 번 볼 수 있습니다.",
        $"The temporary password can be seen once, until {When.Local(until)}.");

    public static Sentence OfferWithDoubt(DateTimeOffset until) => new(
        $"임시 암호는 {When.Local(until)}까지 한 번 볼 수 있습니다. 유효한 암호가 아닐 수 있습니다.",
        $"The temporary password can be seen once, until {When.Local(until)}. It may not be the valid one.");

    public static Sentence Vanishes(DateTimeOffset at) => new(
        $"{When.Local(at)}에 이 카드에서 사라집니다.",
        $"It vanishes from this card at {When.Local(at)}.");
}
