namespace CredBot.DemoTenant.People;

/// <summary>A security group; members and owners are person ids, nested groups are group ids.</summary>
internal sealed record DemoGroup
{
    public required string Id { get; init; }
    public required string ObjectId { get; init; }
    public required string DisplayName { get; init; }
    public required string DisplayNameKo { get; init; }

    /// <value>True protects its members and owners; it can neither be changed later nor nested.</value>
    public bool RoleAssignable { get; init; }

    public IReadOnlyList<string> Owners { get => field ?? []; init; }
    public IReadOnlyList<string> Members { get => field ?? []; init; }
    public IReadOnlyList<string> MemberGroups { get => field ?? []; init; }
}
