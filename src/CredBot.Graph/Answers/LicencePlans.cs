namespace CredBot.Graph;

/// <summary>The service plans that somebody's licences, or a tenant's, make usable now.</summary>
/// <param name="Names">E.g. <c>AAD_PREMIUM</c>, <c>EXCHANGE_S_ENTERPRISE</c>; each once.</param>
/// <remarks>Source: Microsoft Learn «Product names and service plan identifiers for licensing».</remarks>
public sealed record LicencePlans(IReadOnlyList<string> Names)
{
    /// <summary>Entra ID P1 or P2, which Microsoft 365 Business Premium, E3 and E5 contain.</summary>
    public bool HasPremium => Names.Contains("AAD_PREMIUM") || HasPremium2;

    /// <summary>Entra ID P2.</summary>
    public bool HasPremium2 => Names.Contains("AAD_PREMIUM_P2");
}
