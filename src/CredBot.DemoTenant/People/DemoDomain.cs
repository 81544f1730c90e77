namespace CredBot.DemoTenant.People;

/// <summary>A domain of the tenant besides its two first ones.</summary>
internal sealed record DemoDomain
{
    public required string Name { get; init; }

    /// <value>True where another identity provider checks the passwords.</value>
    public bool Federated { get; init; }

    /// <value>Days after which a password has to be changed; null for never.</value>
    public int? PasswordValidityDays { get; init; }
}
