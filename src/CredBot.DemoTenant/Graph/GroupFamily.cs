using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Groups, their members and their owners.</summary>
internal sealed class GroupFamily(DemoDirectory directory, DirectoryEntries entries) : IGraphFamily
{
    public void Map(GraphRouter graph)
    {
        graph.Get("groups", request => Refuses(request)
            ?? new GraphListing { Context = "groups", Type = GraphTypes.Group }.Answer(request, directory.Seed.Groups.Select(entries.Group)));
        graph.Get("groups/{group}", request => One(request, group => GraphSingle.Answer(request, entries.Group(group), "groups")));
        graph.Get("groups/{group}/owners", request => One(request, group => People(request, group.Owners, [])));
        graph.Get("groups/{group}/members", request => One(request, group => People(request, group.Members, group.MemberGroups)));
        graph.Get("groups/{group}/transitiveMembers", request => One(request, group => People(request, Everybody(group), group.MemberGroups)));
    }

    private GraphAnswer One(GraphRequest request, Func<DemoGroup, GraphAnswer> answer)
    {
        if (Refuses(request) is { } refusal)
        {
            return refusal;
        }

        var key = request.Keys["group"];
        return directory.Seed.Groups.FirstOrDefault(group => group.ObjectId.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } found
            ? answer(found)
            : GraphAnswer.NotFound(key);
    }

    private GraphAnswer People(GraphRequest request, IEnumerable<string> people, IReadOnlyList<string> groups)
    {
        var readable = request.Allows([.. GraphPermissions.ReadUsers, "User.ReadBasic.All"]);
        var members = people.Select(id => entries.User(directory.Find(id)!)).Select(entry => readable ? entry : entry.Unreadable());
        var nested = directory.Seed.Groups.Where(group => groups.Contains(group.Id)).Select(entries.Group);
        return new GraphListing { Context = "directoryObjects", Type = GraphTypes.Anything, Typed = true }.Answer(request, members.Concat(nested));
    }

    private IEnumerable<string> Everybody(DemoGroup group) =>
        directory.Seed.Groups.Where(inner => group.MemberGroups.Contains(inner.Id)).SelectMany(static inner => inner.Members).Union(group.Members);

    private static GraphAnswer? Refuses(GraphRequest request) =>
        request.Allows(GraphPermissions.ReadGroups) && request.Person?.IsGuest is not true ? null : GraphAnswer.RequestDenied;
}
