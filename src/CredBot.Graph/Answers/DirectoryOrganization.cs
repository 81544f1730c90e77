namespace CredBot.Graph;

/// <summary>The tenant.</summary>
public sealed record DirectoryOrganization
{
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    /// <value>Null: never synced from Active Directory; false: no longer.</value>
    public bool? OnPremisesSyncEnabled { get; init; }

    public DateTimeOffset? OnPremisesLastSync { get; init; }
}
