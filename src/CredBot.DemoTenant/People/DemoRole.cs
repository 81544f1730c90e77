namespace CredBot.DemoTenant.People;

/// <summary>A directory role of the tenant.</summary>
internal sealed record DemoRole
{
    /// <value>The same in every tenant for a built-in role; also the id of its role definition.</value>
    public required string TemplateId { get; init; }

    /// <value>The id under <c>/directoryRoles</c>, which differs from tenant to tenant.</value>
    public required string ObjectId { get; init; }

    public required string DisplayName { get; init; }
    /// <value>True for a role of the tenant's own making.</value>
    public bool Custom { get; init; }
}
