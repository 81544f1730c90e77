using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.ExpiringSecrets;

/// <summary>What is said about credentials that end.</summary>
internal static class ExpiringSecretsText
{
    public static readonly Sentence Looked = new("확인한 애플리케이션", "Applications looked at");
    public static readonly Sentence TheApps = new("애플리케이션 목록", "The applications");
    public static Sentence Renew(string app) => new($"{app} 갱신 방법", $"How to renew {app}");

    public static Sentence Headline(ExpiringSecretsVerdict verdict, int expired, int expiring, int days) => verdict switch
    {
        ExpiringSecretsVerdict.NoneExpiring => new($"{days}일 안에 만료되는 자격 증명이 없습니다", $"No credential ends within {days} days"),
        ExpiringSecretsVerdict.SomeExpiring => new($"{days}일 안에 만료되는 자격 증명: {expiring}개", $"Credentials that end within {days} days: {expiring}"),
        ExpiringSecretsVerdict.SomeExpired => new(
            $"만료된 자격 증명 {expired}개, {days}일 안에 만료될 자격 증명 {expiring}개", $"Credentials that have expired: {expired}; that end within {days} days: {expiring}"),
        _ => new("애플리케이션을 읽지 못했습니다", "The applications could not be read"),
    };

    public static Sentence More(int count) => new($"아래에는 가장 급한 것부터 표시했으며 {count}개가 더 있습니다.", $"The most urgent ones are shown; there are {count} more.");
}
