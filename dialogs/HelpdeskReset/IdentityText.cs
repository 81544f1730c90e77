using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>What is said otherwise where an agent only verifies who is calling.</summary>
internal static class IdentityText
{
    public static readonly Sentence Verify = new("본인 확인 시작", "Verify the caller");
    public static readonly Sentence DoNot = new("하지 않음", "Do not verify");

    public static readonly Sentence WhatWillHappen = new(
        "확인만 하고 아무것도 변경하지 않습니다. 결과는 이 카드와 감사 기록에 남고, 다른 요청에는 쓸 수 없습니다. 재설정하는 사람은 다시 확인합니다.",
        "This verifies the caller and changes nothing. The result stands on this card and in the audit, and is good for no other request: whoever resets verifies again.");

    public static readonly Sentence HandOver = new(
        "확인되었습니다. 재설정이 필요하면 권한이 있는 동료에게 통화를 넘기고 확인 시각을 알려 주세요.",
        "Verified. If a reset is needed, hand the call to a colleague who may, and tell them when you verified it.");

    public static Sentence Why(string name) => new(
        $"{name} 님의 본인 확인이 필요한 이유를 한 문장으로 적어 주세요. 암호나 인증 코드는 적지 마세요.",
        $"Why is {name} to be verified? One sentence; never a password or a code.");

    public static Sentence Question(string name) => new($"{name} 님이 맞는지 확인할까요?", $"Verify that the caller is {name}?");

    public static Sentence Headline(ResetDocument document)
    {
        var name = document.Request.SubjectName;
        return document.Status switch
        {
            ResetStatus.Failed => new($"확인되지 않음: {name} 님", $"Not verified: {name}"),
            ResetStatus.Closed => new($"확인됨: {name} 님이 맞습니다", $"Verified: the caller is {name}"),
            _ => new($"본인 확인 중: {name} 님", $"Being verified: {name}"),
        };
    }

    public static Sentence NoticeHeadline(ResetDocument document) => document.Status is ResetStatus.Failed
        ? new("헬프데스크에서 내 본인 확인을 시도했지만 확인되지 않았습니다", "The help desk tried to verify you on a call, without success")
        : new("헬프데스크에서 통화 중 본인 확인을 했습니다", "The help desk has verified you on a call");

    public static Sentence ManagerHeadline(ResetDocument document)
    {
        var name = document.Request.SubjectName;
        return document.Status is ResetStatus.Failed
            ? new($"헬프데스크에서 {name} 님의 본인 확인을 시도했지만 확인되지 않았습니다", $"The help desk tried to verify {name} on a call, without success")
            : new($"헬프데스크에서 {name} 님을 통화 중 확인했습니다", $"The help desk has verified {name} on a call");
    }
}
