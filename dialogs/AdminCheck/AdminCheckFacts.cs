using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>What could be read of the two people. Null means «could not be read», or not asked for because it decides nothing.</summary>
internal sealed record AdminCheckFacts
{
    public required ResetFacts Reset { get; init; }

    /// <summary>What the rules make of them.</summary>
    public required ResetDecision Decision { get; init; }

    /// <summary>What a synced person's licences let them use; writing back takes one.</summary>
    public LicencePlans? SubjectPlans { get; init; }

    /// <summary>What the tenant has bought; a role on a unit takes a licence.</summary>
    public LicencePlans? TenantPlans { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
