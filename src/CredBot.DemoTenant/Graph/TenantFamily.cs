using System.Text.Json.Nodes;
using CredBot.DemoTenant.Conditions;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>The tenant itself: organization, domains, licences, policies.</summary>
internal sealed class TenantFamily(DemoDirectory directory, DirectoryEntries entries, RoleRules roles) : IGraphFamily
{
    /// <summary>What Entra means by «never».</summary>
    private const int NeverExpires = int.MaxValue;

    private static readonly string[] ReadOrganization =
        ["User.Read", "Organization.Read.All", "Organization.ReadWrite.All", .. GraphPermissions.ReadDirectory];

    private static readonly string[] ReadDomains = ["Domain.Read.All", "Domain.ReadWrite.All", .. GraphPermissions.ReadDirectory];
    private static readonly string[] ReadSkus = ["LicenseAssignment.Read.All", "Organization.Read.All", .. GraphPermissions.ReadDirectory];
    private static readonly string[] ReadPolicy = ["Policy.Read.All", "Policy.ReadWrite.Authorization"];

    public void Map(GraphRouter graph)
    {
        graph.Get("organization", request => Guarded(request, ReadOrganization, () => List(request, "organization", [Organization()])));
        graph.Get("domains", request => Guarded(request, ReadDomains, () => List(request, "domains", [.. Domains()])));
        graph.Get("domains/{domain}", request => Guarded(request, ReadDomains, () => DomainById(request)));
        graph.Get("subscribedSkus", request => Guarded(request, ReadSkus, () =>
            List(request, "subscribedSkus", [.. Skus.Select(Sku)])));
        graph.PerUser(HttpMethods.Get, "/licenseDetails", Licences);
        graph.Get("policies/authorizationPolicy", request => Guarded(request, ReadPolicy, () =>
            GraphSingle.Answer(request, new GraphEntry(GraphTypes.Plain("authorizationPolicy"), Policy()), "policies/authorizationPolicy")));
        graph.Get("directory/onPremisesSynchronization", Synchronization);
    }

    private static GraphAnswer Guarded(GraphRequest request, string[] permissions, Func<GraphAnswer> answer) =>
        request.Allows(permissions) && request.Person?.IsGuest is not true ? answer() : GraphAnswer.RequestDenied;

    private static GraphAnswer List(GraphRequest request, string name, IReadOnlyList<JsonObject> values)
    {
        var type = GraphTypes.Plain(name.TrimEnd('s'));
        return new GraphListing { Context = name, Type = type }.Answer(request, values.Select(value => new GraphEntry(type, value)));
    }

    private bool IsSynced => directory.Conditions.Sync is not DirectorySync.Never;

    private JsonObject Organization() => new()
    {
        ["id"] = directory.Seed.TenantId,
        ["displayName"] = directory.Seed.DisplayName,
        ["countryLetterCode"] = "KR",
        ["preferredLanguage"] = "ko",
        ["tenantType"] = "AAD",
        ["technicalNotificationMails"] = new JsonArray($"it@{directory.Seed.Domain}"),
        ["onPremisesSyncEnabled"] = IsSynced ? true : null,
        ["onPremisesLastSyncDateTime"] = IsSynced ? GraphWriter.Text(entries.LastSync) : null,
        ["onPremisesLastPasswordSyncDateTime"] = IsSynced ? GraphWriter.Text(entries.LastSync) : null,
        ["verifiedDomains"] = new JsonArray([.. Domains().Select(static domain => new JsonObject
        {
            ["name"] = (string)domain["id"]!,
            ["type"] = (string)domain["authenticationType"]!,
            ["isDefault"] = (bool)domain["isDefault"]!,
            ["isInitial"] = (bool)domain["isInitial"]!,
            ["capabilities"] = "Email",
        })]),
        ["assignedPlans"] = new JsonArray([.. Skus.SelectMany(static sku => sku.ServicePlans)
            .DistinctBy(static plan => plan.ServicePlanId)
            .Select(static plan => new JsonObject
            {
                ["capabilityStatus"] = "Enabled",
                ["service"] = plan.ServicePlanName,
                ["servicePlanId"] = plan.ServicePlanId,
            })]),
    };

    private IEnumerable<JsonObject> Domains() =>
    [
        Domain(new DemoDomain { Name = directory.Seed.Domain }), Domain(new DemoDomain { Name = directory.Seed.InitialDomain }),
        .. directory.Seed.OtherDomains.Select(Domain),
    ];

    private JsonObject Domain(DemoDomain domain) => new()
    {
        ["id"] = domain.Name,
        ["authenticationType"] = domain.Federated ? "Federated" : "Managed",
        ["isAdminManaged"] = true,
        ["isDefault"] = domain.Name == directory.Seed.Domain,
        ["isInitial"] = domain.Name == directory.Seed.InitialDomain,
        ["isRoot"] = true,
        ["isVerified"] = true,
        ["supportedServices"] = new JsonArray("Email"),
        ["passwordValidityPeriodInDays"] = domain.PasswordValidityDays ?? NeverExpires,
        ["passwordNotificationWindowInDays"] = 14,
    };

    private GraphAnswer DomainById(GraphRequest request)
    {
        var name = request.Keys["domain"];
        return Domains().FirstOrDefault(domain => name.Equals((string?)domain["id"], StringComparison.OrdinalIgnoreCase)) is { } found
            ? GraphSingle.Answer(request, new GraphEntry(GraphTypes.Plain("domain"), found), "domains")
            : GraphAnswer.NotFound(name);
    }

    /// <summary>What was bought: in a tenant without premium plans all that holds none.</summary>
    private IEnumerable<DemoSku> Skus => directory.Seed.Skus.Where(sku =>
        directory.Conditions.Premium || !sku.ServicePlans.Any(static plan => plan.ServicePlanName.StartsWith("AAD_PREMIUM", StringComparison.Ordinal)));

    private JsonObject Sku(DemoSku sku) => new()
    {
        ["id"] = $"{directory.Seed.TenantId}_{sku.SkuId}",
        ["accountId"] = directory.Seed.TenantId,
        ["accountName"] = directory.Seed.DisplayName,
        ["appliesTo"] = "User",
        ["capabilityStatus"] = "Enabled",
        ["consumedUnits"] = directory.People.Count(person => person.Licenses.Contains(sku.SkuPartNumber)),
        ["prepaidUnits"] = new JsonObject { ["enabled"] = sku.EnabledUnits, ["suspended"] = 0, ["warning"] = 0, ["lockedOut"] = 0 },
        ["skuId"] = sku.SkuId,
        ["skuPartNumber"] = sku.SkuPartNumber,
        ["servicePlans"] = Plans(sku, []),
    };

    private GraphAnswer Licences(GraphRequest request, DemoPerson person)
    {
        string[] permissions = ["LicenseAssignment.Read.All", .. GraphPermissions.ReadUsers];
        return Guarded(request, request.IsSelf(person) ? [.. permissions, "User.Read"] : permissions, () => List(request, "licenseDetails",
        [
            .. Skus.Where(sku => person.Licenses.Contains(sku.SkuPartNumber)).Select(sku => new JsonObject
            {
                ["id"] = $"{sku.SkuPartNumber}-{sku.SkuId}",
                ["skuId"] = sku.SkuId,
                ["skuPartNumber"] = sku.SkuPartNumber,
                ["servicePlans"] = Plans(sku, person.DisabledPlans),
            }),
        ]));
    }

    private static JsonArray Plans(DemoSku sku, IReadOnlyList<string> disabled) => new([.. sku.ServicePlans.Select(plan => new JsonObject
    {
        ["servicePlanId"] = plan.ServicePlanId,
        ["servicePlanName"] = plan.ServicePlanName,
        ["provisioningStatus"] = disabled.Contains(plan.ServicePlanName) ? "Disabled" : "Success",
        ["appliesTo"] = "User",
    })]);

    private JsonObject Policy() => new()
    {
        ["id"] = "authorizationPolicy",
        ["displayName"] = "Authorization Policy",
        ["allowInvitesFrom"] = "everyone",
        // Administrators' self-service reset only; whether people may reset their own has no API.
        ["allowedToUseSSPR"] = directory.Conditions.AdminSspr,
        ["allowedToSignUpEmailBasedSubscriptions"] = true,
        ["allowEmailVerifiedUsersToJoinOrganization"] = false,
        ["blockMsolPowerShell"] = false,
        ["guestUserRoleId"] = "10dae51f-b6af-4016-8d66-8c2a99b929b3",
        ["defaultUserRolePermissions"] = new JsonObject
        {
            ["allowedToCreateApps"] = true,
            ["allowedToCreateSecurityGroups"] = true,
            ["allowedToReadBitlockerKeysForOwnedDevice"] = true,
            ["allowedToReadOtherUsers"] = true,
        },
    };

    /// <summary>For a Global Administrator only; <c>passwordWritebackEnabled</c> is not in use and proves nothing.</summary>
    private GraphAnswer Synchronization(GraphRequest request)
    {
        if (!request.Allows("OnPremDirectorySynchronization.Read.All", "OnPremDirectorySynchronization.ReadWrite.All") || !roles.HasRole(request))
        {
            return GraphAnswer.RequestDenied;
        }

        return List(request, "directory/onPremisesSynchronization",
        [
            new JsonObject
            {
                ["id"] = directory.Seed.TenantId,
                ["configuration"] = new JsonObject { ["synchronizationInterval"] = "PT30M", ["customerRequestedSynchronizationInterval"] = "PT30M" },
                ["features"] = new JsonObject
                {
                    ["passwordSyncEnabled"] = true,
                    ["passwordWritebackEnabled"] = false,
                    ["cloudPasswordPolicyForPasswordSyncedUsersEnabled"] = false,
                    ["userForcePasswordChangeOnLogonEnabled"] = true,
                },
            },
        ]);
    }
}
