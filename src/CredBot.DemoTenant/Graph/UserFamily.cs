using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary><c>/me</c>, <c>/users</c> and managers.</summary>
internal sealed class UserFamily(DemoDirectory directory, DirectoryEntries entries, RoleRules roles, AuditTrail trail) : IGraphFamily
{
    /// <summary>What User.ReadBasic.All shows of others.</summary>
    private static readonly string[] OfOthers = ["id", "displayName", "givenName", "surname", "mail", "userPrincipalName"];

    public void Map(GraphRouter graph)
    {
        graph.Get("users", List);
        graph.PerUser(HttpMethods.Get, "", Read);
        graph.PerUser(HttpMethods.Get, "/manager", Manager);
        graph.PerUser(HttpMethods.Put, "/manager/$ref", SetManager);
    }

    private GraphAnswer List(GraphRequest request)
    {
        // A guest may look up people they know, and not leaf through the list.
        if (request.Person?.IsGuest is true)
        {
            return GraphAnswer.RequestDenied;
        }

        if (!request.Allows(GraphPermissions.ReadUsers))
        {
            var looksAt = request.Query.Filter?.Properties.Concat(request.Query.Search?.Properties ?? []) ?? [];
            if (!request.Allows("User.ReadBasic.All") || !OnlyBasic(request, looksAt))
            {
                return GraphAnswer.RequestDenied;
            }

            request = Narrowed(request);
        }

        if (RefusesActivity(request) is { } refusal)
        {
            return refusal;
        }

        var listing = new GraphListing { Context = "users", Type = GraphTypes.User };
        return listing.Answer(request, directory.People.Select(person => Whole(person, request)));
    }

    private GraphAnswer Read(GraphRequest request, DemoPerson person)
    {
        var self = request.IsSelf(person);
        if (!request.Allows([.. self ? GraphPermissions.ReadSelf : GraphPermissions.ReadUsers, "User.ReadBasic.All"]))
        {
            return GraphAnswer.RequestDenied;
        }

        if (!self && (request.Person?.IsGuest is true || !request.Allows(GraphPermissions.ReadUsers)))
        {
            if (!OnlyBasic(request, []))
            {
                return GraphAnswer.RequestDenied;
            }

            request = Narrowed(request);
        }

        return RefusesActivity(request) ?? GraphSingle.Answer(request, Whole(person, request), "users");
    }

    private GraphAnswer Manager(GraphRequest request, DemoPerson person)
    {
        if (!request.Allows(GraphPermissions.ReadUsers))
        {
            return GraphAnswer.RequestDenied;
        }

        return ManagerOf(person) is { } found
            ? GraphSingle.Answer(request, entries.User(found), "directoryObjects", typed: true)
            : GraphAnswer.NotFound("manager");
    }

    private DemoPerson? ManagerOf(DemoPerson person) =>
        (directory.Account(person).Manager ?? person.Manager) is { } manager ? directory.Find(manager) : null;

    /// <remarks>Source: Graph v1.0 «Assign manager»: a reference in the body, 204.</remarks>
    private GraphAnswer SetManager(GraphRequest request, DemoPerson person)
    {
        if (!request.Allows("User.ReadWrite.All", "Directory.ReadWrite.All") || request.Person is not { } caller || !roles.May(ReachKind.Sensitive, caller, person))
        {
            return GraphAnswer.RequestDenied;
        }

        var reference = request.Body?.TryGetProperty("@odata.id", out var value) is true ? value.GetString() : null;
        if (reference is null || directory.ByObjectId(reference[(reference.LastIndexOf('/') + 1)..]) is not { } manager)
        {
            return GraphAnswer.BadRequest("Invalid object identifier in @odata.id.");
        }

        directory.Change(person, account => account with { Manager = manager.Id });
        trail.ManagerSet(caller, person, directory.Now);
        return GraphAnswer.NoContent;
    }

    private GraphEntry Whole(DemoPerson person, GraphRequest request)
    {
        var entry = entries.User(person);
        if (request.Query.Expand.Contains("manager") && ManagerOf(person) is { } found)
        {
            entry.Values["manager"] = entries.User(found).ShowTyped();
        }

        return entry;
    }

    /// <summary>Sign-in times need a permission and a role of their own; without them the whole request fails.</summary>
    private GraphAnswer? RefusesActivity(GraphRequest request)
    {
        if (request.Query.Select?.Contains("signInActivity") is not true)
        {
            return null;
        }

        return RegistrationFamily.Refuses(request, roles, directory);
    }

    private static bool OnlyBasic(GraphRequest request, IEnumerable<string> looksAt) =>
        (request.Query.Select ?? []).Concat(looksAt).All(OfOthers.Contains) && request.Query.Expand.Count is 0;

    private static GraphRequest Narrowed(GraphRequest request) =>
        request with { Query = request.Query with { Select = request.Query.Select ?? OfOthers } };
}
