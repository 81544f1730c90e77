using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.AppCredentials;

/// <summary>«How do I manage an application's secrets and certificates?»: what one application has, whether the asker may renew it, and how.</summary>
internal sealed class AppCredentialsDialog(GraphClient graph, FaqCorpus corpus)
    : ApplicationDiagnosisDialog(DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus)
{
    protected override async Task<Finding> FindAsync(FoundApplication found, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(found, cancellationToken);
        return AppCredentialsCards.State(found, facts, AppCredentialsRules.Decide(facts, turn.Now), turn.Now);
    }

    private async Task<AppCredentialsFacts> ReadAsync(FoundApplication found, CancellationToken cancellationToken)
    {
        var (token, me) = (found.Asker.Token, found.Asker.Me);
        if (found.App is not { } app)
        {
            return new AppCredentialsFacts
            {
                Asker = me.Id, AppUnread = found.Error is not null,
                Unseen = found.Error is { } error ? [new Unseen(AppCredentialsText.TheApp, error)] : [],
            };
        }

        var (owners, roles, policy) = (
            graph.GetApplicationOwnersAsync(token, app.Id, cancellationToken),
            graph.GetMyActiveRolesAsync(token, me, cancellationToken),
            graph.GetAppManagementPolicyAsync(token, app.CreatedAt, cancellationToken));
        await Task.WhenAll(owners, roles, policy);
        return new AppCredentialsFacts
        {
            Asker = me.Id,
            App = app,
            Owners = (await owners).OrNothing(),
            Roles = (await roles).OrNothing(),
            Policy = (await policy).OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(await owners, AppCredentialsText.TheOwners), Unseen.From(await roles, AppCredentialsText.TheRoles),
                Unseen.From(await policy, AppCredentialsText.ThePolicy, Readers.OfPolicies)),
        };
    }
}
