namespace CredBot.Graph;

/// <summary>A person as the directory knows them: what is shown, and what decides about their password.</summary>
/// <remarks>Source: Graph v1.0 <c>user</c>. Most of these are null unless selected; <see cref="GraphClient"/> always selects them.</remarks>
public sealed record DirectoryUser
{
    /// <value>Object id, a GUID.</value>
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? Mail { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    /// <value>False: sign-in is blocked, and a new password does not help. Null where not readable.</value>
    public bool? AccountEnabled { get; init; }

    /// <value><c>Member</c> or <c>Guest</c>; null where not readable.</value>
    public string? UserType { get; init; }

    /// <value>True: synced from Active Directory now. False (was once) and null (never) both mean managed in the cloud.</value>
    public bool? OnPremisesSyncEnabled { get; init; }

    /// <value>In an administrative unit with restricted management.</value>
    public bool IsManagementRestricted { get; init; }

    /// <value>Last change of the password, or creation, whichever is later.</value>
    public DateTimeOffset? LastPasswordChange { get; init; }

    /// <value><c>DisablePasswordExpiration</c>, <c>DisableStrongPassword</c>, both with a comma, or null.</value>
    public string? PasswordPolicies { get; init; }

    /// <value><c>PendingAcceptance</c>, <c>Accepted</c> for an invited person; else null.</value>
    public string? ExternalUserState { get; init; }

    /// <value>When the sync last brought this account; null where it never did.</value>
    public DateTimeOffset? OnPremisesLastSync { get; init; }

    /// <value>Sessions that began before it are void; a revocation sets it.</value>
    public DateTimeOffset? SessionsValidFrom { get; init; }

    /// <value>They must choose a new password when they next sign in, with or without a second factor.</value>
    public bool MustChangePassword { get; init; }

    /// <summary>Their password lives in another tenant: a guest, or someone invited and made a member since.</summary>
    public bool IsGuest =>
        string.Equals(UserType, "Guest", StringComparison.OrdinalIgnoreCase)
        || ExternalUserState is { Length: > 0 }
        || (UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>Active Directory is where their password is decided.</summary>
    public bool IsSynced => OnPremisesSyncEnabled is true;

    public bool NeverExpires => PasswordPolicies?.Contains("DisablePasswordExpiration", StringComparison.OrdinalIgnoreCase) ?? false;
}
