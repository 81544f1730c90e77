namespace CredBot.DemoTenant.Conditions;

/// <summary>What the tenant's default policy lets applications sign in with.</summary>
internal enum AppPolicy
{
    /// <summary>There is one, and it is not switched on.</summary>
    None,

    /// <summary>No secret may be added; the ones that are there keep working.</summary>
    SecretsForbidden,

    /// <summary>A new secret may live 90 days.</summary>
    ShortSecrets,
}
