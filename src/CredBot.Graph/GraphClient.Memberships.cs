using CredBot.Graph.Calls;
using CredBot.Graph.Rules;
using Microsoft.Graph.Models;

namespace CredBot.Graph;

// Memberships are read without a cast to one type: a cast needs the eventual index, and a group joined a minute ago would be missing from it.
// Direct ones are enough, and are one question instead of two: no group can be a member of a role-assignable group, and a unit that contains one of
// the person's groups does not contain the person.
// Source: Graph «List a user's direct memberships», «Advanced query capabilities»; Entra «Use Microsoft Entra groups to manage role assignments».
public sealed partial class GraphClient
{
    /// <summary>As many as Graph gives in one page.</summary>
    private const int PageSize = 999;

    private static readonly string[] MemberSelect = ["id", "displayName", "isAssignableToRole", "isMemberManagementRestricted"];

    private Task<GraphResult<IReadOnlyList<DirectoryObject>>> MembershipsAsync(
        GraphToken token, string userId, ReadBudget budget, CancellationToken cancellationToken) =>
        caller.ReadAllAsync(
            token, budget,
            (graph, call, cancel) => graph.Users[userId].MemberOf.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = MemberSelect;
                    request.QueryParameters.Top = PageSize;
                },
                cancel),
            link => (graph, call, cancel) => graph.Users[userId].MemberOf.WithUrl(link).GetAsync(request => request.Options.Add(call), cancel),
            static (DirectoryObjectCollectionResponse page) => page.Value,
            cancellationToken);

    private async Task<GraphResult<IReadOnlyList<ProtectingGroup>>> OwnedGroupsAsync(
        GraphToken token, string userId, ReadBudget budget, CancellationToken cancellationToken) => Protecting(
        await caller.ReadAllAsync(
            token, budget,
            (graph, call, cancel) => graph.Users[userId].OwnedObjects.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = MemberSelect;
                    request.QueryParameters.Top = PageSize;
                },
                cancel),
            link => (graph, call, cancel) => graph.Users[userId].OwnedObjects.WithUrl(link).GetAsync(request => request.Options.Add(call), cancel),
            static (DirectoryObjectCollectionResponse page) => page.Value,
            cancellationToken),
        asOwner: true);

    private async Task<GraphResult<IReadOnlyList<ProtectingGroup>>> ProtectingGroupsAsync(
        GraphToken token, string userId, Task<GraphResult<IReadOnlyList<DirectoryObject>>> memberships, ReadBudget budget, CancellationToken cancellationToken)
    {
        // Ownership is no membership, and protects all the same.
        var owned = await OwnedGroupsAsync(token, userId, budget, cancellationToken);
        return (Protecting(await memberships, asOwner: false), owned) switch
        {
            (GraphResult<IReadOnlyList<ProtectingGroup>>.Ok memberOf, GraphResult<IReadOnlyList<ProtectingGroup>>.Ok owns) =>
                new GraphResult<IReadOnlyList<ProtectingGroup>>.Ok([.. memberOf.Value, .. owns.Value]),
            (GraphResult<IReadOnlyList<ProtectingGroup>>.Failed failed, _) => failed,
            (_, var failed) => failed,
        };
    }

    private static async Task<GraphResult<IReadOnlyList<DirectoryUnit>>> UnitsAsync(Task<GraphResult<IReadOnlyList<DirectoryObject>>> memberships) =>
        (await memberships).Map<IReadOnlyList<DirectoryUnit>>(static objects =>
        [
            .. objects.OfType<AdministrativeUnit>().Where(static unit => unit.Id is not null)
                .Select(static unit => new DirectoryUnit(unit.Id!, unit.DisplayName, unit.IsMemberManagementRestricted ?? false)),
        ]);

    private static IReadOnlyList<string> GroupIds(IReadOnlyList<DirectoryObject> memberships) =>
        [.. memberships.OfType<Group>().Select(static group => group.Id).OfType<string>()];

    /// <summary>
    /// Where the caller may not read groups, Graph gives them without any property instead of an error. A group always has a name, so a nameless one
    /// means that it cannot be told whether it protects.
    /// </summary>
    /// <remarks>Source: Graph «Limited information returned for inaccessible member objects».</remarks>
    private static GraphResult<IReadOnlyList<ProtectingGroup>> Protecting(GraphResult<IReadOnlyList<DirectoryObject>> read, bool asOwner)
    {
        if (read is GraphResult<IReadOnlyList<DirectoryObject>>.Ok { Value: var objects }
            && objects.OfType<Group>().Any(static group => group.DisplayName is null))
        {
            return new GraphResult<IReadOnlyList<ProtectingGroup>>.Failed(new GraphError { Kind = GraphErrorKind.Forbidden, Status = 200 });
        }

        return read.Map<IReadOnlyList<ProtectingGroup>>(all =>
        [
            .. all.OfType<Group>().Where(static group => group is { IsAssignableToRole: true, Id: not null })
                .Select(group => new ProtectingGroup(group.Id!, group.DisplayName, asOwner)),
        ]);
    }
}
