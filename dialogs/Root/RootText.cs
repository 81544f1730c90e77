using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Root;

/// <summary>What the bot says outside of any dialog.</summary>
internal static class RootText
{
    public static readonly Sentence Hello = new("안녕하세요, CredBot입니다", "Hello, this is CredBot");

    public static readonly Sentence WhatIDo = new(
        "암호와 자격 증명에 관해 물어보세요. 내 계정에서 실제로 되는 방법을 알려 드립니다. 헬프데스크 담당자는 자신의 권한으로 사용자의 암호를 재설정하고, 관리자는 누구를 재설정할 수 있는지와 그 규칙을 확인할 수 있습니다.",
        "Ask about passwords and credentials, and get the way that works for your own account. Help desk agents reset a user's password under their own rights; administrators see whom they may reset, and the rule that decides.");

    public static readonly Sentence Never = new(
        "CredBot은 암호나 인증 코드를 절대 묻지 않습니다. 누가 묻더라도 채팅에 적지 마세요.",
        "CredBot never asks for a password or an authentication code. Whoever asks, do not type one into a chat.");

    public static readonly Sentence Anytime = new(
        "언제든지 \"도움말\", \"취소\", \"로그아웃\"이라고 입력할 수 있습니다.",
        "At any time you can type \"help\", \"cancel\" or \"sign out\".");

    public static readonly Sentence TryOne = new("예를 들면:", "For example:");

    public static readonly Sentence Cancelled = new("취소했습니다. 아무것도 변경되지 않았습니다.", "Cancelled. Nothing was changed.");
    public static readonly Sentence NothingToCancel = new("진행 중인 것이 없습니다.", "There is nothing under way to cancel.");
    public static readonly Sentence SignedOut = new("로그아웃했습니다. 다음에 필요하면 다시 로그인합니다.", "You are signed out. The next question that needs it signs you in again.");

    public static readonly Sentence NotSignedOut = new(
        "로그인 서비스가 응답하지 않아 로그아웃하지 못했습니다. 잠시 후 다시 시도해 주세요.",
        "You could not be signed out: the sign-in service does not answer. Please try again in a moment.");

    public static readonly Sentence DidYouMean = new("이 중에 찾으시는 것이 있나요?", "Did you mean one of these?");

    public static readonly Sentence OutOfScope = new(
        "그건 제가 도와드릴 수 없는 일입니다. 회사 계정의 암호, 로그인, 앱 자격 증명에 관해 물어봐 주세요.",
        "I cannot help with that. Ask me about passwords, sign-in and application credentials of your work account.");

    public static readonly Sentence InPrivate = new(
        "계정에 관한 이야기는 여기서 하지 않습니다. 저에게 개인 채팅으로 보내 주세요. 가능하면 이 질문을 그 채팅에서 제가 먼저 이어 갑니다.",
        "Accounts are not discussed here. Please write to me in private. Where I can, I go on with this question there.");

    public static readonly Sentence FromElsewhere = new(
        "다른 사람도 볼 수 있는 곳에서 물어보신 것을 여기서 이어 갑니다.",
        "You asked me this where others can read it. Let us go on here.");

    public static readonly Sentence TooLong = new(
        "메시지가 너무 깁니다. 질문을 한두 문장으로 줄여서 보내 주세요.",
        "That message is too long. Please ask in a sentence or two.");

    public static readonly Sentence TooLargeToShow = new(
        "답변이 너무 커서 여기에 표시할 수 없습니다. 범위를 좁혀서 다시 물어봐 주세요.",
        "The answer is too large to be shown here. Please ask for less at a time.");

    public static readonly Sentence OnlyWords = new(
        "글로 된 메시지만 읽을 수 있습니다. 질문을 적어 주세요.",
        "I can read words only. Please type your question.");

    public static readonly Sentence NoFiles = new(
        "저는 파일을 보내지 않습니다. 아무것도 업로드하지 않았습니다.",
        "I do not send files. Nothing was uploaded.");

    public static readonly Sentence WhoAreYou = new(
        "채널이 누구인지 알려 주지 않아 계정에 관한 일은 도와드릴 수 없습니다. Microsoft Teams의 개인 채팅에서 물어봐 주세요.",
        "The channel does not say who you are, so nothing about accounts can be done here. Ask me in a private chat in Microsoft Teams.");

    public static readonly Sentence NotYourQuestion = new(
        "이 질문은 다른 사람에게 한 것입니다. 새로 시작하려면 저에게 개인 채팅으로 보내 주세요.",
        "That question was put to somebody else. To start your own, write to me in private.");

    public static readonly Sentence OldCard = new(
        "이 카드는 더 이상 유효하지 않습니다. 다시 하려면 새로 말씀해 주세요.",
        "This card is no longer valid. To do it again, just ask.");

    public static readonly Sentence Working = new("처리하고 있습니다.", "On it.");

    public static readonly Sentence Updated = new(
        "그사이 제가 업데이트되어 하던 이야기를 이어갈 수 없습니다. 아무것도 변경되지 않았습니다. 처음부터 다시 말씀해 주세요.",
        "I was updated in the meantime and cannot go on where we were. Nothing was changed. Please start again.");

    public static readonly Sentence Human = new(
        "사람의 도움이 필요하시면 조직의 헬프데스크에 연락해 주세요. 본인 확인을 위해 직접 전화하거나 방문하는 것이 가장 빠릅니다.",
        "To talk to a person, contact your organisation's help desk. Calling or going there yourself is quickest, since they have to verify you.");

    public static readonly Sentence Welcome = new("천만에요! 더 궁금한 것이 있으면 말씀해 주세요.", "You are welcome! Ask me anything else you need.");

    public static Sentence TooFast(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds) is 1
        ? new("메시지가 너무 빨리 와서 다 처리하지 못했습니다. 1초 뒤에 다시 보내 주세요.", "That was faster than I can follow, and the last of it was not read. Please send it again in 1 second.")
        : new(
            $"메시지가 너무 빨리 와서 다 처리하지 못했습니다. {Math.Ceiling(wait.TotalSeconds):0}초 뒤에 다시 보내 주세요.",
            $"That was faster than I can follow, and the last of it was not read. Please send it again in {Math.Ceiling(wait.TotalSeconds):0} seconds.");

    public static Sentence Failed(string reference) => new(
        $"죄송합니다, 문제가 생겨 답하지 못했습니다. 하던 이야기는 그대로 남아 있으니 다시 보내 주세요. 계속되면 이 번호를 알려 주세요: {reference}",
        $"Sorry, something went wrong and this was not answered. Where we were is kept, so please send it again. If it goes on, quote this number: {reference}");

    public static readonly Sentence LooksLikeASecret = new(
        "암호나 인증 코드처럼 보입니다. 저는 저장하지 않지만 채팅에는 남으니 메시지를 삭제하고, 암호라면 바로 변경해 주세요. CredBot과 헬프데스크는 암호나 인증 코드를 묻지 않습니다. 헬프데스크가 불러 준 숫자라면 제가 보낸 카드에 입력해 주세요.",
        "That looks like a password or a code. I do not keep it, but it stands in this chat: delete the message, and if it is a password, change it now. Neither CredBot nor the help desk asks for one. A number that the help desk reads to you goes into the card I sent.");
}
