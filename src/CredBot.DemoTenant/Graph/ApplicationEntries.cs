using System.Text.Json.Nodes;
using CredBot.DemoTenant.Conditions;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Draws applications and service principals whole, their dates counted from the tenant's start.</summary>
internal sealed class ApplicationEntries(DemoDirectory directory)
{
    private const string MicrosoftGraph = "00000003-0000-0000-c000-000000000000";

    /// <summary>The delegated permission User.Read, which the portal gives to every new application.</summary>
    private const string UserRead = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";

    private readonly ApplicationSeed seed = ApplicationSeed.Load();

    public IReadOnlyList<DemoApplication> All => seed.Applications;

    public IEnumerable<GraphEntry> OwnedBy(DemoPerson person) => seed.Applications.Where(application => application.Owners.Contains(person.Id)).Select(Application);

    public GraphEntry Application(DemoApplication application) => new(ApplicationTypes.Application, new JsonObject
    {
        ["id"] = application.ObjectId,
        ["deletedDateTime"] = null,
        ["appId"] = application.AppId,
        ["createdDateTime"] = Day(-390),
        ["displayName"] = application.DisplayName,
        ["disabledByMicrosoftStatus"] = null,
        ["identifierUris"] = new JsonArray(),
        ["publisherDomain"] = directory.Seed.Domain,
        ["signInAudience"] = "AzureADMyOrg",
        ["tags"] = new JsonArray(),
        ["requiredResourceAccess"] = new JsonArray(new JsonObject
        {
            ["resourceAppId"] = MicrosoftGraph,
            ["resourceAccess"] = new JsonArray(
            [
                new JsonObject { ["id"] = UserRead, ["type"] = "Scope" },
                .. application.Roles.Select(static role => new JsonObject { ["id"] = role, ["type"] = "Role" }),
            ]),
        }),
        ["passwordCredentials"] = new JsonArray([.. application.Secrets.Select(Secret)]),
        ["keyCredentials"] = new JsonArray([.. application.Certificates.Select(Certificate)]),
    });

    public IEnumerable<GraphEntry> ServicePrincipals() =>
    [
        .. seed.Applications.Where(static application => !application.NoServicePrincipal).Select(application => ServicePrincipal(
            application.ServicePrincipalId, application.AppId, application.DisplayName, !application.ServicePrincipalDisabled, directory.Seed.TenantId)),
        .. seed.Foreign.Select(static foreign => ServicePrincipal(
            foreign.ServicePrincipalId, foreign.AppId, foreign.DisplayName, enabled: true, foreign.OwnerTenant)),
    ];

    /// <summary>The application permissions that were consented to.</summary>
    public IEnumerable<GraphEntry> AppRoles(string servicePrincipalId)
    {
        var graph = seed.Foreign.First(static foreign => foreign.AppId is MicrosoftGraph);
        return seed.Applications
            .Where(application => application is { Consented: true, NoServicePrincipal: false } && Same(application.ServicePrincipalId, servicePrincipalId))
            .SelectMany(application => application.Roles.Select((role, index) => new GraphEntry(ApplicationTypes.AppRole, new JsonObject
            {
                ["id"] = $"{application.Id}-{index}",
                ["deletedDateTime"] = null,
                ["appRoleId"] = role,
                ["createdDateTime"] = Day(-380),
                ["principalDisplayName"] = application.DisplayName,
                ["principalId"] = application.ServicePrincipalId,
                ["principalType"] = "ServicePrincipal",
                ["resourceDisplayName"] = graph.DisplayName,
                ["resourceId"] = graph.ServicePrincipalId,
            })));
    }

    public static GraphEntry Trust(DemoTrust trust) => new(ApplicationTypes.Trust, new JsonObject
    {
        ["id"] = trust.Id,
        ["name"] = trust.Name,
        ["issuer"] = trust.Issuer,
        ["subject"] = trust.Subject,
        ["description"] = null,
        ["audiences"] = new JsonArray("api://AzureADTokenExchange"),
    });

    /// <summary>Ids compare without regard to case.</summary>
    public static bool Same(string id, string other) => id.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static GraphEntry ServicePrincipal(string id, string appId, string name, bool enabled, string ownerTenant) =>
        new(ApplicationTypes.ServicePrincipal, new JsonObject
        {
            ["id"] = id,
            ["deletedDateTime"] = null,
            ["accountEnabled"] = enabled,
            ["appDisplayName"] = name,
            ["appId"] = appId,
            ["appOwnerOrganizationId"] = ownerTenant,
            ["appRoleAssignmentRequired"] = false,
            ["disabledByMicrosoftStatus"] = null,
            ["displayName"] = name,
            ["servicePrincipalNames"] = new JsonArray(appId),
            ["servicePrincipalType"] = "Application",
            ["signInAudience"] = "AzureADMyOrg",
            ["tags"] = new JsonArray("WindowsAzureActiveDirectoryIntegratedApp"),
            // Those of the service principal; what an application signs in with stands at the application.
            ["keyCredentials"] = new JsonArray(),
            ["passwordCredentials"] = new JsonArray(),
        });

    /// <summary>The value was shown once, when it was made.</summary>
    private JsonObject Secret(DemoSecret secret) => new()
    {
        ["customKeyIdentifier"] = null,
        ["displayName"] = secret.DisplayName,
        ["endDateTime"] = End(secret.EndsInDays),
        ["hint"] = secret.Hint,
        ["keyId"] = secret.KeyId,
        ["secretText"] = null,
        ["startDateTime"] = Day(secret.StartsInDays),
    };

    private JsonObject Certificate(DemoCertificate certificate) => new()
    {
        ["customKeyIdentifier"] = Convert.ToBase64String(Convert.FromHexString(certificate.Thumbprint)),
        ["displayName"] = certificate.DisplayName,
        ["endDateTime"] = End(certificate.EndsInDays),
        ["key"] = null,
        ["keyId"] = certificate.KeyId,
        ["startDateTime"] = Day(certificate.StartsInDays),
        ["type"] = "AsymmetricX509Cert",
        ["usage"] = "Verify",
    };

    private string End(int days) => Day(directory.Conditions.AppCredentials switch
    {
        AppCredentialAge.Fresh => Math.Max(days, 300),
        AppCredentialAge.Ending when days < 0 => 20,
        _ => days,
    });

    private string Day(int days) => GraphWriter.Text(directory.StartedAt.AddDays(days));
}
