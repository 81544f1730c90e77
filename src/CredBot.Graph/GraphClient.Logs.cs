using System.Globalization;
using Microsoft.Graph.Models;

namespace CredBot.Graph;

// Reporting services: one try each, and short pages, because five requests in ten seconds are all a tenant has. No $select: «List signIns» documents
// $top, $skiptoken and $filter only, and has answered «Query option 'Select' is not allowed».
public sealed partial class GraphClient
{
    /// <summary>How far back a person's events are asked for: a free tenant keeps seven days, and asking for more is an error and not an empty list.</summary>
    /// <remarks>Source: Entra «Data retention».</remarks>
    public static readonly TimeSpan LogsReachBack = TimeSpan.FromDays(6);

    private const int Newest = 30;

    /// <summary>A person's latest interactive sign-ins, newest first; those of services and in the background are not in this log.</summary>
    /// <param name="token">Who asks: a Reports Reader, Security Reader, Global Reader or above, in a tenant with Entra ID P1.</param>
    /// <param name="userId">Object id; the log writes sign-in names in its own way.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<IReadOnlyList<SignInAttempt>>> GetSignInsAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadReportAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.AuditLogs.SignIns.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Filter = $"userId eq {Literal(userId)} and createdDateTime ge {Since()}";
                    request.QueryParameters.Top = Newest;
                },
                cancel),
            cancellationToken);
        return read.Map<IReadOnlyList<SignInAttempt>>(static page =>
        [
            .. (page.Value ?? []).Where(static one => one is { CreatedDateTime: not null, Status.ErrorCode: not null }).Select(static one => new SignInAttempt
            {
                At = one.CreatedDateTime!.Value,
                ErrorCode = one.Status!.ErrorCode!.Value,
                FailureReason = one.Status.FailureReason,
                App = one.AppDisplayName,
            }).OrderByDescending(static one => one.At),
        ]);
    }

    /// <summary>What was done to a person's account lately, newest first.</summary>
    /// <param name="token">Who asks: a Reports Reader, Security Reader, Global Reader or above.</param>
    /// <param name="userId">Object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<GraphResult<IReadOnlyList<AuditRecord>>> GetAuditsOfAsync(GraphToken token, string userId, CancellationToken cancellationToken) =>
        AuditsAsync(token, $"targetResources/any(t: t/id eq {Literal(userId)}) and activityDateTime ge {Since()}", cancellationToken);

    /// <summary>When password writeback was switched on and off, newest first, as far back as the tenant keeps it.</summary>
    /// <param name="token">Who asks: a Reports Reader, Security Reader, Global Reader or above.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<GraphResult<IReadOnlyList<AuditRecord>>> GetWritebackAuditsAsync(GraphToken token, CancellationToken cancellationToken) => AuditsAsync(
        token, $"activityDisplayName eq '{AuditRecord.WritebackEnabled}' or activityDisplayName eq '{AuditRecord.WritebackDisabled}'", cancellationToken);

    /// <summary>What Identity Protection holds against a person.</summary>
    /// <param name="token">Who asks: a Security Reader, Global Reader or above, in a tenant with Entra ID P2.</param>
    /// <param name="userId">Object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null for somebody who was never at risk.</returns>
    public async Task<GraphResult<UserRisk?>> GetRiskAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadRiskAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.IdentityProtection.RiskyUsers[userId].GetAsync(
                request => request.Options.Add(call),
                cancel),
            cancellationToken);
        return read is GraphResult<RiskyUser>.Failed { Error.Kind: GraphErrorKind.NotFound }
            ? new GraphResult<UserRisk?>.Ok(null)
            : read.Map<UserRisk?>(static risk => new UserRisk(
                risk.RiskState is RiskState.AtRisk or RiskState.ConfirmedCompromised,
                risk.RiskLevel is { } level ? level.ToString().ToLowerInvariant() : "none",
                risk.RiskLastUpdatedDateTime));
    }

    /// <summary>What the directory synchronisation carries.</summary>
    /// <param name="token">Who asks: a Global Administrator, and nobody else.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<SyncFeatures>> GetSyncFeaturesAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Directory.OnPremisesSynchronization.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ["id", "features"];
                },
                cancel),
            cancellationToken);
        return read.Map(static all => new SyncFeatures(all.Value is [{ Features: { } features }, ..] ? features.PasswordSyncEnabled : null));
    }

    private async Task<GraphResult<IReadOnlyList<AuditRecord>>> AuditsAsync(GraphToken token, string filter, CancellationToken cancellationToken)
    {
        var read = await caller.ReadReportAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.AuditLogs.DirectoryAudits.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Filter = filter;
                    request.QueryParameters.Top = Newest;
                },
                cancel),
            cancellationToken);
        return read.Map<IReadOnlyList<AuditRecord>>(static page =>
        [
            .. (page.Value ?? []).Where(static one => one is { ActivityDateTime: not null, ActivityDisplayName: not null }).Select(static one => new AuditRecord
            {
                At = one.ActivityDateTime!.Value,
                Activity = one.ActivityDisplayName!,
                Succeeded = one.Result is OperationResult.Success,
                Reason = one.ResultReason is { Length: > 0 } reason ? reason : null,
                By = one.InitiatedBy?.User?.DisplayName ?? one.InitiatedBy?.User?.UserPrincipalName ?? one.InitiatedBy?.App?.DisplayName,
            }).OrderByDescending(static one => one.At),
        ]);
    }

    private string Since() => (time.GetUtcNow() - LogsReachBack).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
