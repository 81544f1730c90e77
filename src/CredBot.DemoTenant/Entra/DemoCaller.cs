namespace CredBot.DemoTenant.Entra;

/// <summary>Whose Graph token a request carries.</summary>
/// <param name="ObjectId">The person; with <paramref name="AppOnly"/> the app's service principal.</param>
/// <param name="Scopes">Delegated permissions; empty for an app.</param>
/// <param name="AppOnly">No person stands behind the token.</param>
internal sealed record DemoCaller(string ObjectId, IReadOnlySet<string> Scopes, bool AppOnly);
