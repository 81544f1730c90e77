using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.AppCredentials;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class AppCredentialsCards
{
    private const string Portal = "https://entra.microsoft.com";
    private const string Command = "https://learn.microsoft.com/cli/azure/ad/app/credential";

    public static Finding State(FoundApplication found, AppCredentialsFacts facts, AppCredentialsVerdict verdict, DateTimeOffset now) => new()
    {
        Headline = AppCredentialsText.Headline(verdict, CardText.Plain(facts.App?.DisplayName ?? found.Words, 60), facts.Policy?.LongestSecret),
        Tone = verdict switch
        {
            AppCredentialsVerdict.MayAsOwner or AppCredentialsVerdict.MayByRole or AppCredentialsVerdict.LifetimeLimited => Tone.Good,
            AppCredentialsVerdict.AskOwner or AppCredentialsVerdict.SecretsForbidden => Tone.Blocked,
            AppCredentialsVerdict.NoValidCertificate => Tone.Neutral,
            _ => Tone.Doubtful,
        },
        Reasons = [.. AppCredentialsText.Steps(verdict, facts.App?.AppId ?? "", OwnerEvidence.Names(facts.Owners), EndOf(facts.Policy, now))],
        Evidence = [.. Rests(facts, now)],
        Unseen = facts.Unseen,
        Next = [new NextStep.Open(AppCredentialsText.OpenPortal, Portal), new NextStep.Open(AppCredentialsText.OpenCommand, Command)],
    };

    /// <summary>What the command asks for: a year, or as long as the policy lets a secret live.</summary>
    private static DateOnly? EndOf(AppManagementPolicy? policy, DateTimeOffset now) =>
        policy?.LongestSecret is { } longest ? DateOnly.FromDateTime(now.Add(longest).UtcDateTime) : null;

    private static IEnumerable<Evidence> Rests(AppCredentialsFacts facts, DateTimeOffset now)
    {
        if (facts.App is not { } app)
        {
            yield break;
        }

        yield return Evidence.Of(AppCredentialsText.ClientId, app.AppId);
        if (app.Credentials.Count is 0)
        {
            yield return new(AppCredentialsText.Credentials, AppCredentialsText.None);
        }

        foreach (var credential in CredentialEvidence.Of(app.Credentials, now))
        {
            yield return credential;
        }

        yield return OwnerEvidence.Of(facts.Owners);
    }
}
