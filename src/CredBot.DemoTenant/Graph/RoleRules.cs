using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Who holds which role at this instant, and whom that lets them touch.</summary>
internal sealed class RoleRules(DemoDirectory directory)
{
    /// <summary>Assignments that count now: direct or through a role-assignable group, tenant-wide or at a unit.</summary>
    public IReadOnlyList<DemoRoleAssignment> Active(DemoPerson person) =>
        [.. directory.Seed.RoleAssignments.Where(assignment => IsActive(assignment) && Holds(person, assignment))];

    /// <summary>Whether an assignment authorises: not merely eligible, and its activation not over.</summary>
    public bool IsActive(DemoRoleAssignment assignment) =>
        !assignment.Eligible && (EndOf(assignment) is not { } end || directory.Now < end);

    /// <returns>When an activation ends; null for a lasting assignment.</returns>
    public DateTimeOffset? EndOf(DemoRoleAssignment assignment) =>
        assignment.ActivatedForMinutes is { } minutes ? directory.StartedAt.AddMinutes(minutes) : null;

    public bool Holds(DemoPerson person, DemoRoleAssignment assignment) =>
        assignment.Principal == person.Id
        || directory.Seed.Groups.Any(group => group.Id == assignment.Principal && group.RoleAssignable && group.Members.Contains(person.Id));

    /// <summary>Whether the caller holds one of the roles for the whole tenant; a Global Administrator always does.</summary>
    public bool HasRole(GraphRequest request, params string[] roles) => request.Person is { } person
        && Active(person).Any(assignment => assignment.Scope is null
            && (assignment.Role is RoleNames.GlobalAdministrator || roles.Contains(assignment.Role)));

    public bool IsRestricted(DemoPerson person) => UnitsOf(person).Any(static unit => unit.Restricted);

    public IEnumerable<DemoUnit> UnitsOf(DemoPerson person) => directory.Seed.AdministrativeUnits.Where(unit => unit.Members.Contains(person.Id));

    /// <summary>Whether the caller's roles let them do this to the subject; nobody does it to themself.</summary>
    public bool May(ReachKind kind, DemoPerson caller, DemoPerson subject)
    {
        if (caller.Id == subject.Id)
        {
            return false;
        }

        var units = UnitsOf(subject).ToList();
        var restricted = units.Where(static unit => unit.Restricted).Select(static unit => unit.Id).ToList();
        var held = Active(subject);
        return Active(caller).Any(assignment => restricted.Count > 0
            ? restricted.Contains(assignment.Scope!) && FromUnit(kind, assignment.Role, subject, held)
            : assignment.Scope is null
                ? FromTenant(kind, assignment.Role, subject, held)
                : units.Any(unit => unit.Id == assignment.Scope) && FromUnit(kind, assignment.Role, subject, held));
    }

    private bool FromTenant(ReachKind kind, string role, DemoPerson subject, IReadOnlyList<DemoRoleAssignment> held) =>
        ReachTable.ReachesAll(role)
        || (!IsProtected(subject, held) && ReachTable.Reaches(kind, role, held.Select(static assignment => assignment.Role)));

    /// <summary>A unit's administrator reaches people without a role; two roles go further.</summary>
    /// <remarks>
    /// Source: Entra «Assign roles with administrative unit scope»: User Administrator some administrators,
    /// Privileged Authentication Administrator any user.
    /// </remarks>
    private bool FromUnit(ReachKind kind, string role, DemoPerson subject, IReadOnlyList<DemoRoleAssignment> held) => role switch
    {
        RoleNames.PrivilegedAuthenticationAdministrator => true,
        RoleNames.UserAdministrator => FromTenant(kind, role, subject, held),
        _ => held.Count is 0 && FromTenant(kind, role, subject, held),
    };

    /// <summary>Members and owners of role-assignable groups, and holders of a role at a restricted unit.</summary>
    private bool IsProtected(DemoPerson person, IReadOnlyList<DemoRoleAssignment> held) =>
        directory.Seed.Groups.Any(group => group.RoleAssignable && (group.Members.Contains(person.Id) || group.Owners.Contains(person.Id)))
        || held.Any(assignment => directory.Seed.AdministrativeUnits.Any(unit => unit.Id == assignment.Scope && unit.Restricted));
}
