using Microsoft.Graph.Models;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    /// <summary>The service plans that the asker's own licences make usable, inherited ones included.</summary>
    public async Task<GraphResult<LicencePlans>> GetMyPlansAsync(GraphToken token, CancellationToken cancellationToken) => Plans(
        await caller.ReadAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Me.LicenseDetails.GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken));

    /// <summary>The service plans that a person's licences make usable, inherited ones included.</summary>
    /// <param name="token">Who asks: needs <c>LicenseAssignment.Read.All</c>.</param>
    /// <param name="userId">Object id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<LicencePlans>> GetPlansAsync(GraphToken token, string userId, CancellationToken cancellationToken) => Plans(
        await caller.ReadAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Users[userId].LicenseDetails.GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken));

    /// <summary>The service plans that the tenant has bought and can use: suspended and deleted subscriptions are left out.</summary>
    /// <param name="token">Who asks: needs <c>LicenseAssignment.Read.All</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<LicencePlans>> GetTenantPlansAsync(GraphToken token, CancellationToken cancellationToken) =>
        (await GetSkusAsync(token, cancellationToken)).Map(static bought =>
            new LicencePlans([.. bought.Where(static sku => sku.IsUsable).SelectMany(static sku => sku.Plans.Names).Distinct()]));

    /// <summary>What the tenant has bought, with how much of it is given out.</summary>
    /// <param name="token">Who asks: needs <c>LicenseAssignment.Read.All</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<IReadOnlyList<BoughtSku>>> GetSkusAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.SubscribedSkus.GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken);
        return read.Map<IReadOnlyList<BoughtSku>>(static bought =>
        [
            .. (bought.Value ?? []).Select(static sku => new BoughtSku(
                sku.SkuPartNumber ?? sku.SkuId?.ToString() ?? "", sku.CapabilityStatus is "Enabled" or "Warning", (sku.PrepaidUnits?.Enabled ?? 0) + (sku.PrepaidUnits?.Warning ?? 0),
                sku.ConsumedUnits ?? 0, new LicencePlans(Distinct((sku.ServicePlans ?? []).Select(static plan => plan.ServicePlanName))))),
        ]);
    }

    /// <summary>Whether administrators may reset their own password; what people may do has no API.</summary>
    /// <remarks>Source: Graph v1.0 <c>authorizationPolicy.allowedToUseSSPR</c>.</remarks>
    /// <param name="token">Who asks: needs <c>Policy.Read.All</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<GraphResult<bool>> GetAdminsMayResetAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            static (graph, call, cancel) => graph.Policies.AuthorizationPolicy.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = ["allowedToUseSSPR"];
                },
                cancel),
            cancellationToken);
        return read switch
        {
            GraphResult<AuthorizationPolicy>.Ok { Value.AllowedToUseSSPR: { } allowed } => new GraphResult<bool>.Ok(allowed),
            GraphResult<AuthorizationPolicy>.Failed { Error: var error } => new GraphResult<bool>.Failed(error),
            _ => new GraphResult<bool>.Failed(new GraphError { Kind = GraphErrorKind.Unexpected, Status = 200 }),
        };
    }

    /// <summary>A plan that a licence holds and an administrator switched off, or that is not set up yet, is none.</summary>
    private static GraphResult<LicencePlans> Plans(GraphResult<LicenseDetailsCollectionResponse> read) => read.Map(static held => new LicencePlans(Distinct(
        (held.Value ?? []).SelectMany(static licence => licence.ServicePlans ?? []).Where(static plan => plan.ProvisioningStatus is "Success")
            .Select(static plan => plan.ServicePlanName))));

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> names) => [.. names.OfType<string>().Distinct()];
}
