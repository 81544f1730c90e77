using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.AppCredentials;

/// <summary>Decides whether the asker may renew an application's credentials; looks at nothing but the facts and the time it is given.</summary>
internal static class AppCredentialsRules
{
    /// <summary>Application, Cloud Application and Global Administrator manage the credentials of every application.</summary>
    /// <remarks>Source: Graph «Permissions and roles for application credentials»; an Application Developer manages owned ones only.</remarks>
    private static readonly HashSet<string> Managers = new(StringComparer.OrdinalIgnoreCase)
    {
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "158c047a-c907-4556-b7ef-446551a6b5f7", "62e90394-69f5-4237-9190-012177145e10",
    };

    public static AppCredentialsVerdict Decide(AppCredentialsFacts facts, DateTimeOffset now)
    {
        if (facts.App is not { } app)
        {
            return facts.AppUnread ? AppCredentialsVerdict.CannotTell : AppCredentialsVerdict.NotFound;
        }

        var owns = facts.Owners?.Any(owner => string.Equals(owner.Id, facts.Asker, StringComparison.OrdinalIgnoreCase));
        var manages = facts.Roles?.Any(role => Reaches(role, app));
        if (owns is not true && manages is not true)
        {
            return owns is null || manages is null ? AppCredentialsVerdict.CannotTell : AppCredentialsVerdict.AskOwner;
        }

        return facts switch
        {
            { Policy.SecretsForbidden: true } => AppCredentialsVerdict.SecretsForbidden,
            _ when HasOnlyDeadCertificates(app, now) => AppCredentialsVerdict.NoValidCertificate,
            { Policy.LongestSecret: not null } => AppCredentialsVerdict.LifetimeLimited,
            _ => owns is true ? AppCredentialsVerdict.MayAsOwner : AppCredentialsVerdict.MayByRole,
        };
    }

    /// <summary>A role on one application reaches that one.</summary>
    private static bool Reaches(RoleAssignment role, DirectoryApplication app) =>
        Managers.Contains(role.RoleId) && (role.IsTenantWide || string.Equals(role.Scope, $"/{app.Id}", StringComparison.OrdinalIgnoreCase));

    private static bool HasOnlyDeadCertificates(DirectoryApplication app, DateTimeOffset now)
    {
        var certificates = app.Credentials.Where(static credential => credential.Kind is AppCredentialKind.Certificate).ToList();
        return certificates.Count > 0 && !certificates.Exists(credential => credential.IsGood(now));
    }
}
