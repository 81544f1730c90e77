using System.Collections.Frozen;

namespace CredBot.DemoTenant.Graph;

/// <summary>The kinds of entries around an application, with what a query may ask of each.</summary>
/// <remarks>Source: Graph's v1.0 metadata and the resource pages. No filter looks into secrets: who wants to know when they end reads them all.</remarks>
internal static class ApplicationTypes
{
    public static readonly GraphType Application = new()
    {
        Name = "application",
        Directory = true,
        Filterable = Names("id appId displayName createdDateTime identifierUris publisherDomain signInAudience tags"),
        Known = Names(
            """
            addIns api appId applicationTemplateId appRoles certification createdDateTime defaultRedirectUri deletedDateTime description
            disabledByMicrosoftStatus displayName groupMembershipClaims id identifierUris info isDeviceOnlyAuthSupported
            isFallbackPublicClient keyCredentials notes oauth2RequirePostResponse optionalClaims parentalControlSettings
            passwordCredentials publicClient publisherDomain requestSignatureVerification requiredResourceAccess samlMetadataUrl
            serviceManagementReference servicePrincipalLockConfiguration signInAudience spa tags tokenEncryptionKeyId uniqueName
            verifiedPublisher web
            """),
        // Without $select every property is shown; here those that an entry has.
        Default =
        [
            "id", "deletedDateTime", "appId", "createdDateTime", "displayName", "disabledByMicrosoftStatus", "identifierUris", "publisherDomain",
            "signInAudience", "tags", "requiredResourceAccess", "keyCredentials", "passwordCredentials",
        ],
    };

    public static readonly GraphType ServicePrincipal = new()
    {
        Name = "servicePrincipal",
        Directory = true,
        Filterable = Names("id accountEnabled appId appOwnerOrganizationId displayName servicePrincipalNames servicePrincipalType tags"),
        Known = Names(
            """
            accountEnabled addIns alternativeNames appDescription appDisplayName appId applicationTemplateId appOwnerOrganizationId
            appRoleAssignmentRequired appRoles customSecurityAttributes deletedDateTime description disabledByMicrosoftStatus
            displayName homepage id info keyCredentials loginUrl logoutUrl notes notificationEmailAddresses oauth2PermissionScopes
            passwordCredentials preferredSingleSignOnMode preferredTokenSigningKeyThumbprint replyUrls resourceSpecificApplicationPermissions
            samlSingleSignOnSettings servicePrincipalNames servicePrincipalType signInAudience tags tokenEncryptionKeyId verifiedPublisher
            """),
        Default =
        [
            "id", "deletedDateTime", "accountEnabled", "appDisplayName", "appId", "appOwnerOrganizationId", "appRoleAssignmentRequired",
            "disabledByMicrosoftStatus", "displayName", "servicePrincipalNames", "servicePrincipalType", "signInAudience", "tags",
            "keyCredentials", "passwordCredentials",
        ],
    };

    public static readonly GraphType Trust = new() { Name = "federatedIdentityCredential", Filterable = Names("id name issuer subject") };

    public static readonly GraphType AppRole = new() { Name = "appRoleAssignment", Filterable = Names("id appRoleId resourceId") };

    private static FrozenSet<string> Names(string list) =>
        list.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
