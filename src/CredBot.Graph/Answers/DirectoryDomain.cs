namespace CredBot.Graph;

/// <summary>A domain of the tenant and who checks the passwords of its people.</summary>
public sealed record DirectoryDomain
{
    /// <value>The domain's name.</value>
    public required string Id { get; init; }

    /// <value><c>Managed</c> or <c>Federated</c>.</value>
    public string? AuthenticationType { get; init; }

    /// <value>Days; null where unset (the tenant's default applies), 2147483647 = never.</value>
    public int? PasswordValidityDays { get; init; }

    /// <summary>Another identity provider checks the password: the cloud cannot reset it.</summary>
    public bool IsFederated => string.Equals(AuthenticationType, "Federated", StringComparison.OrdinalIgnoreCase);
}
