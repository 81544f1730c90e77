using CredBot.Dialogs.Language;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.MyRights;

/// <summary>What the answer about one's own roles says.</summary>
/// <remarks>Source: Entra «Privileged roles and permissions», «Smart lockout», «Configure Temporary Access Pass».</remarks>
internal static class MyRightsText
{
    /// <summary>«My roles» of Privileged Identity Management, where a role is activated.</summary>
    public const string ActivationUrl = "https://entra.microsoft.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles";

    public static readonly Sentence Active = new("활성", "active");
    public static readonly Sentence ToActivate = new("활성화 필요", "to be activated");
    public static readonly Sentence WholeTenant = new("테넌트 전체", "whole tenant");
    public static readonly Sentence OneObject = new("개체 하나", "one object");
    public static readonly Sentence TheActive = new("내 활성 역할", "Your active roles");
    public static readonly Sentence TheEligible = new("활성화할 수 있는 내 역할", "The roles you could activate");
    public static readonly Sentence TheUnit = new("관리 단위의 이름", "The name of an administrative unit");
    public static readonly Sentence Further = new("그 밖에", "And");
    public static readonly Sentence OpenActivation = new("PIM에서 역할 활성화", "Activate a role in PIM");
    public static readonly Sentence CheckSomebody = new("특정 사용자에 대해 확인", "Check it for a person");

    public static Sentence Number(int more) => new($"역할 {more}개 더 있음", more is 1 ? "one more role" : $"{more} more roles");

    public static Sentence Unit(string name) => new($"관리 단위 {name}", $"unit {name}");

    public static Sentence Line(Sentence state, Sentence where, string? until, Sentence rights) => new(
        $"{state.Ko}, {where.Ko}{(until is null ? "" : $", {until}까지")} · {rights.Ko}",
        $"{state.En}, {where.En}{(until is null ? "" : $", until {until}")} · {rights.En}");

    public static Sentence Rights(RoleRights rights)
    {
        var (resets, passes) = (Reach(rights.Resets), Reach(rights.IssuesPasses));
        return new(
            $"재설정·잠금 해제: {resets.Ko} · 인증 방법 보기: {(rights.ReadsMethods ? "예" : "아니요")} · 임시 액세스 패스: {passes.Ko}",
            $"reset and unlock: {resets.En} · see methods: {(rights.ReadsMethods ? "yes" : "no")} · Temporary Access Pass: {passes.En}");
    }

    public static Sentence Headline(MyRightsVerdict verdict) => verdict switch
    {
        MyRightsVerdict.HasActive => new("지금 활성화된 역할이 있습니다", "You hold active roles"),
        MyRightsVerdict.OnlyEligible => new("활성화된 역할은 없고, 활성화할 수 있는 역할이 있습니다", "No role of yours is active, but you could activate one"),
        MyRightsVerdict.None => new("디렉터리 역할이 없습니다", "You hold no directory role"),
        _ => new("내 역할을 확인하지 못했습니다", "It could not be told which roles you hold"),
    };

    public static IEnumerable<Sentence> Reasons(MyRightsVerdict verdict, bool resets)
    {
        switch (verdict)
        {
            case MyRightsVerdict.HasActive when resets:
                yield return new(
                    "특정 사용자에게 미치는지는 그 사람의 역할과 그룹에 따라 다릅니다. 아래에서 확인할 수 있습니다.",
                    "Whether a role reaches a given person depends on their roles and groups: check it below.");
                yield return new(
                    "잠금만 푸는 방법은 없으며, 암호를 재설정하면 잠금도 풀립니다.",
                    "There is no way to unlock alone; a reset lifts the lockout too.");
                break;
            case MyRightsVerdict.HasActive:
                yield return new("이 역할로는 다른 사람의 암호를 재설정할 수 없습니다.", "None of them resets other people's passwords.");
                break;
            case MyRightsVerdict.OnlyEligible:
                yield return new("활성화하기 전에는 아무 권한도 없습니다.", "Until it is activated it permits nothing.");
                break;
            case MyRightsVerdict.None:
                yield return new(
                    "다른 사람의 암호는 재설정할 수 없습니다. 필요하면 관리자에게 암호 관리자 역할부터 요청해 주세요.",
                    "You may not reset other people's passwords. If you need to, ask an administrator, for Password Administrator to begin with.");
                break;
            default:
                yield return new("활성 역할과 활성화할 수 있는 역할을 모두 읽어야 판단할 수 있습니다.", "It takes both your active roles and those you could activate.");
                break;
        }
    }

    private static Sentence Reach(RightReach reach) => reach switch
    {
        RightReach.PeopleWithoutRole => new("역할이 없는 사람", "people without a role"),
        RightReach.SomeAdministrators => new("역할이 없는 사람과 일부 낮은 역할", "people without a role and some lesser roles"),
        RightReach.Everybody => new("관리자를 포함한 모두", "everybody, administrators too"),
        _ => new("없음", "nobody"),
    };
}
