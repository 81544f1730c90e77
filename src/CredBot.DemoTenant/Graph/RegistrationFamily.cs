using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>The report of who has registered for what: late by hours, without disabled accounts, and not for everybody's eyes.</summary>
internal sealed class RegistrationFamily(DemoDirectory directory, RoleRules roles) : IGraphFamily
{
    /// <remarks>Source: Entra «Authentication methods activity», roles that may read it.</remarks>
    public static readonly string[] Readers =
    [
        RoleNames.ReportsReader, RoleNames.SecurityReader, RoleNames.SecurityOperator, RoleNames.SecurityAdministrator,
        RoleNames.GlobalReader, RoleNames.ApplicationAdministrator, RoleNames.CloudApplicationAdministrator,
    ];

    private static readonly string[] MfaMethods = ["microsoftAuthenticatorPush", "softwareOneTimePasscode", "mobilePhone"];

    public void Map(GraphRouter graph)
    {
        graph.Get("reports/authenticationMethods/userRegistrationDetails", List);
        graph.Get("reports/authenticationMethods/userRegistrationDetails/{user}", One);
        graph.Get("reports/authenticationMethods/usersRegisteredByFeature()", Summary);
    }

    /// <returns>Null when the caller may read reports, and the tenant has bought them.</returns>
    public static GraphAnswer? Refuses(GraphRequest request, RoleRules roles, DemoDirectory directory) =>
        ReportAccess.Refuses(request, roles, directory, Readers);

    private GraphAnswer List(GraphRequest request) => Refuses(request, roles, directory)
        ?? new GraphListing { Context = "reports/authenticationMethods/userRegistrationDetails", Type = GraphTypes.Registration, PageSize = 1000 }
            .Answer(request, Reported().Select(Entry));

    private GraphAnswer One(GraphRequest request)
    {
        if (Refuses(request, roles, directory) is { } refusal)
        {
            return refusal;
        }

        return Reported().FirstOrDefault(person => person.ObjectId.Equals(request.Keys["user"], StringComparison.OrdinalIgnoreCase)) is { } person
            ? GraphSingle.Answer(request, Entry(person), "reports/authenticationMethods/userRegistrationDetails")
            : GraphAnswer.NotFound(request.Keys["user"]);
    }

    private GraphAnswer Summary(GraphRequest request)
    {
        if (Refuses(request, roles, directory) is { } refusal)
        {
            return refusal;
        }

        var reported = Reported().Select(person => Entry(person).Values).ToList();
        var features = new[] { "ssprRegistered", "ssprEnabled", "ssprCapable", "passwordlessCapable", "mfaCapable" };
        return GraphAnswer.Ok(new JsonObject
        {
            ["@odata.context"] = $"{request.Root}/$metadata#microsoft.graph.userRegistrationFeatureSummary",
            ["totalUserCount"] = reported.Count,
            ["userTypes"] = "all",
            ["userRoles"] = "all",
            ["userRegistrationFeatureCounts"] = new JsonArray([.. features.Select(feature => new JsonObject
            {
                ["feature"] = feature,
                ["userCount"] = reported.Count(entry => (bool)entry[$"is{char.ToUpperInvariant(feature[0])}{feature[1..]}"]!),
            })]),
        });
    }

    private IEnumerable<DemoPerson> Reported() => directory.People.Where(person => directory.Account(person).Enabled);

    private GraphEntry Entry(DemoPerson person)
    {
        var isAdmin = roles.Active(person).Count > 0;
        // An administrator's own reset asks for two methods and takes no security questions; one is enough for everybody else here.
        var registered = person.Methods.Count >= (isAdmin ? 2 : 1);
        var mfa = person.Methods.Any(MfaMethods.Contains);
        return new GraphEntry(GraphTypes.Registration, new JsonObject
        {
            ["id"] = person.ObjectId,
            ["userPrincipalName"] = person.UserPrincipalName,
            ["userDisplayName"] = person.DisplayName,
            ["userType"] = person.IsGuest ? "guest" : "member",
            ["isAdmin"] = isAdmin,
            ["isSsprRegistered"] = registered,
            ["isSsprEnabled"] = person.SsprEnabled,
            ["isSsprCapable"] = registered && person.SsprEnabled,
            ["isMfaRegistered"] = mfa,
            ["isMfaCapable"] = mfa,
            ["isPasswordlessCapable"] = false,
            ["methodsRegistered"] = new JsonArray([.. person.Methods.Select(static method => JsonValue.Create(method))]),
            ["isSystemPreferredAuthenticationMethodEnabled"] = true,
            ["systemPreferredAuthenticationMethods"] = new JsonArray(),
            ["userPreferredMethodForSecondaryAuthentication"] = mfa ? "push" : "none",
            ["lastUpdatedDateTime"] = GraphWriter.Text(directory.Now.AddHours(-5)),
        });
    }
}
