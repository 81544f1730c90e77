using CredBot.Graph.Calls;
using Microsoft.Graph.Models;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    /// <summary>Installs a Teams app for a person. Sent once; where it is there already, that is as good.</summary>
    /// <remarks>Source: Teams docs «Proactive installation of apps using Graph API»; Graph v1.0 <c>userTeamwork: post installedApps</c>.</remarks>
    /// <param name="token">Who acts: needs <c>TeamsAppInstallation.ReadWriteSelfForUser</c>, and the right to manage the person's apps.</param>
    /// <param name="userId">For whom: object id.</param>
    /// <param name="externalId">The app's own id, as its manifest says it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see cref="GraphErrorKind.NotFound"/> where the tenant's catalogue has no such app.</returns>
    public async Task<GraphResult<AppInstalled>> InstallAppAsync(GraphToken token, string userId, string externalId, CancellationToken cancellationToken)
    {
        var budget = Budget(token);
        var found = await caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.AppCatalogs.TeamsApps.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Filter = $"externalId eq {Literal(externalId)}";
                    request.QueryParameters.Select = ["id"];
                },
                cancel),
            cancellationToken);
        if (found is not GraphResult<TeamsAppCollectionResponse>.Ok { Value.Value: [{ Id: { } app }, ..] })
        {
            return new GraphResult<AppInstalled>.Failed(
                found is GraphResult<TeamsAppCollectionResponse>.Failed { Error: var error } ? error : new GraphError { Kind = GraphErrorKind.NotFound });
        }

        var body = new UserScopeTeamsAppInstallation { AdditionalData = { ["teamsApp@odata.bind"] = $"{address.BaseUrl}/appCatalogs/teamsApps/{app}" } };
        var (call, _, failure) = await caller.WriteAsync<UserScopeTeamsAppInstallation>(
            token,
            (graph, call, cancel) => graph.Users[userId].Teamwork.InstalledApps.PostAsync(body, request => request.Options.Add(call), cancel),
            cancellationToken);
        return call.Status is 409 || call.IsSuccess
            ? new GraphResult<AppInstalled>.Ok(new AppInstalled(await AppChatAsync(token, userId, app, budget, cancellationToken)))
            : caller.Refused<AppInstalled>(call, failure);
    }

    private async Task<string?> AppChatAsync(GraphToken token, string userId, string app, ReadBudget budget, CancellationToken cancellationToken)
    {
        var installed = await caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.Users[userId].Teamwork.InstalledApps.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Expand = ["teamsApp"];
                    request.QueryParameters.Filter = $"teamsApp/id eq {Literal(app)}";
                },
                cancel),
            cancellationToken);
        if (installed.OrNothing()?.Value is not [{ Id: { } installation }, ..])
        {
            return null;
        }

        var chat = await caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.Users[userId].Teamwork.InstalledApps[installation].Chat.GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken);
        return chat.OrNothing()?.Id;
    }
}
