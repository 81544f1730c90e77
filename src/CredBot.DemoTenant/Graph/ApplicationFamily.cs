using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Applications, what they sign in with, who owns them, and their service principals. Every member may read them; guests may not.</summary>
internal sealed class ApplicationFamily(DemoDirectory directory, DirectoryEntries entries, ApplicationEntries applications) : IGraphFamily
{
    public void Map(GraphRouter graph)
    {
        graph.Get("applications", request => Refuses(request)
            ?? new GraphListing { Context = "applications", Type = ApplicationTypes.Application }
                .Answer(request, applications.All.Select(applications.Application)));
        graph.Get("applications/{application}", request => ByObjectId(request, found => One(request, found)));
        graph.Get("applications(appId='{appId}')", request => Refuses(request)
            ?? (applications.All.FirstOrDefault(application => ApplicationEntries.Same(application.AppId, request.Keys["appId"])) is { } found
                ? One(request, found)
                : GraphAnswer.NotFound(request.Keys["appId"])));
        graph.Get("applications/{application}/owners", request => ByObjectId(request, found => Owners(request, found)));
        graph.Get("applications/{application}/federatedIdentityCredentials", request => ByObjectId(request, found =>
            new GraphListing { Context = $"applications('{found.ObjectId}')/federatedIdentityCredentials", Type = ApplicationTypes.Trust }
                .Answer(request, found.Federated.Select(ApplicationEntries.Trust))));
        graph.Get("servicePrincipals", request => Refuses(request)
            ?? new GraphListing { Context = "servicePrincipals", Type = ApplicationTypes.ServicePrincipal }.Answer(request, applications.ServicePrincipals()));
        graph.Get("servicePrincipals/{principal}", request => Principal(request, "id", request.Keys["principal"], found => One(request, found)));
        graph.Get("servicePrincipals(appId='{appId}')", request => Principal(request, "appId", request.Keys["appId"], found => One(request, found)));
        graph.Get("servicePrincipals/{principal}/appRoleAssignments", request => Principal(request, "id", request.Keys["principal"], found =>
            new GraphListing { Context = $"servicePrincipals('{found.Id}')/appRoleAssignments", Type = ApplicationTypes.AppRole }
                .Answer(request, applications.AppRoles(found.Id))));
    }

    private GraphAnswer ByObjectId(GraphRequest request, Func<DemoApplication, GraphAnswer> answer)
    {
        if (Refuses(request) is { } refusal)
        {
            return refusal;
        }

        // The client id looks the same and is no key here.
        var key = request.Keys["application"];
        return applications.All.FirstOrDefault(application => ApplicationEntries.Same(application.ObjectId, key)) is { } found
            ? answer(found)
            : GraphAnswer.NotFound(key);
    }

    private GraphAnswer Principal(GraphRequest request, string property, string key, Func<GraphEntry, GraphAnswer> answer)
    {
        if (Refuses(request) is { } refusal)
        {
            return refusal;
        }

        return applications.ServicePrincipals().FirstOrDefault(entry => ApplicationEntries.Same((string)entry.Values[property]!, key)) is { } found
            ? answer(found)
            : GraphAnswer.NotFound(key);
    }

    private GraphAnswer One(GraphRequest request, DemoApplication application) => GraphSingle.Answer(request, applications.Application(application), "applications");

    private static GraphAnswer One(GraphRequest request, GraphEntry principal) => GraphSingle.Answer(request, principal, "servicePrincipals");

    private GraphAnswer Owners(GraphRequest request, DemoApplication application)
    {
        var readable = request.Allows([.. GraphPermissions.ReadUsers, "User.ReadBasic.All"]);
        var owners = application.Owners.Select(id => entries.User(directory.Find(id)!)).Select(entry => readable ? entry : entry.Unreadable());
        return new GraphListing { Context = "directoryObjects", Type = GraphTypes.Anything, Typed = true }.Answer(request, owners);
    }

    private static GraphAnswer? Refuses(GraphRequest request) =>
        request.Allows(GraphPermissions.ReadApplications) && request.Person?.IsGuest is not true ? null : GraphAnswer.RequestDenied;
}
