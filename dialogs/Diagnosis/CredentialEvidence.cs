using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>Says in one line what an application signs in with; every diagnosis of applications shows it alike.</summary>
internal static class CredentialEvidence
{
    /// <summary>Credentials shown of one application; more would not be read.</summary>
    public const int Most = 8;

    private static readonly Sentence Further = new("그 밖에", "And");

    /// <summary>What still works, the first to end first; then what has ended, the last to end first, and how many are not shown.</summary>
    public static IEnumerable<Evidence> Of(IReadOnlyCollection<AppCredential> credentials, DateTimeOffset now)
    {
        var (good, over) = (credentials.Where(one => !(one.EndsAt <= now)), credentials.Where(one => one.EndsAt <= now));
        foreach (var credential in good.OrderBy(static one => one.EndsAt).Concat(over.OrderByDescending(static one => one.EndsAt)).Take(Most))
        {
            yield return new(Name(credential), Term(credential, now));
        }

        if (credentials.Count - Most is > 0 and var more)
        {
            yield return new(Further, new($"{more}개 더 있음", $"{more} more"));
        }
    }

    /// <summary>How long it is still good, or since when it is not.</summary>
    public static Sentence Term(AppCredential credential, DateTimeOffset now)
    {
        if (credential.EndsAt is not { } end)
        {
            return new("만료일을 읽을 수 없음", "its end could not be read");
        }

        var days = (int)Math.Floor((end - now).TotalDays);
        return (end <= now) switch
        {
            true when now - end < TimeSpan.FromDays(1) => new("오늘 만료됨", "expired within the last day"),
            true => new($"{(int)(now - end).TotalDays}일 전에 만료됨", (int)(now - end).TotalDays is 1 ? "expired a day ago" : $"expired {(int)(now - end).TotalDays} days ago"),
            false => new($"{days}일 남음 (만료: {When.Local(end)})", days is 1 ? $"a day left (ends {When.Local(end)})" : $"{days} days left (ends {When.Local(end)})"),
        };
    }

    private static Sentence Name(AppCredential credential)
    {
        var (ko, en) = credential.Kind is AppCredentialKind.Secret ? ("암호", "Secret") : ("인증서", "Certificate");
        var name = credential.DisplayName is { Length: > 0 } given ? $" {CardText.Plain(given, 40)}" : "";
        var hint = credential.Hint is { Length: > 0 } start ? $" ({CardText.Plain(start, 3)}…)" : "";
        return new($"{ko}{name}{hint}", $"{en}{name}{hint}");
    }
}
