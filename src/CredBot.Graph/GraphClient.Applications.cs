using CredBot.Graph.Calls;
using Microsoft.Graph.Models;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    /// <summary>Namesakes that are worth asking about: who sees more of them types more of the name.</summary>
    private const int MostNamesakes = 6;

    private static readonly string[] ApplicationSelect = ["id", "appId", "displayName", "createdDateTime", "passwordCredentials", "keyCredentials", "requiredResourceAccess"];
    private static readonly string[] OwnerSelect = ["id", "displayName"];
    private static readonly string[] IdSelect = ["id"];

    /// <summary>The applications that the asker owns.</summary>
    /// <remarks>Without a cast, as memberships are: an application registered a minute ago would be missing from it.</remarks>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// <see cref="GraphErrorKind.Forbidden"/> with status 200 where Graph gave an application without its properties: what it may be, cannot be told.
    /// </returns>
    public async Task<GraphResult<IReadOnlyList<DirectoryApplication>>> GetMyApplicationsAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Me.OwnedObjects.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ApplicationSelect;
                    request.QueryParameters.Top = PageSize;
                },
                cancel),
            static link => (graph, call, cancel) => graph.Me.OwnedObjects.WithUrl(link).GetAsync(request => request.Options.Add(call), cancel),
            static (DirectoryObjectCollectionResponse page) => page.Value,
            cancellationToken);
        return read is GraphResult<IReadOnlyList<DirectoryObject>>.Ok { Value: var objects }
            && objects.OfType<Application>().Any(static application => application.AppId is null)
            ? new GraphResult<IReadOnlyList<DirectoryApplication>>.Failed(new GraphError { Kind = GraphErrorKind.Forbidden, Status = 200 })
            : read.Map(static owned => ApplicationMapping.From(owned.OfType<Application>()));
    }

    /// <summary>Finds applications of this tenant by client id, object id or the beginning of the name.</summary>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="words">As typed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>At most six; none where nothing is called so. Names are not unique.</returns>
    public async Task<GraphResult<IReadOnlyList<DirectoryApplication>>> FindApplicationsAsync(
        GraphToken token, string words, CancellationToken cancellationToken)
    {
        if (SearchWords.From(words) is not { } typed)
        {
            return new GraphResult<IReadOnlyList<DirectoryApplication>>.Ok([]);
        }

        var budget = Budget(token);
        if (!typed.IsObjectId)
        {
            return await ApplicationsAsync(token, $"startsWith(displayName,{typed.Literal})", budget, cancellationToken);
        }

        // People paste the client id; the object id stands beside it in the portal and looks the same.
        var byClientId = await ApplicationsAsync(token, $"appId eq {typed.Literal}", budget, cancellationToken);
        return byClientId is GraphResult<IReadOnlyList<DirectoryApplication>>.Ok { Value.Count: 0 }
            ? await ApplicationByObjectIdAsync(token, typed.Text, budget, cancellationToken)
            : byClientId;
    }

    /// <summary>Every application that this tenant registered: when a secret ends is nothing that Graph filters by.</summary>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<IReadOnlyList<DirectoryApplication>>> GetApplicationsAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Applications.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ApplicationSelect;
                    request.QueryParameters.Top = PageSize;
                },
                cancel),
            static link => (graph, call, cancel) => graph.Applications.WithUrl(link).GetAsync(request => request.Options.Add(call), cancel),
            static (ApplicationCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map(ApplicationMapping.From);
    }

    /// <summary>How an application stands in this tenant.</summary>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="appId">Client id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null where it has no service principal here: it gets no tokens for this tenant (AADSTS700016).</returns>
    public async Task<GraphResult<DirectoryServicePrincipal?>> GetServicePrincipalAsync(
        GraphToken token, string appId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.ServicePrincipalsWithAppId(appId).GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ["id", "appId", "displayName", "accountEnabled", "appOwnerOrganizationId"];
                },
                cancel),
            cancellationToken);
        return read is GraphResult<ServicePrincipal>.Failed { Error.Kind: GraphErrorKind.NotFound }
            ? new GraphResult<DirectoryServicePrincipal?>.Ok(null)
            : read.Map<DirectoryServicePrincipal?>(found => new DirectoryServicePrincipal(
                found.Id ?? "", found.AppId ?? appId, found.DisplayName, found.AccountEnabled ?? true, found.AppOwnerOrganizationId?.ToString()));
    }

    /// <summary>How many application permissions an administrator has consented to; without one a token comes without <c>roles</c>.</summary>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="servicePrincipalId">Object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<int>> CountAppRolesAsync(GraphToken token, string servicePrincipalId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.ServicePrincipals[servicePrincipalId].AppRoleAssignments.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = IdSelect;
                    request.QueryParameters.Top = PageSize;
                },
                cancel),
            link => (graph, call, cancel) => graph.ServicePrincipals[servicePrincipalId].AppRoleAssignments.WithUrl(link)
                .GetAsync(request => request.Options.Add(call), cancel),
            static (AppRoleAssignmentCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map(static roles => roles.Count);
    }

    /// <summary>Who owns an application, and so may give it a new secret.</summary>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="applicationId">Object id, not the client id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<IReadOnlyList<DirectoryOwner>>> GetApplicationOwnersAsync(
        GraphToken token, string applicationId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Applications[applicationId].Owners.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = OwnerSelect;
                    request.QueryParameters.Top = PageSize;
                },
                cancel),
            link => (graph, call, cancel) => graph.Applications[applicationId].Owners.WithUrl(link).GetAsync(request => request.Options.Add(call), cancel),
            static (DirectoryObjectCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map(ApplicationMapping.Owners);
    }

    /// <summary>How many federated credentials an application trusts: it may sign in without any secret.</summary>
    /// <param name="token">Who asks: needs <c>Application.Read.All</c>.</param>
    /// <param name="applicationId">Object id, not the client id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<int>> CountFederatedCredentialsAsync(GraphToken token, string applicationId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Applications[applicationId].FederatedIdentityCredentials.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = IdSelect;
                },
                cancel),
            link => (graph, call, cancel) => graph.Applications[applicationId].FederatedIdentityCredentials.WithUrl(link)
                .GetAsync(request => request.Options.Add(call), cancel),
            static (FederatedIdentityCredentialCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map(static trusted => trusted.Count);
    }

    /// <summary>What the tenant's default policy lets applications sign in with. A policy of one application may still override it.</summary>
    /// <remarks>Source: Graph v1.0 <c>tenantAppManagementPolicy: get</c>.</remarks>
    /// <param name="token">Who asks: needs <c>Policy.Read.All</c>, and at least the role Global Reader.</param>
    /// <param name="createdAt">When the application was created; null where that is not known, and then it counts as new.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<AppManagementPolicy>> GetAppManagementPolicyAsync(GraphToken token, DateTimeOffset? createdAt, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Policies.DefaultAppManagementPolicy.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ["isEnabled", "applicationRestrictions"];
                },
                cancel),
            cancellationToken);
        return read.Map(policy => ApplicationMapping.From(policy, createdAt ?? time.GetUtcNow()));
    }

    private async Task<GraphResult<IReadOnlyList<DirectoryApplication>>> ApplicationsAsync(
        GraphToken token, string filter, ReadBudget budget, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.Applications.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ApplicationSelect;
                    request.QueryParameters.Filter = filter;
                    request.QueryParameters.Top = MostNamesakes;
                },
                cancel),
            cancellationToken);
        return read.Map(static page => ApplicationMapping.From(page.Value ?? []));
    }

    private async Task<GraphResult<IReadOnlyList<DirectoryApplication>>> ApplicationByObjectIdAsync(
        GraphToken token, string id, ReadBudget budget, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.Applications[id].GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ApplicationSelect;
                },
                cancel),
            cancellationToken);
        return read is GraphResult<Application>.Failed { Error.Kind: GraphErrorKind.NotFound }
            ? new GraphResult<IReadOnlyList<DirectoryApplication>>.Ok([])
            : read.Map(static found => ApplicationMapping.From([found]));
    }
}
