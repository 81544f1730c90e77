namespace CredBot.DemoTenant.People;

/// <summary>An administrative unit; members are person ids.</summary>
internal sealed record DemoUnit
{
    public required string Id { get; init; }
    public required string ObjectId { get; init; }
    public required string DisplayName { get; init; }
    public required string DisplayNameKo { get; init; }

    /// <value>True shuts out every administrator who has no role at this very unit.</value>
    public bool Restricted { get; init; }

    public IReadOnlyList<string> Members { get => field ?? []; init; }
}
