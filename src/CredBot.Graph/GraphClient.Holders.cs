using Microsoft.Graph.Models;
using RoleAssignment = CredBot.Graph.Rules.RoleAssignment;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    /// <summary>Who holds any of some roles at this moment, in the tenant or on a unit; one question for all of them.</summary>
    /// <param name="token">Who asks: needs <c>RoleManagement.Read.Directory</c>.</param>
    /// <param name="roleIds">Template ids, 1–15.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One entry an assignment; who may only activate a role is not among them.</returns>
    public async Task<GraphResult<IReadOnlyList<RoleHolder>>> GetRoleHoldersAsync(
        GraphToken token, IReadOnlyList<string> roleIds, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(roleIds.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(roleIds.Count, IdsAtOnce);
        var read = await caller.ReadAllAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.RoleManagement.Directory.RoleAssignments.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Filter = roleIds is [var only]
                        ? $"roleDefinitionId eq {Literal(only)}"
                        : $"roleDefinitionId in ({string.Join(',', roleIds.Select(Literal))})";
                    request.QueryParameters.Expand = ["principal"];
                },
                cancel),
            static link => (graph, call, cancel) => graph.RoleManagement.Directory.RoleAssignments.WithUrl(link)
                .GetAsync(request => request.Options.Add(call), cancel),
            static (UnifiedRoleAssignmentCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map<IReadOnlyList<RoleHolder>>(static held => [.. held.Select(Holder).OfType<RoleHolder>()]);
    }

    private static RoleHolder? Holder(UnifiedRoleAssignment one)
    {
        if ((one.Principal?.Id ?? one.PrincipalId) is not { Length: > 0 } id)
        {
            return null;
        }

        var assignment = new RoleAssignment { RoleId = one.RoleDefinitionId ?? "", Scope = one.DirectoryScopeId ?? "/" };
        return one.Principal switch
        {
            User { Id: not null } user => new(assignment, id, user.DisplayName, DirectoryUserMapping.From(user), IsGroup: false),
            Microsoft.Graph.Models.Group group => new(assignment, id, group.DisplayName, null, IsGroup: true),

            // An application cannot reset a password this way, whatever role it holds.
            ServicePrincipal => null,
            _ => new(assignment, id, null, null, IsGroup: false),
        };
    }
}
