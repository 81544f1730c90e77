using Microsoft.Graph.Models;

namespace CredBot.Graph;

/// <summary>From Graph's user to ours.</summary>
internal static class DirectoryUserMapping
{
    /// <summary>What is read of a person; most of it is null in Graph's answers unless it is named here.</summary>
    public static readonly string[] Select =
    [
        "id", "displayName", "userPrincipalName", "mail", "jobTitle", "department", "accountEnabled", "userType", "onPremisesSyncEnabled",
        "isManagementRestricted", "lastPasswordChangeDateTime", "passwordPolicies", "externalUserState",
        "onPremisesLastSyncDateTime", "signInSessionsValidFromDateTime", "passwordProfile",
    ];

    public static DirectoryUser From(User user) => new()
    {
        Id = user.Id ?? "",
        DisplayName = user.DisplayName,
        UserPrincipalName = user.UserPrincipalName,
        Mail = user.Mail,
        JobTitle = user.JobTitle,
        Department = user.Department,
        AccountEnabled = user.AccountEnabled,
        UserType = user.UserType,
        OnPremisesSyncEnabled = user.OnPremisesSyncEnabled,
        IsManagementRestricted = user.IsManagementRestricted ?? false,
        LastPasswordChange = user.LastPasswordChangeDateTime,
        PasswordPolicies = user.PasswordPolicies,
        ExternalUserState = user.ExternalUserState,
        OnPremisesLastSync = user.OnPremisesLastSyncDateTime,
        SessionsValidFrom = user.SignInSessionsValidFromDateTime,
        MustChangePassword = user.PasswordProfile is { ForceChangePasswordNextSignIn: true } or { ForceChangePasswordNextSignInWithMfa: true },
    };
}
