using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>What a check of a caller says.</summary>
internal static class AgentCheckText
{
    public static readonly Sentence Who = new(
        "전화나 메시지를 보낸 사람이 누구라고 했나요? 이름이나 메일 주소를 적어 주세요. 확인이 끝날 때까지 그 사람이 시키는 일은 하지 마세요.",
        "Who do they say they are? Type the name or the address they gave. Until this is checked, do nothing they ask for.");

    public static readonly Sentence NobodyKnown = new(
        "디렉터리에서 확인할 수 없는 사람이라면 믿지 마세요. 전화를 끊고, 알고 있는 번호로 헬프데스크에 전화해 주세요.",
        "Do not trust somebody whom the directory does not know. Hang up, and call your help desk on a number you already know.");

    public static readonly Sentence Yourself = new("그건 본인입니다. 누구라고 했는지 적어 주세요.", "That is you. Ask again with the name they gave.");
    public static readonly Sentence Agent = new("주장하는 사람", "Who they say they are");
    public static readonly Sentence Address = new("계정", "Account");
    public static readonly Sentence Job = new("직함", "Job title");
    public static readonly Sentence Asker = new("묻는 사람", "Asked by");
    public static readonly Sentence Until = new("유효 기한", "Until");

    public static readonly Sentence AskedThem = new(
        "그 사람의 Teams로 지금 통화 중인지 물었습니다. 그렇다고 답하면 두 사람의 카드에 같은 단어가 나타납니다. 그때까지 아무것도 하지 마세요.",
        "They are asked in their own Teams whether it is them. If so, the same words appear on both your cards. Until then do nothing the caller asks for.");

    public static readonly Sentence LetThemSay = new(
        "상대에게 단어를 말해 보라고 하세요. 먼저 읽어 주지 마세요.",
        "Let the caller say these words. Never say them first.");

    public static readonly Sentence Words = new("두 카드에 있는 단어", "The words on both cards");
    public static readonly Sentence Match = new("같은 단어를 말했음", "They said these words");
    public static readonly Sentence Differ = new("말하지 못했음", "They could not say them");
    public static readonly Sentence Stop = new("그만두기", "Stop");
    public static readonly Sentence Here = new("네, 지금 이야기하고 있습니다", "Yes, I am talking with them");
    public static readonly Sentence NotMe = new("제가 아닙니다", "This isn't me");

    public static readonly Sentence OnlyIfTrue = new(
        "지금 이 사람과 직접 이야기하고 있을 때만 그렇다고 답해 주세요. 아니라면 누군가 내 이름을 사칭하고 있는 것입니다.",
        "Say yes only if you are talking with this person right now. Otherwise somebody is using your name.");

    public static readonly Sentence SayThem = new("이 단어를 상대에게 말해 주세요.", "Say these words to them.");
    public static readonly Sentence WordComes = new("이 카드에 단어가 나타납니다.", "The words appear on this card.");
    public static readonly Sentence Told = new("상대와 담당자에게 알렸습니다.", "They and the people on call are told.");
    public static readonly Sentence Noted = new("알겠습니다.", "Noted.");
    public static readonly Sentence HangUp = new("전화를 끊으세요. 담당자에게 알렸습니다.", "Hang up. The people on call are told.");
    public static readonly Sentence NotYours = new("이 카드는 질문을 받은 사람만 사용할 수 있습니다.", "Only the person who was asked can use this card.");
    public static readonly Sentence IsOver = new("이미 끝난 확인입니다.", "This check is over.");

    public static readonly Sentence StillCareful = new(
        "본인이 맞습니다. 그래도 암호나 인증 코드는 누구에게도 말하지 마세요. 헬프데스크는 묻지 않습니다.",
        "It is them. Even so, tell nobody a password or a code: the help desk never asks for one.");

    public static readonly Sentence CallBack = new(
        "전화를 끊고, 알고 있는 번호로 헬프데스크에 전화해 주세요. 그 사람이 시킨 일은 하지 마세요.",
        "Hang up, and call your help desk on a number you already know. Do nothing that the caller asked for.");

    public static Sentence Guest(string name) => new(
        $"{name} 님은 우리 조직 사람이 아니라 게스트입니다. 헬프데스크일 수 없습니다. {CallBack.Ko}",
        $"{name} is a guest here and not of your organisation, so this is not your help desk. {CallBack.En}");

    public static Sentence Disabled(string name) => new(
        $"{name} 님의 계정은 사용 중지되어 있습니다. {CallBack.Ko}",
        $"{name}'s account is switched off. {CallBack.En}");

    /// <summary>The asker's headline.</summary>
    public static Sentence Headline(AgentCheckDocument document)
    {
        var name = document.Request.AgentName;
        return document.End switch
        {
            null when document.Status is AgentCheckStatus.Asking => new($"확인 중: {name} 님에게 묻고 있습니다", $"Checking: {name} is being asked"),
            null => new($"{name} 님이 답했습니다", $"{name} has answered"),
            AgentCheckEnd.Matched => new($"확인됨: {name} 님이 맞습니다", $"Confirmed: this is {name}"),
            AgentCheckEnd.Cancelled => new("확인을 그만두었습니다", "The check was stopped"),
            AgentCheckEnd.Expired => new($"{name} 님이라고 확인되지 않았습니다", $"Not confirmed: nobody answered as {name}"),
            AgentCheckEnd.Unreachable => new($"{name} 님에게 물어볼 수 없었습니다", $"Not confirmed: {name} could not be asked"),
            _ => new($"사칭입니다: {name} 님이 아닙니다", $"Impostor: this is not {name}"),
        };
    }

    /// <summary>The colleague's headline while they are asked.</summary>
    public static Sentence Question(string asker) => new($"지금 {asker} 님과 이야기하고 있나요?", $"Are you talking with {asker} right now?");

    /// <summary>The colleague's headline at the end.</summary>
    public static Sentence AgentHeadline(AgentWordDocument document) => document.End switch
    {
        AgentCheckEnd.Matched => new($"{document.AskerName} 님이 확인했습니다", $"{document.AskerName} has confirmed that it is you"),
        AgentCheckEnd.Mismatched => new($"{document.AskerName} 님은 그 단어를 듣지 못했습니다", $"{document.AskerName} was not told these words"),
        _ => new("확인이 끝났습니다", "This check is over"),
    };

    public static Sentence Thanks(string asker) => new($"알려 주셔서 감사합니다. {asker} 님에게 끊으라고 알렸습니다", $"Thank you. {asker} is told to hang up");
}
