using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ExpiringSecrets;

/// <summary>Makes of what is due what its card shows.</summary>
internal static class ExpiringSecretsCards
{
    /// <summary>Lines on a card; the rest is counted.</summary>
    private const int Most = 15;

    public static Finding State(
        IReadOnlyList<(DirectoryApplication App, AppCredential Credential)>? due, GraphResult<IReadOnlyList<DirectoryApplication>> read, int days, DateTimeOffset now)
    {
        var verdict = ExpiringSecretsRules.Decide(due, now);
        var expired = due?.Count(one => one.Credential.IsExpired(now)) ?? 0;
        return new()
        {
            Headline = ExpiringSecretsText.Headline(verdict, expired, (due?.Count ?? 0) - expired, days),
            Tone = verdict switch
            {
                ExpiringSecretsVerdict.NoneExpiring => Tone.Good,
                ExpiringSecretsVerdict.SomeExpired => Tone.Blocked,
                _ => Tone.Doubtful,
            },
            Reasons = due is { Count: > Most } ? [ExpiringSecretsText.More(due.Count - Most)] : [],
            Evidence =
            [
                .. (due ?? []).Take(Most).Select(one => new Evidence(Name(one.App, one.Credential), CredentialEvidence.Term(one.Credential, now))),
                .. read.OrNothing() is { } apps ? [Evidence.Of(ExpiringSecretsText.Looked, $"{apps.Count}")] : Array.Empty<Evidence>(),
            ],
            Unseen = Unseen.Among(Unseen.From(read, ExpiringSecretsText.TheApps)),
            Next = due is { Count: > 0 } ? [new NextStep.Ask(ExpiringSecretsText.Renew(CardText.Shown(due[0].App.DisplayName ?? due[0].App.AppId, 40)), Intents.AppCredentialRotate) { About = due[0].App.AppId }] : [],
        };
    }

    private static Sentence Name(DirectoryApplication app, AppCredential credential)
    {
        var name = CardText.Plain(app.DisplayName ?? app.AppId, 40);
        return credential.Kind is AppCredentialKind.Secret ? new($"{name} (암호)", $"{name} (secret)") : new($"{name} (인증서)", $"{name} (certificate)");
    }
}
