using Microsoft.Graph.Models;

namespace CredBot.Graph;

/// <summary>Reads Graph's applications, their owners and the policy on their credentials.</summary>
internal static class ApplicationMapping
{
    /// <summary>An application without either id is none: its paths go by the one, its configuration by the other.</summary>
    public static IReadOnlyList<DirectoryApplication> From(IEnumerable<Application> applications) =>
    [
        .. applications.Where(static application => application is { Id.Length: > 0, AppId.Length: > 0 }).Select(static application => new DirectoryApplication
        {
            Id = application.Id!,
            AppId = application.AppId!,
            DisplayName = application.DisplayName,
            CreatedAt = application.CreatedDateTime,
            Credentials = [.. Secrets(application), .. Certificates(application)],
            AsksForRoles = (application.RequiredResourceAccess ?? []).SelectMany(static resource => resource.ResourceAccess ?? [])
                .Any(static access => access.Type is "Role"),
        }),
    ];

    /// <summary>Owners are people or service principals.</summary>
    public static IReadOnlyList<DirectoryOwner> Owners(IReadOnlyList<DirectoryObject> owners) =>
    [
        .. owners.Where(static owner => owner.Id is { Length: > 0 }).Select(static owner => new DirectoryOwner(owner.Id!, owner switch
        {
            User user => user.DisplayName,
            ServicePrincipal principal => principal.DisplayName,
            _ => null,
        })),
    ];

    /// <param name="policy">As Graph has it.</param>
    /// <param name="createdAt">When the application was created: a restriction for those after a day leaves older ones alone.</param>
    public static AppManagementPolicy From(TenantAppManagementPolicy policy, DateTimeOffset createdAt)
    {
        if (policy.IsEnabled is not true)
        {
            return new AppManagementPolicy(SecretsForbidden: false, LongestSecret: null);
        }

        // Without a state a restriction holds: enabled is the default.
        var held = (policy.ApplicationRestrictions?.PasswordCredentials ?? [])
            .Where(one => one.State is not AppManagementRestrictionState.Disabled && !(one.RestrictForAppsCreatedAfterDateTime >= createdAt)).ToList();
        return new AppManagementPolicy(
            held.Exists(static one => one.RestrictionType is AppCredentialRestrictionType.PasswordAddition),
            held.Where(static one => one.RestrictionType is AppCredentialRestrictionType.PasswordLifetime).Min(static one => one.MaxLifetime));
    }

    private static IEnumerable<AppCredential> Secrets(Application application) => (application.PasswordCredentials ?? []).Select(static secret =>
        new AppCredential(secret.KeyId?.ToString() ?? "", AppCredentialKind.Secret, secret.DisplayName, secret.Hint, secret.StartDateTime, secret.EndDateTime));

    /// <summary>
    /// A key to encrypt tokens with (usage Encrypt) stands in the same list and proves nothing; the private half (Sign) stands beside its certificate.
    /// </summary>
    /// <remarks>Source: Graph v1.0 <c>keyCredential.usage</c>.</remarks>
    private static IEnumerable<AppCredential> Certificates(Application application) => (application.KeyCredentials ?? [])
        .Where(static key => key.Usage is null or "Verify")
        .Select(static key =>
            new AppCredential(key.KeyId?.ToString() ?? "", AppCredentialKind.Certificate, key.DisplayName, null, key.StartDateTime, key.EndDateTime));
}
