using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>What every diagnosis says in the same words.</summary>
internal static class DiagnosisText
{
    public static readonly Sentence GeneralAnswer = new("일반적인 답변 보기", "The general answer");
    public static readonly Sentence ReadNow = new("방금 내 권한으로 읽은 정보입니다.", "Read just now, under your own rights.");
    public static readonly Sentence NotSeen = new("확인하지 못한 항목", "What could not be seen");

    /// <summary>A fact whose source is older than the question.</summary>
    public static Sentence AsOf(Sentence value, DateTimeOffset at, DateTimeOffset now) => new(
        $"{value.Ko} ({When.Age(at, now).Ko} 기준)",
        $"{value.En} (as of {When.Age(at, now).En})");

    /// <summary>One thing that could not be read: why, and who can supply it.</summary>
    public static Sentence Missing(Unseen unseen)
    {
        var (what, why, help) = (unseen.What, GraphErrorText.Sentence(unseen.Error), Help(unseen));
        return new($"{what.Ko}: {why.Ko}{help.Ko}", $"{what.En}: {why.En}{help.En}");
    }

    private static Sentence Help(Unseen unseen) => unseen switch
    {
        { Error.NeedsPremium: true } => new(
            " 이 정보는 Microsoft Entra ID P1 이상의 라이선스가 있어야 제공됩니다.",
            " It takes a Microsoft Entra ID P1 licence or higher in the tenant."),
        { Error.Kind: GraphErrorKind.Forbidden, WhoMay: { } who } => new($" 볼 수 있는 사람: {who.Ko}", $" Who may see it: {who.En}."),
        { Error.Kind: GraphErrorKind.Forbidden } => new(
            " 관리자에게 CredBot 앱의 권한 동의를 확인해 달라고 요청해 주세요.",
            " Ask an administrator whether the CredBot app has consent for it."),
        _ => new("", ""),
    };
}
