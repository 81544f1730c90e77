using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ClientCredentials;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class ClientCredentialsCards
{
    private const string TokenPage = "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow";
    private const string Portal = "https://entra.microsoft.com";

    public static Finding State(FoundApplication found, ClientCredentialsFacts facts, ClientCredentialsVerdict verdict, DateTimeOffset now) => new()
    {
        Headline = ClientCredentialsText.Headline(verdict, CardText.Plain(facts.App?.DisplayName ?? facts.Principal?.DisplayName ?? found.Words, 60)),
        Tone = verdict switch
        {
            ClientCredentialsVerdict.Works => Tone.Good,
            ClientCredentialsVerdict.Expiring or ClientCredentialsVerdict.CannotTell or ClientCredentialsVerdict.NotFound => Tone.Doubtful,
            ClientCredentialsVerdict.NotHome => Tone.Neutral,
            _ => Tone.Blocked,
        },
        Reasons = [ClientCredentialsText.Why(verdict)],
        Evidence = [.. Rests(facts, now)],
        Unseen = facts.Unseen,
        Next = [.. Next(verdict, facts)],
    };

    private static IEnumerable<NextStep> Next(ClientCredentialsVerdict verdict, ClientCredentialsFacts facts)
    {
        if (verdict is ClientCredentialsVerdict.Expired or ClientCredentialsVerdict.Expiring or ClientCredentialsVerdict.NoCredential)
        {
            yield return new NextStep.Ask(ClientCredentialsText.Renew, Intents.AppCredentialRotate) { About = facts.App?.AppId };
        }

        if (verdict is ClientCredentialsVerdict.PrincipalDisabled or ClientCredentialsVerdict.ConsentMissing or ClientCredentialsVerdict.PrincipalMissing)
        {
            yield return new NextStep.Open(ClientCredentialsText.OpenPortal, Portal);
        }

        yield return new NextStep.Open(ClientCredentialsText.OpenPage, TokenPage);
    }

    private static IEnumerable<Evidence> Rests(ClientCredentialsFacts facts, DateTimeOffset now)
    {
        if (facts.App is { } app)
        {
            yield return Evidence.Of(ClientCredentialsText.ClientId, app.AppId);
            foreach (var credential in CredentialEvidence.Of(app.Credentials, now))
            {
                yield return credential;
            }

            if (facts.Federated is { } federated and > 0)
            {
                yield return Evidence.Of(ClientCredentialsText.FederatedCredentials, $"{federated}");
            }
        }

        if (facts.Roles is { } roles)
        {
            yield return Evidence.Of(ClientCredentialsText.Consented, $"{roles}");
        }

        if (facts.Owners is { } owners)
        {
            yield return OwnerEvidence.Of(owners);
        }
    }
}
