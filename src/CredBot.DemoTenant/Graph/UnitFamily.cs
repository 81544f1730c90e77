using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>Administrative units, their members and the roles that are held at them.</summary>
internal sealed class UnitFamily(DemoDirectory directory, DirectoryEntries entries, RoleRules roles) : IGraphFamily
{
    private const string Root = "directory/administrativeUnits";

    public void Map(GraphRouter graph)
    {
        graph.Get(Root, request => Refuses(request, GraphPermissions.ReadUnits)
            ?? new GraphListing { Context = Root, Type = GraphTypes.Unit }
                .Answer(request, directory.Seed.AdministrativeUnits.Select(DirectoryEntries.Unit)));
        graph.Get($"{Root}/{{unit}}", request => One(request, GraphPermissions.ReadUnits, unit =>
            GraphSingle.Answer(request, DirectoryEntries.Unit(unit), Root)));
        graph.Get($"{Root}/{{unit}}/members", request => One(request, GraphPermissions.ReadUnits, unit => Members(request, unit)));
        graph.Get($"{Root}/{{unit}}/scopedRoleMembers", request => One(request, GraphPermissions.ReadRoles, unit =>
            Scoped(request, assignment => assignment.Scope == unit.Id)));
        graph.PerUser(HttpMethods.Get, "/scopedRoleMemberOf", (request, person) => Refuses(request, GraphPermissions.ReadDirectory)
            ?? Scoped(request, assignment => assignment.Principal == person.Id));
    }

    private GraphAnswer One(GraphRequest request, string[] permissions, Func<DemoUnit, GraphAnswer> answer)
    {
        if (Refuses(request, permissions) is { } refusal)
        {
            return refusal;
        }

        var key = request.Keys["unit"];
        return directory.Seed.AdministrativeUnits.FirstOrDefault(unit => unit.ObjectId.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } found
            ? answer(found)
            : GraphAnswer.NotFound(key);
    }

    private GraphAnswer Members(GraphRequest request, DemoUnit unit) =>
        new GraphListing { Context = "directoryObjects", Type = GraphTypes.Anything, Typed = true }
            .Answer(request, unit.Members.Select(id => entries.User(directory.Find(id)!)));

    /// <summary>Here a role goes by its object id and not by its template.</summary>
    private GraphAnswer Scoped(GraphRequest request, Func<DemoRoleAssignment, bool> wanted)
    {
        var type = GraphTypes.Plain("scopedRoleMembership");
        var found = directory.Seed.RoleAssignments
            .Where(assignment => assignment.Scope is not null && roles.IsActive(assignment) && wanted(assignment))
            .Select(assignment => new GraphEntry(type, new JsonObject
            {
                ["id"] = assignment.Id,
                ["roleId"] = entries.RoleNamed(assignment.Role).ObjectId,
                ["administrativeUnitId"] = directory.Seed.AdministrativeUnits.First(unit => unit.Id == assignment.Scope).ObjectId,
                ["roleMemberInfo"] = new JsonObject
                {
                    ["id"] = directory.ObjectIdOf(assignment.Principal),
                    ["displayName"] = directory.Find(assignment.Principal)?.DisplayName,
                },
            }));
        return new GraphListing { Context = "scopedRoleMemberships", Type = type }.Answer(request, found);
    }

    private static GraphAnswer? Refuses(GraphRequest request, string[] permissions) =>
        request.Allows(permissions) && request.Person?.IsGuest is not true ? null : GraphAnswer.RequestDenied;
}
