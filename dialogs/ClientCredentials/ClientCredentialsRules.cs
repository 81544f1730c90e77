using CredBot.Graph;

namespace CredBot.Dialogs.ClientCredentials;

/// <summary>Decides whether an application can get a token for itself; looks at nothing but the facts and the time it is given.</summary>
internal static class ClientCredentialsRules
{
    /// <summary>So many days ahead a credential counts as about to end: time for a change that others must install.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>In the order in which the token endpoint would refuse. A known obstacle is an answer even where other facts are missing.</summary>
    /// <remarks>Source: Entra «OAuth 2.0 client credentials flow», «Authentication and authorization error codes».</remarks>
    public static ClientCredentialsVerdict Decide(ClientCredentialsFacts facts, DateTimeOffset now) => facts switch
    {
        { AppUnread: true } => ClientCredentialsVerdict.CannotTell,
        { App: null, IsForeign: true } => ClientCredentialsVerdict.NotHome,
        { App: null, PrincipalUnread: true } => ClientCredentialsVerdict.CannotTell,
        { App: null } => ClientCredentialsVerdict.NotFound,
        { Principal: null, PrincipalUnread: false } => ClientCredentialsVerdict.PrincipalMissing,
        { Principal.IsEnabled: false } => ClientCredentialsVerdict.PrincipalDisabled,
        { App: var app } => Credentials(facts, app, now),
    };

    private static ClientCredentialsVerdict Credentials(ClientCredentialsFacts facts, DirectoryApplication app, DateTimeOffset now)
    {
        var good = app.Credentials.Where(credential => credential.IsGood(now)).ToList();
        if (good.Count is 0 && facts.Federated is not > 0)
        {
            return facts.Federated is null ? ClientCredentialsVerdict.CannotTell
                : app.Credentials.Count is 0 ? ClientCredentialsVerdict.NoCredential
                : ClientCredentialsVerdict.Expired;
        }

        if (app.AsksForRoles && facts.Roles is 0)
        {
            return ClientCredentialsVerdict.ConsentMissing;
        }

        if (facts.PrincipalUnread || (app.AsksForRoles && facts.Roles is null))
        {
            return ClientCredentialsVerdict.CannotTell;
        }

        return facts.Federated is not > 0 && good.TrueForAll(credential => credential.EndsAt - now <= Soon)
            ? ClientCredentialsVerdict.Expiring
            : ClientCredentialsVerdict.Works;
    }
}
