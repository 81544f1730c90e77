using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What is said otherwise where a Temporary Access Pass is given instead of a password.</summary>
internal static class PassText
{
    public static readonly Sentence Issue = new("패스 발급", "Issue the pass");
    public static readonly Sentence DoNot = new("발급하지 않음", "Do not issue it");
    public static readonly Sentence Instead = new("대신 임시 액세스 패스 발급", "Issue a Temporary Access Pass instead");
    public static readonly Sentence Show = new("코드 한 번 보기", "Show the code once");
    public static readonly Sentence Showing = new("카드에 코드를 표시합니다.", "The code appears on the card.");
    public static readonly Sentence TakeBack = new("패스 회수", "Take the pass back");
    public static readonly Sentence TakingBack = new("패스를 회수합니다.", "The pass is being taken back.");
    public static readonly Sentence CodeHere = new("임시 액세스 패스", "Temporary Access Pass");

    /// <remarks>Source: Entra «Configure Temporary Access Pass»: strong authentication by itself; used to register passwordless methods, no password is known to anybody.</remarks>
    public static readonly Sentence Better = new(
        "임시 액세스 패스가 더 안전합니다. 암호는 그대로이고 아무도 알게 되지 않으며, 패스는 한 번만 쓰이고 저절로 끝나고, 그것으로 새 인증 방법을 등록할 수 있습니다.",
        "A Temporary Access Pass is the safer help: nobody learns a password, it works once and ends by itself, and new methods are registered with it.");

    public static readonly Sentence WhatWillHappen = new(
        "확인하면 이렇게 진행됩니다.\n- Microsoft Graph가 한 번만 쓸 수 있는 임시 액세스 패스를 만듭니다. 이전 패스가 있으면 대체됩니다.\n- 사용자는 이 패스로 로그인해 새 인증 방법을 등록합니다.\n- 암호는 바뀌지 않고 기존 로그인도 유지됩니다.\n- 코드는 이 채팅에서 나에게만 한 번 보이고, 정해진 시간 뒤에 사라집니다.",
        "If you confirm:\n- Microsoft Graph makes a Temporary Access Pass that works once; it takes the place of an earlier one;\n- they sign in with it and register new methods;\n- the password stays as it is, and so do existing sign-ins;\n- the code can be seen once, by you alone, in this chat, and vanishes after a set time.");

    public static readonly Sentence Synced = new(
        "동기화된 계정입니다. 패스는 클라우드 로그인에만 통하고, Windows와 Active Directory의 암호는 바뀌지 않습니다. 그 암호를 잊었다면 재설정이 필요합니다.",
        "Synced from Active Directory: a pass signs them in to the cloud only. The password of Windows and Active Directory stays; if that is forgotten, it takes a reset.");

    public static readonly Sentence HowToUse = new(
        "로그인 화면에 이 코드를 입력한 뒤 https://mysignins.microsoft.com/security-info 에서 인증 방법을 등록합니다. 10분 안에 등록을 마쳐야 합니다.",
        "They type it where the sign-in asks, then register their methods at https://mysignins.microsoft.com/security-info within ten minutes.");

    public static readonly Sentence CodeGone = new("코드는 카드에서 지워졌습니다.", "The code has been removed from this card.");
    public static readonly Sentence TakenBack = new("패스를 회수했습니다. 더 이상 쓸 수 없습니다.", "The pass was taken back and works no more.");
    public static readonly Sentence Ended = new("패스의 유효 시간이 끝났습니다.", "The pass has ended.");
    public static readonly Sentence NotYetTakenBack = new("⚠ 아직 회수하지 못했습니다. 계속 시도합니다.", "⚠ It could not be taken back yet. It is tried again and again.");

    public static readonly Sentence UnknownNext = new(
        "패스가 만들어졌는지 확인할 수 없지만 코드를 받은 사람은 없습니다. 필요하면 새로 요청해 주세요. 새 패스가 이전 패스를 대체합니다.",
        "Whether a pass was made is not sure, and its code reached nobody. If one is needed, ask anew: it takes the place of the other.");

    public static Sentence Works(DateTimeOffset until) => new($"{When.Local(until)}까지 한 번 쓸 수 있습니다.", $"It works once, until {When.Local(until)}.");

    public static Sentence Offer(DateTimeOffset until) => new(
        $"코드는 {When.Local(until)}까지 한 번 볼 수 있습니다. 보지 않으면 패스를 회수합니다.",
        $"The code can be seen once, until {When.Local(until)}. A pass that nobody looked at is taken back.");

    public static Sentence Why(string name) => new(
        $"{name} 님에게 임시 액세스 패스를 발급하는 이유를 한 문장으로 적어 주세요. 암호나 인증 코드는 적지 마세요.",
        $"Why does {name} need a Temporary Access Pass? One sentence; never a password or a code.");

    public static Sentence Question(string name) => new($"{name} 님에게 임시 액세스 패스를 발급할까요?", $"Issue a Temporary Access Pass to {name}?");

    public static Sentence Refused(string name) => new($"{name} 님에게 패스를 발급할 수 없습니다.", $"You cannot give {name} a pass.");

    /// <summary>The card's headline.</summary>
    public static Sentence Headline(ResetDocument document)
    {
        var name = document.Request.SubjectName;
        return document.Status switch
        {
            ResetStatus.Verifying => new($"본인 확인 대기 중: {name} 님의 임시 액세스 패스", $"Waiting for verification: a pass for {name}"),
            ResetStatus.Opening or ResetStatus.Asked or ResetStatus.Clearing => new($"요청됨: {name} 님의 임시 액세스 패스", $"Asked: a pass for {name}"),
            ResetStatus.Calling or ResetStatus.Throttled => new($"진행 중: {name} 님의 임시 액세스 패스", $"Running: a pass for {name}"),
            ResetStatus.Reconciling => new($"확인 중: {name} 님의 임시 액세스 패스", $"Checking: a pass for {name}"),
            ResetStatus.Withdrawing => new($"회수 중: {name} 님의 임시 액세스 패스", $"Being taken back: the pass of {name}"),
            ResetStatus.Failed => new($"실패: {name} 님에게 패스를 발급하지 않았습니다", $"Failed: no pass was issued to {name}"),
            ResetStatus.Unknown => new($"결과를 알 수 없음: {name} 님의 임시 액세스 패스", $"Outcome unknown: a pass for {name}"),
            _ when document.PassTakenBack is true => new($"회수됨: {name} 님의 임시 액세스 패스", $"Taken back: the pass of {name}"),
            _ => new($"완료: {name} 님에게 임시 액세스 패스를 발급했습니다", $"Done: a Temporary Access Pass was issued to {name}"),
        };
    }

    public static Sentence NoticeHeadline(ResetDocument document) => document.Status switch
    {
        ResetStatus.Failed => new("내 계정에 임시 액세스 패스를 발급하려는 요청이 있었지만 발급되지 않았습니다", "A Temporary Access Pass for your account was asked for and not issued"),
        ResetStatus.Unknown => new("헬프데스크에서 내 계정에 임시 액세스 패스를 발급했을 수 있습니다", "The help desk may have issued a Temporary Access Pass for your account"),
        _ => new("헬프데스크에서 내 계정에 임시 액세스 패스를 발급했습니다", "The help desk has issued a Temporary Access Pass for your account"),
    };

    public static Sentence ManagerHeadline(ResetDocument document)
    {
        var name = document.Request.SubjectName;
        return document.Status switch
        {
            ResetStatus.Failed => new($"{name} 님에게 임시 액세스 패스를 발급하려는 요청이 있었지만 발급되지 않았습니다", $"A Temporary Access Pass for {name} was asked for and not issued"),
            ResetStatus.Unknown => new($"헬프데스크에서 {name} 님에게 임시 액세스 패스를 발급했을 수 있습니다", $"The help desk may have issued a Temporary Access Pass to {name}"),
            _ => new($"헬프데스크에서 {name} 님에게 임시 액세스 패스를 발급했습니다", $"The help desk has issued a Temporary Access Pass to {name}"),
        };
    }
}
