using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ClientCredentials;

/// <summary>«How does the client credentials flow work, and what is wrong with mine?»: whether one application can get a token for itself now.</summary>
internal sealed class ClientCredentialsDialog(GraphClient graph, FaqCorpus corpus)
    : ApplicationDiagnosisDialog(DialogIds.ClientCredentials, Intents.FaqClientCredentialsFlow, corpus)
{
    protected override async Task<Finding> FindAsync(FoundApplication found, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(found, turn.Activity.TenantId, cancellationToken);
        return ClientCredentialsCards.State(found, facts, ClientCredentialsRules.Decide(facts, turn.Now), turn.Now);
    }

    private async Task<ClientCredentialsFacts> ReadAsync(FoundApplication found, string? tenant, CancellationToken cancellationToken)
    {
        var token = found.Asker.Token;
        if (found.Error is { } error)
        {
            return new ClientCredentialsFacts { AppUnread = true, Unseen = [new Unseen(ClientCredentialsText.TheApp, error)] };
        }

        if (found.AppId is not { } appId)
        {
            return new ClientCredentialsFacts();
        }

        var (owners, federated) = (
            found.App is { } app ? graph.GetApplicationOwnersAsync(token, app.Id, cancellationToken) : null,
            found.App is { } same ? graph.CountFederatedCredentialsAsync(token, same.Id, cancellationToken) : null);
        var principal = await graph.GetServicePrincipalAsync(token, appId, cancellationToken);
        var roles = principal.OrNothing() is { Id: var id } && found.App is { AsksForRoles: true }
            ? await graph.CountAppRolesAsync(token, id, cancellationToken)
            : null;
        return new ClientCredentialsFacts
        {
            App = found.App,
            Principal = principal.OrNothing(),
            HomeTenant = tenant,
            PrincipalUnread = principal is GraphResult<DirectoryServicePrincipal?>.Failed,
            Roles = Count(roles),
            Federated = Count(federated is null ? null : await federated),
            Owners = owners is null ? null : (await owners).OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(principal, ClientCredentialsText.ThePrincipal), Unseen.From(roles, ClientCredentialsText.TheConsents),
                Unseen.From(federated is null ? null : await federated, ClientCredentialsText.TheFederated),
                Unseen.From(owners is null ? null : await owners, ClientCredentialsText.TheOwners)),
        };
    }

    private static int? Count(GraphResult<int>? read) => read is GraphResult<int>.Ok { Value: var count } ? count : null;
}
