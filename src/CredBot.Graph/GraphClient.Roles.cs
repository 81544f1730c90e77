using System.Collections.Concurrent;
using CredBot.Graph.Calls;
using CredBot.Graph.Rules;
using Microsoft.Graph.Models;
using Microsoft.Graph.RoleManagement.DirectoryNamespace.RoleAssignmentScheduleInstances.FilterByCurrentUserWithOn;
using EligibleRoles = Microsoft.Graph.RoleManagement.DirectoryNamespace.RoleEligibilityScheduleInstances.FilterByCurrentUserWithOn;
using RoleAssignment = CredBot.Graph.Rules.RoleAssignment;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    /// <summary>As many ids as one filter takes.</summary>
    private const int IdsAtOnce = 15;

    /// <summary>How long a refusal of the schedules is believed; a licence or a consent may come.</summary>
    private static readonly TimeSpan RefusalHolds = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (GraphResult<IReadOnlyList<RoleAssignment>> Answer, DateTimeOffset At)> withoutSchedules =
        new(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] UnitSelect = ["id", "displayName", "isMemberManagementRestricted"];

    /// <summary>Roles the acting person holds at this moment: assigned, through groups, or activated.</summary>
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetMyActiveRolesAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var budget = Budget(token);
        var me = MeAsync(token, budget, cancellationToken);
        return MyActiveRolesAsync(token, me, MyScheduledRolesAsync(token, me, budget, cancellationToken), budget, cancellationToken);
    }

    /// <summary>The same where the acting person was read in this turn already.</summary>
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetMyActiveRolesAsync(GraphToken token, DirectoryUser me, CancellationToken cancellationToken)
    {
        var budget = Budget(token);
        return MyActiveRolesAsync(token, Known(me), MyScheduledRolesAsync(token, Known(me), budget, cancellationToken), budget, cancellationToken);
    }

    /// <summary>Roles the acting person could activate (Privileged Identity Management; fails in a tenant without it).</summary>
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetMyEligibleRolesAsync(GraphToken token, CancellationToken cancellationToken) =>
        MyEligibleRolesAsync(token, Budget(token), cancellationToken);

    /// <summary>An administrative unit by its id.</summary>
    public async Task<GraphResult<DirectoryUnit>> GetUnitAsync(GraphToken token, string unitId, CancellationToken cancellationToken) =>
        (await UnitAsync(token, unitId, Budget(token), cancellationToken)).Map(unit =>
            new DirectoryUnit(unit.Id ?? unitId, unit.DisplayName, unit.IsMemberManagementRestricted ?? false));

    /// <summary>Roles a person holds, of any scope, directly and through role-assignable groups.</summary>
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetActiveRolesAsync(GraphToken token, string principalId, CancellationToken cancellationToken)
    {
        var budget = Budget(token);
        return ActiveRolesAsync(token, principalId, MembershipsAsync(token, principalId, budget, cancellationToken), budget, cancellationToken);
    }

    /// <summary>Role-assignable groups a person is in or owns.</summary>
    public Task<GraphResult<IReadOnlyList<ProtectingGroup>>> GetProtectingGroupsAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var budget = Budget(token);
        return ProtectingGroupsAsync(token, userId, MembershipsAsync(token, userId, budget, cancellationToken), budget, cancellationToken);
    }

    /// <summary>Administrative units a person is directly in; units with hidden membership do not show.</summary>
    public Task<GraphResult<IReadOnlyList<DirectoryUnit>>> GetUnitsAsync(GraphToken token, string userId, CancellationToken cancellationToken) =>
        UnitsAsync(MembershipsAsync(token, userId, Budget(token), cancellationToken));

    /// <summary>What Privileged Identity Management knows of the acting person's roles; to be read it takes no role, but a tenant that has it.</summary>
    private async Task<GraphResult<IReadOnlyList<RoleAssignment>>> MyScheduledRolesAsync(
        GraphToken token, Task<GraphResult<DirectoryUser>> me, ReadBudget budget, CancellationToken cancellationToken)
    {
        // A tenant without Privileged Identity Management refuses each time, and a turn has few questions to spend.
        var domain = me is { IsCompletedSuccessfully: true, Result: GraphResult<DirectoryUser>.Ok { Value.UserPrincipalName: { } name } } ? name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..] : null;
        if (domain is not null && withoutSchedules.TryGetValue(domain, out var refused) && refused.At > time.GetUtcNow() - RefusalHolds)
        {
            return refused.Answer;
        }

        var read = await AskForScheduledRolesAsync(token, budget, cancellationToken);
        if (domain is not null && IsRefusal(read))
        {
            withoutSchedules[domain] = (read, time.GetUtcNow());
        }

        return read;
    }

    private static bool IsRefusal(GraphResult<IReadOnlyList<RoleAssignment>> read) => read is GraphResult<IReadOnlyList<RoleAssignment>>.Failed
    {
        Error.Kind: GraphErrorKind.Forbidden or GraphErrorKind.BadRequest or GraphErrorKind.NotFound,
    };

    private async Task<GraphResult<IReadOnlyList<RoleAssignment>>> AskForScheduledRolesAsync(GraphToken token, ReadBudget budget, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, budget,
            static (graph, call, cancel) => graph.RoleManagement.Directory.RoleAssignmentScheduleInstances.FilterByCurrentUserWithOn("principal")
                .GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.Options.Add(call), cancel),
            static link => (graph, call, cancel) => graph.RoleManagement.Directory.RoleAssignmentScheduleInstances.FilterByCurrentUserWithOn("principal")
                .WithUrl(link).GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.Options.Add(call), cancel),
            static (FilterByCurrentUserWithOnGetResponse page) => page.Value,
            cancellationToken);
        return read.Map<IReadOnlyList<RoleAssignment>>(held => [.. held.Where(one => IsNow(one.EndDateTime)).Select(one => Held(one, one.EndDateTime))]);
    }

    /// <summary>By the schedule; where the tenant keeps none, by the assignments.</summary>
    private async Task<GraphResult<IReadOnlyList<RoleAssignment>>> MyActiveRolesAsync(
        GraphToken token, Task<GraphResult<DirectoryUser>> me, Task<GraphResult<IReadOnlyList<RoleAssignment>>> scheduled, ReadBudget budget,
        CancellationToken cancellationToken)
    {
        var read = await scheduled;
        if (!IsRefusal(read))
        {
            return read;
        }

        return await me switch
        {
            GraphResult<DirectoryUser>.Ok { Value.Id: var id } =>
                await ActiveRolesAsync(token, id, MembershipsAsync(token, id, budget, cancellationToken), budget, cancellationToken),
            var failed => failed.Map<IReadOnlyList<RoleAssignment>>(static _ => []),
        };
    }

    private async Task<GraphResult<IReadOnlyList<RoleAssignment>>> MyEligibleRolesAsync(
        GraphToken token, ReadBudget budget, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, budget,
            static (graph, call, cancel) => graph.RoleManagement.Directory.RoleEligibilityScheduleInstances.FilterByCurrentUserWithOn("principal")
                .GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.Options.Add(call), cancel),
            static link => (graph, call, cancel) => graph.RoleManagement.Directory.RoleEligibilityScheduleInstances.FilterByCurrentUserWithOn("principal")
                .WithUrl(link).GetAsFilterByCurrentUserWithOnGetResponseAsync(request => request.Options.Add(call), cancel),
            static (EligibleRoles.FilterByCurrentUserWithOnGetResponse page) => page.Value,
            cancellationToken);
        return read.Map<IReadOnlyList<RoleAssignment>>(held => [.. held.Where(one => IsNow(one.EndDateTime)).Select(one => Held(one, one.EndDateTime))]);
    }

    private async Task<GraphResult<IReadOnlyList<RoleAssignment>>> ActiveRolesAsync(
        GraphToken token, string principalId, Task<GraphResult<IReadOnlyList<DirectoryObject>>> memberships, ReadBudget budget,
        CancellationToken cancellationToken)
    {
        var groups = Protecting(await memberships, asOwner: false);
        if (groups is not GraphResult<IReadOnlyList<ProtectingGroup>>.Ok { Value: var memberOf })
        {
            return groups.Map<IReadOnlyList<RoleAssignment>>(static _ => []);
        }

        var questions = memberOf.Select(static group => group.Id).Prepend(principalId).Chunk(IdsAtOnce).Select(static ids => ids is [var only]
                ? $"principalId eq {Literal(only)}"
                : $"principalId in ({string.Join(',', ids.Select(Literal))})")
            .Select(filter => AssignmentsAsync(token, filter, principalId, budget, cancellationToken));
        List<RoleAssignment> all = [];
        foreach (var read in await Task.WhenAll(questions))
        {
            if (read is not GraphResult<IReadOnlyList<RoleAssignment>>.Ok { Value: var some })
            {
                return read;
            }

            all.AddRange(some);
        }

        return new GraphResult<IReadOnlyList<RoleAssignment>>.Ok(await WithRestrictionsAsync(token, all, budget, cancellationToken));
    }

    private async Task<GraphResult<IReadOnlyList<RoleAssignment>>> AssignmentsAsync(
        GraphToken token, string filter, string self, ReadBudget budget, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAllAsync(
            token, budget,
            (graph, call, cancel) => graph.RoleManagement.Directory.RoleAssignments.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Filter = filter;
                },
                cancel),
            static link => (graph, call, cancel) => graph.RoleManagement.Directory.RoleAssignments.WithUrl(link)
                .GetAsync(request => request.Options.Add(call), cancel),
            static (UnifiedRoleAssignmentCollectionResponse page) => page.Value,
            cancellationToken);
        return read.Map<IReadOnlyList<RoleAssignment>>(held =>
        [
            .. held.Select(one => new RoleAssignment
            {
                RoleId = one.RoleDefinitionId ?? "",
                Scope = one.DirectoryScopeId ?? "/",
                ThroughGroup = one.PrincipalId is { } holder && !holder.Equals(self, StringComparison.OrdinalIgnoreCase) ? holder : null,
            }),
        ]);
    }

    /// <summary>A role on a restricted unit protects its holder; whether a unit is restricted only the unit says. Unread, it stays unknown.</summary>
    private async Task<IReadOnlyList<RoleAssignment>> WithRestrictionsAsync(
        GraphToken token, IReadOnlyList<RoleAssignment> held, ReadBudget budget, CancellationToken cancellationToken)
    {
        var ids = held.Select(static one => one.UnitId).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var units = await Task.WhenAll(ids.Select(async id => (Id: id, Read: await UnitAsync(token, id, budget, cancellationToken))));
        var read = units.ToDictionary(static unit => unit.Id, static unit => unit.Read, StringComparer.OrdinalIgnoreCase);
        return [.. held.Select(one => one.UnitId is { } id ? WithRestriction(one, read[id]) : one)];
    }

    private static RoleAssignment WithRestriction(RoleAssignment held, GraphResult<AdministrativeUnit> unit) => unit switch
    {
        GraphResult<AdministrativeUnit>.Ok { Value: var known } => held with { UnitIsRestricted = known.IsMemberManagementRestricted ?? false },
        GraphResult<AdministrativeUnit>.Failed { Error: var error } => held with { UnitUnread = error },
        _ => held,
    };

    private Task<GraphResult<AdministrativeUnit>> UnitAsync(GraphToken token, string id, ReadBudget budget, CancellationToken cancellationToken) =>
        caller.ReadAsync(
            token, budget,
            (graph, call, cancel) => graph.Directory.AdministrativeUnits[id].GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = UnitSelect;
                },
                cancel),
            cancellationToken);

    /// <summary>Activations end while people talk.</summary>
    private bool IsNow(DateTimeOffset? end) => end is null || end > time.GetUtcNow();

    private static RoleAssignment Held(UnifiedRoleScheduleInstanceBase one, DateTimeOffset? end) => new()
    {
        RoleId = one.RoleDefinitionId ?? "",
        Scope = one.DirectoryScopeId ?? "/",
        EndsAt = end,
    };

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
