using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Directory roles and their assignments: active, scheduled, eligible.</summary>
/// <remarks>Members may read roles and who holds them; guests may not. Source: Entra «Default user permissions», roles and scopes.</remarks>
internal sealed class RoleFamily(DemoDirectory directory, DirectoryEntries entries, RoleRules roles) : IGraphFamily
{
    private const string Root = "roleManagement/directory";

    private const string Own = "filterByCurrentUser(on='principal')";

    private static readonly string[] SeesSchedules =
    [
        RoleNames.GlobalReader, RoleNames.SecurityOperator, RoleNames.SecurityReader, RoleNames.SecurityAdministrator,
        RoleNames.PrivilegedRoleAdministrator,
    ];

    private static readonly string[] RoleReaders = ["RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory"];

    public void Map(GraphRouter graph)
    {
        graph.Get($"{Root}/roleDefinitions", request => Refuses(request)
            ?? new GraphListing { Context = $"{Root}/roleDefinitions", Type = GraphTypes.RoleDefinition }
                .Answer(request, directory.Seed.Roles.Select(Definition)));
        graph.Get($"{Root}/roleDefinitions/{{role}}", DefinitionById);
        graph.Get($"{Root}/roleAssignments", Assignments);
        graph.Get($"{Root}/roleAssignmentScheduleInstances", request => Instances(request, eligible: false, own: false));
        graph.Get($"{Root}/roleEligibilityScheduleInstances", request => Instances(request, eligible: true, own: false));
        graph.Get($"{Root}/roleAssignmentScheduleInstances/{Own}", request => Instances(request, eligible: false, own: true));
        graph.Get($"{Root}/roleEligibilityScheduleInstances/{Own}", request => Instances(request, eligible: true, own: true));
        graph.Get("directoryRoles", request => Refuses(request)
            ?? new GraphListing { Context = "directoryRoles", Type = GraphTypes.Role }.Answer(request, Activated().Select(DirectoryEntries.Role)));
        graph.Get("directoryRoles/{role}/members", Members);
    }

    private GraphAnswer DefinitionById(GraphRequest request)
    {
        if (Refuses(request) is { } refusal)
        {
            return refusal;
        }

        return directory.Seed.Roles.FirstOrDefault(role => role.TemplateId == request.Keys["role"]) is { } found
            ? GraphSingle.Answer(request, Definition(found), $"{Root}/roleDefinitions")
            : GraphAnswer.NotFound(request.Keys["role"]);
    }

    /// <summary>Direct assignments only: what comes through a group stands under the group's id.</summary>
    private GraphAnswer Assignments(GraphRequest request) => Refuses(request)
        ?? new GraphListing { Context = $"{Root}/roleAssignments", Type = GraphTypes.RoleAssignment }.Answer(request, directory.Seed.RoleAssignments
            .Where(roles.IsActive)
            .Select(assignment => new GraphEntry(GraphTypes.RoleAssignment, Describe(assignment, directory.ObjectIdOf(assignment.Principal)))));

    private GraphAnswer Instances(GraphRequest request, bool eligible, bool own)
    {
        var permission = eligible ? "RoleEligibilitySchedule.Read.Directory" : "RoleAssignmentSchedule.Read.Directory";
        if (!request.Allows([permission, permission.Replace(".Read.", ".ReadWrite.", StringComparison.Ordinal), .. RoleReaders]))
        {
            // A document in a text: this is how privileged identity management reports through Graph.
            return GraphAnswer.Forbidden("UnknownError", $$"""
                {"errorCode":"PermissionScopeNotGranted","message":"Authorization failed due to missing permission scope {{permission}}."}
                """);
        }

        if (!own && !roles.HasRole(request, SeesSchedules))
        {
            return GraphAnswer.Forbidden("UnauthorizedAccessException", "Attempted to perform an unauthorized operation.");
        }

        var name = eligible ? "roleEligibilityScheduleInstances" : "roleAssignmentScheduleInstances";
        var type = eligible ? GraphTypes.EligibleInstance : GraphTypes.ActiveInstance;
        var found = directory.Seed.RoleAssignments
            .Where(assignment => assignment.Eligible == eligible && (eligible || roles.IsActive(assignment)))
            .Where(assignment => !own || (request.Person is { } me && roles.Holds(me, assignment)))
            .Select(assignment => Instance(type, assignment, own ? request.Person : null));
        return new GraphListing { Context = $"{Root}/{name}", Type = type }.Answer(request, found);
    }

    private GraphEntry Instance(GraphType type, DemoRoleAssignment assignment, DemoPerson? seenBy)
    {
        var through = seenBy is not null && assignment.Principal != seenBy.Id;
        var values = Describe(assignment, seenBy?.ObjectId ?? directory.ObjectIdOf(assignment.Principal));
        values["appScopeId"] = null;
        values["memberType"] = through ? "Group" : "Direct";
        values["startDateTime"] = GraphWriter.Text(directory.StartedAt.AddDays(assignment.ActivatedForMinutes is null ? -100 : 0));
        values["endDateTime"] = roles.EndOf(assignment) is { } end ? GraphWriter.Text(end) : null;
        if (!assignment.Eligible)
        {
            values["assignmentType"] = assignment.ActivatedForMinutes is null ? "Assigned" : "Activated";
        }

        return new GraphEntry(type, values);
    }

    private JsonObject Describe(DemoRoleAssignment assignment, string principalId)
    {
        var role = entries.RoleNamed(assignment.Role);
        var unit = directory.Seed.AdministrativeUnits.FirstOrDefault(unit => unit.Id == assignment.Scope);
        return new JsonObject
        {
            ["id"] = assignment.Id,
            ["principalId"] = principalId,
            ["roleDefinitionId"] = role.TemplateId,
            ["directoryScopeId"] = unit is null ? "/" : $"/administrativeUnits/{unit.ObjectId}",
            ["roleDefinition"] = Definition(role).Values,
            ["principal"] = entries.Principal(assignment.Principal).ShowTyped(),
            ["directoryScope"] = unit is null ? null : DirectoryEntries.Unit(unit).ShowTyped(),
        };
    }

    /// <summary>A role is listed once somebody has held it for the whole tenant; custom roles never are.</summary>
    private IEnumerable<DemoRole> Activated() => directory.Seed.Roles.Where(role => !role.Custom
        && directory.Seed.RoleAssignments.Any(assignment => assignment.Role == role.DisplayName && !assignment.Eligible));

    private GraphAnswer Members(GraphRequest request)
    {
        if (Refuses(request) is { } refusal)
        {
            return refusal;
        }

        if (Activated().FirstOrDefault(role => role.ObjectId == request.Keys["role"]) is not { } found)
        {
            return GraphAnswer.NotFound(request.Keys["role"]);
        }

        var members = directory.Seed.RoleAssignments
            .Where(assignment => assignment.Role == found.DisplayName && assignment.Scope is null && roles.IsActive(assignment))
            .Select(assignment => entries.Principal(assignment.Principal));
        return new GraphListing { Context = "directoryObjects", Type = GraphTypes.Anything, Typed = true }.Answer(request, members);
    }

    private static GraphEntry Definition(DemoRole role) => new(GraphTypes.RoleDefinition, new JsonObject
    {
        ["id"] = role.TemplateId,
        ["description"] = role.DisplayName,
        ["displayName"] = role.DisplayName,
        ["isBuiltIn"] = !role.Custom,
        ["isEnabled"] = true,
        ["resourceScopes"] = new JsonArray("/"),
        ["templateId"] = role.TemplateId,
        ["version"] = "1",
    });

    private static GraphAnswer? Refuses(GraphRequest request) =>
        request.Allows(GraphPermissions.ReadRoles) && request.Person?.IsGuest is not true ? null : GraphAnswer.RequestDenied;
}
