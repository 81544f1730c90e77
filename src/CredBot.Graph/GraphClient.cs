using CredBot.Graph.Calls;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace CredBot.Graph;

/// <summary>
/// Microsoft Graph on behalf of one person at a time: every call takes the token of who acts, one client serves all. Reads give up after 6 s, retries
/// included; writes are sent once. A cancelled call throws <see cref="OperationCanceledException"/>, everything else is a result.
/// </summary>
public sealed partial class GraphClient
{
    /// <summary>Name of the HTTP client, for whoever puts another network under it.</summary>
    public const string HttpClientName = "graph";

    /// <summary>How long a write may take before it counts as lost; whoever finds a write under way waits at least this long.</summary>
    public static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(30);

    private readonly GraphAddress address;
    private readonly GraphCaller caller;
    private readonly TimeProvider time;

    public GraphClient(IHttpClientFactory clients, IOptions<GraphOptions> options, TimeProvider time, ILogger<GraphClient> logger)
    {
        address = new GraphAddress(options.Value.BaseUrl);
        caller = new GraphCaller(new GraphServiceClient(clients.CreateClient(HttpClientName), new ActingPerson(address), address.BaseUrl), time, logger);
        this.time = time;
    }

    /// <summary>The token of a turn that explains something: all its reads together take at most six seconds and eight requests.</summary>
    /// <param name="value">In clear.</param>
    public GraphToken ForTurn(string value) => new(value) { Budget = new ReadBudget(time, ReadBudget.RequestsOfATurn) };

    public Task<GraphResult<DirectoryUser>> GetMeAsync(GraphToken token, CancellationToken cancellationToken) =>
        MeAsync(token, Budget(token), cancellationToken);

    /// <param name="token">Who asks.</param>
    /// <param name="idOrUpn">Object id or user principal name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see cref="GraphErrorKind.NotFound"/> for nobody and for somebody deleted.</returns>
    public Task<GraphResult<DirectoryUser>> GetUserAsync(GraphToken token, string idOrUpn, CancellationToken cancellationToken) =>
        UserAsync(token, idOrUpn, Budget(token), cancellationToken);

    /// <summary>A person's manager, as the directory names them.</summary>
    /// <param name="token">Who asks.</param>
    /// <param name="userId">Object id of the person.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see cref="GraphErrorKind.NotFound"/> where none is set.</returns>
    public async Task<GraphResult<DirectoryUser>> GetManagerAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Users[userId].Manager.GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken);
        return read switch
        {
            GraphResult<DirectoryObject>.Ok { Value: User { Id: not null } manager } => new GraphResult<DirectoryUser>.Ok(DirectoryUserMapping.From(manager)),
            GraphResult<DirectoryObject>.Failed failed => new GraphResult<DirectoryUser>.Failed(failed.Error),
            // Something else than a person, e.g. a contact of the organisation, who cannot be asked.
            _ => new GraphResult<DirectoryUser>.Failed(new GraphError { Kind = GraphErrorKind.NotFound, Status = 200 }),
        };
    }

    /// <summary>Finds people by name, sign-in name, mail address or object id.</summary>
    /// <param name="token">Who asks.</param>
    /// <param name="words">As typed.</param>
    /// <param name="limit">At most so many, 1–25.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<UserHits>> FindUsersAsync(GraphToken token, string words, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 25);
        var budget = Budget(token);
        return SearchWords.From(words) switch
        {
            null => new GraphResult<UserHits>.Ok(UserHits.None),
            { IsObjectId: true } id => await FindByIdAsync(token, id, budget, cancellationToken),
            { IsAddress: true } address => await FindByAddressAsync(token, address, limit, budget, cancellationToken),
            { } name => await FindByNameAsync(token, name, limit, budget, cancellationToken),
        };
    }

    /// <summary>How far a person's registration for self-service reset is.</summary>
    /// <param name="token">Who asks: a report reader.</param>
    /// <param name="userId">Object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Null where the report does not know the person (disabled, or newer than the report), which does not mean «not registered». A tenant without
    /// Entra ID P1 has no report: see <see cref="GraphError.NeedsPremium"/>.
    /// </returns>
    public async Task<GraphResult<Registration?>> GetRegistrationAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadReportAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Reports.AuthenticationMethods.UserRegistrationDetails[userId].GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken);
        return read is GraphResult<UserRegistrationDetails>.Failed { Error.Kind: GraphErrorKind.NotFound }
            ? new GraphResult<Registration?>.Ok(null)
            : read.Map<Registration?>(static details => new Registration
            {
                IsSsprEnabled = details.IsSsprEnabled ?? false,
                IsSsprRegistered = details.IsSsprRegistered ?? false,
                IsSsprCapable = details.IsSsprCapable ?? false,
                IsAdmin = details.IsAdmin ?? false,
                MethodsRegistered = [.. details.MethodsRegistered ?? []],
                ReportedAt = details.LastUpdatedDateTime,
            });
    }

    public async Task<GraphResult<DirectoryOrganization>> GetOrganizationAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Organization.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ["id", "displayName", "onPremisesSyncEnabled", "onPremisesLastSyncDateTime"];
                },
                cancel),
            cancellationToken);
        return read switch
        {
            GraphResult<OrganizationCollectionResponse>.Ok { Value.Value: [var tenant, ..] } => new GraphResult<DirectoryOrganization>.Ok(new()
            {
                Id = tenant.Id ?? "",
                DisplayName = tenant.DisplayName,
                OnPremisesSyncEnabled = tenant.OnPremisesSyncEnabled,
                OnPremisesLastSync = tenant.OnPremisesLastSyncDateTime,
            }),
            GraphResult<OrganizationCollectionResponse>.Failed { Error: var error } => new GraphResult<DirectoryOrganization>.Failed(error),
            _ => new GraphResult<DirectoryOrganization>.Failed(new GraphError { Kind = GraphErrorKind.Unexpected, Status = 200 }),
        };
    }

    /// <summary>The domain of a sign-in name: who checks its passwords, and how long they last.</summary>
    public async Task<GraphResult<DirectoryDomain>> GetDomainAsync(GraphToken token, string userPrincipalName, CancellationToken cancellationToken)
    {
        var domain = userPrincipalName[(userPrincipalName.LastIndexOf('@') + 1)..];
        var read = await caller.ReadAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Domains[domain].GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ["id", "authenticationType", "passwordValidityPeriodInDays"];
                },
                cancel),
            cancellationToken);
        return read.Map(answer => new DirectoryDomain
        {
            Id = answer.Id ?? domain,
            AuthenticationType = answer.AuthenticationType,
            PasswordValidityDays = answer.PasswordValidityPeriodInDays,
        });
    }

    private ReadBudget Budget(GraphToken token) => token.Budget ?? new ReadBudget(time);

    private async Task<GraphResult<DirectoryUser>> MeAsync(GraphToken token, ReadBudget budget, CancellationToken cancellationToken) =>
        Person(await caller.ReadAsync(
            token, budget,
            static (graph, call, cancel) => graph.Me.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = DirectoryUserMapping.Select;
                },
                cancel),
            cancellationToken));

    private async Task<GraphResult<DirectoryUser>> UserAsync(GraphToken token, string idOrUpn, ReadBudget budget, CancellationToken cancellationToken) =>
        Person(await caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.Users[idOrUpn].GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = DirectoryUserMapping.Select;
                },
                cancel),
            cancellationToken));

    /// <summary>A person without an id is none: the rules compare ids.</summary>
    private static GraphResult<DirectoryUser> Person(GraphResult<User> read) =>
        read is GraphResult<User>.Ok { Value.Id: null or "" }
            ? new GraphResult<DirectoryUser>.Failed(new GraphError { Kind = GraphErrorKind.Unexpected, Status = 200 })
            : read.Map(DirectoryUserMapping.From);
}
