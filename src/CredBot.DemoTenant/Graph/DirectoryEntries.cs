using System.Text.Json.Nodes;
using CredBot.DemoTenant.Conditions;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Draws people, groups, roles and units whole; what of it is shown is the query's business.</summary>
internal sealed class DirectoryEntries(DemoDirectory directory, RoleRules roles)
{
    private TenantSeed Seed => directory.Seed;

    /// <summary>When the sync ran last: every half hour, ending well.</summary>
    public DateTimeOffset LastSync => directory.Conditions.Sync is DirectorySync.Stale
        ? directory.StartedAt.AddHours(-26)
        : directory.Now.AddMinutes(-(directory.Now.Minute % 30)).AddSeconds(-directory.Now.Second);

    public GraphEntry User(DemoPerson person)
    {
        var account = directory.Account(person);
        var values = new JsonObject
        {
            ["id"] = person.ObjectId,
            ["displayName"] = person.DisplayName,
            ["givenName"] = person.GivenName,
            ["surname"] = person.Surname,
            ["userPrincipalName"] = person.UserPrincipalName,
            ["mail"] = person.Mail,
            ["mailNickname"] = person.Id,
            ["otherMails"] = new JsonArray(),
            ["proxyAddresses"] = new JsonArray($"SMTP:{person.Mail}"),
            ["businessPhones"] = new JsonArray(),
            ["jobTitle"] = person.JobTitle,
            ["department"] = person.Department,
            ["employeeId"] = person.EmployeeId,
            ["officeLocation"] = person.OfficeLocation,
            ["preferredLanguage"] = person.PreferredLanguage,
            ["usageLocation"] = person.UsageLocation,
            ["companyName"] = person.IsGuest ? null : Seed.DisplayName,
            ["accountEnabled"] = account.Enabled,
            ["userType"] = person.IsGuest ? "Guest" : "Member",
            ["creationType"] = person.IsGuest ? "Invitation" : null,
            ["externalUserState"] = person.IsGuest ? "Accepted" : null,
            ["identities"] = new JsonArray(Identity(person)),
            ["createdDateTime"] = GraphWriter.Text(directory.StartedAt.AddDays(-420)),
            ["isManagementRestricted"] = roles.IsRestricted(person) ? true : null,
            ["lastPasswordChangeDateTime"] = GraphWriter.Text(account.LastPasswordChange),
            ["signInSessionsValidFromDateTime"] = GraphWriter.Text(account.SessionsValidFrom),
            ["passwordPolicies"] = person.Synced ? "DisablePasswordExpiration" : account.PasswordPolicies,
            ["passwordProfile"] = person.IsGuest ? null : new JsonObject
            {
                ["password"] = null,
                ["forceChangePasswordNextSignIn"] = account.MustChangePassword,
                ["forceChangePasswordNextSignInWithMfa"] = account.MustChangePasswordWithMfa,
            },
        };
        AddSync(values, person);
        AddLicences(values, person);
        return new GraphEntry(GraphTypes.User, values);
    }

    public GraphEntry Group(DemoGroup group) => new(GraphTypes.Group, new JsonObject
    {
        ["id"] = group.ObjectId,
        ["displayName"] = group.DisplayName,
        ["description"] = group.DisplayNameKo,
        ["createdDateTime"] = GraphWriter.Text(directory.StartedAt.AddDays(-400)),
        ["groupTypes"] = new JsonArray(),
        ["isAssignableToRole"] = group.RoleAssignable ? true : null,
        ["mailEnabled"] = false,
        ["mailNickname"] = group.Id,
        ["onPremisesSyncEnabled"] = null,
        ["securityEnabled"] = true,
        ["visibility"] = group.RoleAssignable ? "Private" : null,
    });

    public static GraphEntry Role(DemoRole role) => new(GraphTypes.Role, new JsonObject
    {
        ["id"] = role.ObjectId,
        ["deletedDateTime"] = null,
        ["description"] = role.DisplayName,
        ["displayName"] = role.DisplayName,
        ["roleTemplateId"] = role.TemplateId,
    });

    public static GraphEntry Unit(DemoUnit unit) => new(GraphTypes.Unit, new JsonObject
    {
        ["id"] = unit.ObjectId,
        ["deletedDateTime"] = null,
        ["displayName"] = unit.DisplayName,
        ["description"] = unit.DisplayNameKo,
        ["isMemberManagementRestricted"] = unit.Restricted ? true : null,
        ["visibility"] = null,
    });

    /// <summary>A person or a group by the id that the seeds give it.</summary>
    public GraphEntry Principal(string id) =>
        directory.Find(id) is { } person ? User(person) : Group(Seed.Groups.First(group => group.Id == id));

    public DemoRole RoleNamed(string name) => Seed.Roles.First(role => role.DisplayName == name);

    private JsonObject Identity(DemoPerson person) => new()
    {
        ["signInType"] = person.IsGuest ? "federated" : "userPrincipalName",
        ["issuer"] = person.IsGuest ? "ExternalAzureAD" : Seed.InitialDomain,
        ["issuerAssignedId"] = person.IsGuest ? null : person.UserPrincipalName,
    };

    /// <summary>True while synced, false when it was synced once, null when never.</summary>
    private void AddSync(JsonObject values, DemoPerson person)
    {
        values["onPremisesSyncEnabled"] = person.Synced ? true : person.FormerlySynced ? false : null;
        values["onPremisesLastSyncDateTime"] = (person.Synced, person.FormerlySynced) switch
        {
            (true, _) => GraphWriter.Text(LastSync),
            (_, true) => GraphWriter.Text(directory.StartedAt.AddDays(-200)),
            _ => null,
        };
        values["onPremisesDomainName"] = person.Synced ? Seed.OnPremisesDomain : null;
        values["onPremisesSamAccountName"] = person.Synced ? person.Id : null;
        values["onPremisesUserPrincipalName"] = person.Synced ? person.UserPrincipalName : null;
        values["onPremisesDistinguishedName"] = person.Synced
            ? $"CN={person.DisplayName},OU=People,DC={Seed.OnPremisesDomain.Replace(".", ",DC=", StringComparison.Ordinal)}"
            : null;
        values["onPremisesImmutableId"] = person.Synced || person.FormerlySynced
            ? Convert.ToBase64String(Guid.Parse(person.ObjectId).ToByteArray())
            : null;
        values["onPremisesProvisioningErrors"] = new JsonArray();
    }

    private void AddLicences(JsonObject values, DemoPerson person)
    {
        var skus = Seed.Skus.Where(sku => person.Licenses.Contains(sku.SkuPartNumber)).ToList();
        values["assignedLicenses"] = new JsonArray([.. skus.Select(sku => new JsonObject
        {
            ["skuId"] = sku.SkuId,
            ["disabledPlans"] = Disabled(sku, person),
        })]);
        values["licenseAssignmentStates"] = new JsonArray([.. skus.Select(sku => new JsonObject
        {
            ["skuId"] = sku.SkuId,
            ["disabledPlans"] = Disabled(sku, person),
            ["assignedByGroup"] = null,
            ["state"] = "Active",
            ["error"] = "None",
        })]);
        var past = Seed.Skus.SelectMany(static sku => sku.ServicePlans).Where(plan => person.PastPlans.Contains(plan.ServicePlanName));
        values["assignedPlans"] = new JsonArray([
            .. past.Select(plan => Plan(plan, "Deleted", -300)),
            .. skus.SelectMany(static sku => sku.ServicePlans).DistinctBy(static plan => plan.ServicePlanId)
                .Where(plan => !person.DisabledPlans.Contains(plan.ServicePlanName))
                .Select(plan => Plan(plan, "Enabled", -100)),
        ]);
    }

    private static JsonArray Disabled(DemoSku sku, DemoPerson person) => new([
        .. sku.ServicePlans.Where(plan => person.DisabledPlans.Contains(plan.ServicePlanName)).Select(static plan => JsonValue.Create(plan.ServicePlanId)),
    ]);

    private JsonObject Plan(DemoServicePlan plan, string status, int days) => new()
    {
        ["assignedDateTime"] = GraphWriter.Text(directory.StartedAt.AddDays(days)),
        ["capabilityStatus"] = status,
        ["service"] = plan.ServicePlanName.StartsWith("AAD", StringComparison.Ordinal) ? "AADPremiumService" : plan.ServicePlanName,
        ["servicePlanId"] = plan.ServicePlanId,
    };
}
