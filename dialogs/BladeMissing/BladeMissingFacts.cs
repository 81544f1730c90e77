using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.BladeMissing;

/// <summary>What could be read of the asker and their tenant. Null means «could not be read».</summary>
internal sealed record BladeMissingFacts
{
    public required DirectoryUser User { get; init; }

    /// <summary>What the asker's licences let them use.</summary>
    public LicencePlans? Plans { get; init; }

    /// <summary>What the tenant has bought.</summary>
    public LicencePlans? TenantPlans { get; init; }

    /// <summary>Roles the asker holds now.</summary>
    public IReadOnlyList<RoleAssignment>? Roles { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
