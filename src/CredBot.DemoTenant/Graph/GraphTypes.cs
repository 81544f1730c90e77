using System.Collections.Frozen;

namespace CredBot.DemoTenant.Graph;

/// <summary>The kinds of entries the tenant has, with what Graph shows of each unasked.</summary>
/// <remarks>Source: Graph's v1.0 metadata and the resource pages.</remarks>
internal static class GraphTypes
{
    public static readonly IReadOnlyList<string> BasicUser =
    [
        "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
        "userPrincipalName", "id",
    ];

    public static readonly GraphType User = new()
    {
        Name = "user",
        Directory = true,
        Default = BasicUser,
        Expandable = ["manager"],
        Filterable = Names(
            """
            id accountEnabled assignedLicenses assignedPlans businessPhones city companyName country createdDateTime
            creationType department displayName employeeId employeeType externalUserState givenName identities jobTitle
            mail mailNickname mobilePhone officeLocation onPremisesImmutableId onPremisesLastSyncDateTime
            onPremisesSamAccountName onPremisesSyncEnabled otherMails passwordPolicies postalCode preferredLanguage
            proxyAddresses signInActivity state surname usageLocation userPrincipalName userType
            """),
        Known = Names(
            """
            aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones city
            companyName consentProvidedForMinor country createdDateTime creationType customSecurityAttributes
            deletedDateTime department displayName employeeHireDate employeeId employeeLeaveDateTime employeeOrgData
            employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate id identities
            imAddresses interests isManagementRestricted isResourceAccount jobTitle lastPasswordChangeDateTime
            legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings mailNickname mobilePhone mySite
            officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes
            onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName
            onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies
            passwordProfile pastProjects postalCode preferredDataLocation preferredLanguage preferredName provisionedPlans
            proxyAddresses responsibilities schools securityIdentifier serviceProvisioningErrors showInAddressList
            signInActivity signInSessionsValidFromDateTime skills state streetAddress surname usageLocation
            userPrincipalName userType
            """),
    };

    public static readonly GraphType Group = new()
    {
        Name = "group",
        Directory = true,
        Filterable = Names(
            """
            id displayName description isAssignableToRole mailEnabled mailNickname onPremisesSyncEnabled securityEnabled
            groupTypes visibility createdDateTime
            """),
        Known = Names(
            """
            allowExternalSenders assignedLabels assignedLicenses autoSubscribeNewMembers classification createdDateTime
            deletedDateTime description displayName expirationDateTime groupTypes hideFromAddressLists
            hideFromOutlookClients id isArchived isAssignableToRole isManagementRestricted isSubscribedByMail
            licenseProcessingState mail mailEnabled mailNickname membershipRule membershipRuleProcessingState
            onPremisesDomainName onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors
            onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled preferredDataLocation
            preferredLanguage proxyAddresses renewedDateTime securityEnabled securityIdentifier serviceProvisioningErrors
            theme uniqueName unseenCount visibility
            """),
    };

    public static readonly GraphType Role = new() { Name = "directoryRole", Directory = true };

    public static readonly GraphType Unit = new() { Name = "administrativeUnit", Directory = true, Filterable = Names("id displayName description isMemberManagementRestricted visibility") };

    /// <summary>Any of the three above and users: what a membership may be.</summary>
    public static readonly GraphType Anything = new() { Name = "directoryObject", Directory = true };

    public static readonly GraphType RoleDefinition = new() { Name = "unifiedRoleDefinition", Filterable = Names("id displayName isBuiltIn templateId") };

    public static readonly GraphType RoleAssignment = new()
    {
        Name = "unifiedRoleAssignment",
        Filterable = Names("id principalId roleDefinitionId directoryScopeId"),
        Expandable = ["roleDefinition", "principal", "directoryScope"],
    };

    public static readonly GraphType ActiveInstance = new()
    {
        Name = "unifiedRoleAssignmentScheduleInstance",
        Filterable = Names("id principalId roleDefinitionId directoryScopeId assignmentType memberType"),
        Expandable = ["roleDefinition", "principal", "directoryScope"],
    };

    public static readonly GraphType EligibleInstance = new()
    {
        Name = "unifiedRoleEligibilityScheduleInstance",
        Filterable = Names("id principalId roleDefinitionId directoryScopeId memberType"),
        Expandable = ["roleDefinition", "principal", "directoryScope"],
    };

    public static readonly GraphType Registration = new()
    {
        Name = "userRegistrationDetails",
        Filterable = Names(
            """
            id isAdmin isMfaCapable isMfaRegistered isPasswordlessCapable isSsprCapable isSsprEnabled isSsprRegistered
            methodsRegistered userDisplayName userPrincipalName userType lastUpdatedDateTime
            """),
    };

    public static readonly GraphType Audit = new()
    {
        Name = "directoryAudit",
        Filterable = Names(
            """
            id activityDateTime activityDisplayName category correlationId initiatedBy loggedByService result
            targetResources
            """),
    };

    public static readonly GraphType SignIn = new()
    {
        Name = "signIn",
        Filterable = Names(
            """
            id appDisplayName appId clientAppUsed conditionalAccessStatus correlationId createdDateTime ipAddress riskState
            status userDisplayName userId userPrincipalName
            """),
    };

    /// <summary>A kind that is shown whole and not filtered.</summary>
    public static GraphType Plain(string name) => new() { Name = name, Filterable = FrozenSet<string>.Empty };

    private static FrozenSet<string> Names(string list) =>
        list.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
