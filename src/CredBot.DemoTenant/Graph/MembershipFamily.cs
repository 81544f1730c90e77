using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>What a person belongs to and what they own.</summary>
internal sealed class MembershipFamily(DemoDirectory directory, DirectoryEntries entries, ApplicationEntries applications, RoleRules roles) : IGraphFamily
{
    /// <summary>Ids that one membership test may ask about.</summary>
    private const int MostIds = 20;

    /// <summary>Both spellings of a cast are in use.</summary>
    private static readonly string[] CastPrefixes = ["graph.", "microsoft.graph."];

    public void Map(GraphRouter graph)
    {
        foreach (var path in new[] { "memberOf", "transitiveMemberOf" })
        {
            var transitive = path is "transitiveMemberOf";
            graph.PerUser(HttpMethods.Get, $"/{path}", (request, person) => List(request, person, transitive, null));
            Casts(graph, path, [GraphTypes.Group, GraphTypes.Role, GraphTypes.Unit], (request, person, type) =>
                List(request, person, transitive, type));
        }

        graph.PerUser(HttpMethods.Get, "/ownedObjects", (request, person) => Owned(request, person, null));
        Casts(graph, "ownedObjects", [GraphTypes.Group, ApplicationTypes.Application], Owned);
        graph.PerUser(HttpMethods.Post, "/checkMemberObjects", (request, person) => Check(request, person, "ids"));
        graph.PerUser(HttpMethods.Post, "/getMemberObjects", (request, person) => Check(request, person, null));
    }

    private static void Casts(
        GraphRouter graph, string path, IEnumerable<GraphType> types, Func<GraphRequest, DemoPerson, GraphType, GraphAnswer> handle)
    {
        foreach (var type in types)
        {
            foreach (var prefix in CastPrefixes)
            {
                graph.PerUser(HttpMethods.Get, $"/{path}/{prefix}{type.Name}", (request, person) => handle(request, person, type));
            }
        }
    }

    private GraphAnswer List(GraphRequest request, DemoPerson person, bool transitive, GraphType? cast)
    {
        if (!MayRead(request, person))
        {
            return GraphAnswer.RequestDenied;
        }

        var found = Memberships(person, transitive).Where(entry => cast is null || entry.Type.Name == cast.Name);
        return Listing(cast).Answer(request, found.Select(entry => Readable(request, entry)));
    }

    private GraphAnswer Owned(GraphRequest request, DemoPerson person, GraphType? cast)
    {
        if (!MayRead(request, person))
        {
            return GraphAnswer.RequestDenied;
        }

        var owned = directory.Seed.Groups.Where(group => group.Owners.Contains(person.Id)).Select(entries.Group)
            .Concat(applications.OwnedBy(person))
            .Where(entry => cast is null || entry.Type.Name == cast.Name);
        return Listing(cast).Answer(request, owned.Select(entry => Readable(request, entry)));
    }

    /// <summary>A cast is an advanced query even without a filter.</summary>
    private static GraphListing Listing(GraphType? cast) => new()
    {
        Context = cast is null ? "directoryObjects" : $"{cast.Name}s",
        Type = cast ?? GraphTypes.Anything,
        Typed = true,
        AlwaysAdvanced = cast is not null,
    };

    private GraphAnswer Check(GraphRequest request, DemoPerson person, string? ids)
    {
        if (!MayRead(request, person))
        {
            return GraphAnswer.RequestDenied;
        }

        IEnumerable<string> member = Memberships(person, transitive: true).Select(static entry => entry.Id);
        if (ids is not null)
        {
            if (request.Body?.TryGetProperty(ids, out var asked) is not true || asked.ValueKind is not JsonValueKind.Array
                || asked.GetArrayLength() > MostIds || asked.EnumerateArray().Any(static id => id.ValueKind is not JsonValueKind.String))
            {
                return GraphAnswer.BadRequest($"'ids' must be a list of at most {MostIds} object ids.");
            }

            member = member.Intersect(asked.EnumerateArray().Select(static id => id.GetString()!), StringComparer.OrdinalIgnoreCase);
        }

        return GraphAnswer.Ok(new JsonObject
        {
            ["@odata.context"] = $"{request.Root}/$metadata#Collection(Edm.String)",
            ["value"] = new JsonArray([.. member.Select(static id => JsonValue.Create(id))]),
        });
    }

    private static bool MayRead(GraphRequest request, DemoPerson person) => request.IsSelf(person)
        ? request.Allows([.. GraphPermissions.ReadSelf, .. GraphPermissions.ReadGroups])
        : request.Person?.IsGuest is not true && request.Allows([.. GraphPermissions.ReadUsers, .. GraphPermissions.ReadGroups]);

    /// <summary>Roles that are custom, scoped to a unit or come through a group do not show here; only role assignments tell of them.</summary>
    private IEnumerable<GraphEntry> Memberships(DemoPerson person, bool transitive)
    {
        var direct = directory.Seed.Groups.Where(group => group.Members.Contains(person.Id)).ToList();
        var outer = directory.Seed.Groups.Where(group => group.MemberGroups.Any(inner => direct.Any(member => member.Id == inner)));
        var groups = transitive ? direct.Union(outer) : direct;
        var held = directory.Seed.RoleAssignments
            .Where(assignment => assignment.Principal == person.Id && assignment.Scope is null && roles.IsActive(assignment))
            .Select(assignment => entries.RoleNamed(assignment.Role))
            .Where(static role => !role.Custom);
        return groups.Select(entries.Group)
            .Concat(held.Select(DirectoryEntries.Role))
            .Concat(roles.UnitsOf(person).Select(DirectoryEntries.Unit));
    }

    /// <summary>Without the permission for its kind an entry comes as an empty shell, not as an error.</summary>
    private static GraphEntry Readable(GraphRequest request, GraphEntry entry)
    {
        var permissions = entry.Type.Name switch
        {
            "group" => GraphPermissions.ReadGroups,
            "directoryRole" => GraphPermissions.ReadRoles,
            "application" => GraphPermissions.ReadApplications,
            _ => GraphPermissions.ReadUnits,
        };
        return request.Allows(permissions) ? entry : entry.Unreadable();
    }
}
