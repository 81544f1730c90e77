using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>What a check says.</summary>
internal static class AdminCheckText
{
    public static readonly Sentence Account = new("계정", "Account");
    public static readonly Sentence TheirRoles = new("대상의 역할", "Their roles");
    public static readonly Sentence MyRoles = new("내 역할(활성)", "My roles (active)");
    public static readonly Sentence NoRoles = new("없음", "none");
    public static readonly Sentence Unreadable = new("읽을 수 없음", "could not be read");
    public static readonly Sentence ResetNow = new("암호 재설정 시작", "Start a reset");

    public static Sentence Yes(string name) => new($"예. {name} 님의 암호를 재설정할 수 있습니다.", $"Yes, you may reset {name}'s password.");

    public static Sentence No(string name) => new($"아니요. {name} 님의 암호를 재설정할 수 없습니다.", $"No, you may not reset {name}'s password.");

    public static Sentence Unknown(string name) => new($"{name} 님에 대해서는 판단할 수 없습니다.", $"It cannot be told whether you may reset {name}'s password.");
}
