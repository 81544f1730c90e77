namespace CredBot.Graph;

/// <summary>An application that this tenant registered, and the credentials it signs in with.</summary>
/// <remarks>Source: Graph v1.0 <c>application</c>.</remarks>
public sealed record DirectoryApplication
{
    /// <value>Object id: what Graph's paths name. Not what the application calls itself.</value>
    public required string Id { get; init; }

    /// <value>Client id: what stands in the application's configuration.</value>
    public required string AppId { get; init; }

    public string? DisplayName { get; init; }

    /// <value>Policies hold for applications from a day on; null where not readable.</value>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <value>Secrets and certificates, expired ones included; federated credentials are counted apart.</value>
    public IReadOnlyList<AppCredential> Credentials { get; init; } = [];

    /// <value>It asks for application permissions (roles) of some resource.</value>
    public bool AsksForRoles { get; init; }
}
