using CredBot.Graph;

namespace CredBot.Dialogs.ExpiringSecrets;

/// <summary>Picks what has expired or is about to; looks at nothing but the applications and the time it is given.</summary>
internal static class ExpiringSecretsRules
{
    public const int DefaultDays = 30, MostDays = 3650;

    /// <summary>The credentials that have expired or end within so many days, those that ended or end first at the top.</summary>
    /// <remarks>Graph filters no application by the end of its secrets: all are read, and it is computed here. An expired one beside a good one of its kind is past, and left out.</remarks>
    public static IReadOnlyList<(DirectoryApplication App, AppCredential Credential)> Due(IEnumerable<DirectoryApplication> apps, int days, DateTimeOffset now) =>
    [
        .. apps.SelectMany(static app => app.Credentials.Select(credential => (App: app, Credential: credential)))
            .Where(one => one.Credential.EndsAt <= now.AddDays(days))
            .Where(one => !one.Credential.IsExpired(now) || !one.App.Credentials.Any(other => other.Kind == one.Credential.Kind && other.IsGood(now)))
            .OrderBy(static one => one.Credential.EndsAt),
    ];

    public static ExpiringSecretsVerdict Decide(IReadOnlyList<(DirectoryApplication App, AppCredential Credential)>? due, DateTimeOffset now) => due switch
    {
        null => ExpiringSecretsVerdict.CannotTell,
        [] => ExpiringSecretsVerdict.NoneExpiring,
        _ => due.Any(one => one.Credential.IsExpired(now)) ? ExpiringSecretsVerdict.SomeExpired : ExpiringSecretsVerdict.SomeExpiring,
    };
}
