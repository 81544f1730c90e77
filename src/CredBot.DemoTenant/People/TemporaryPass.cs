namespace CredBot.DemoTenant.People;

/// <summary>A Temporary Access Pass without its value, which is told once and not kept.</summary>
internal sealed record TemporaryPass
{
    public required string Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset StartsAt { get; init; }

    /// <value>10–43200 minutes.</value>
    public required int LifetimeInMinutes { get; init; }

    public required bool UsableOnce { get; init; }
}
