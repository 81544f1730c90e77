using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;

namespace CredBot.Dialogs.LicenceCheck;

/// <summary>What could be read of licences. Null means «could not be read».</summary>
internal sealed record LicenceCheckFacts
{
    /// <summary>Who was asked about; null: the tenant.</summary>
    public DirectoryUser? Subject { get; init; }

    /// <summary>What that person's licences let them use, or the asker's own where the tenant was asked about.</summary>
    public LicencePlans? Plans { get; init; }

    /// <summary>What the tenant has bought.</summary>
    public IReadOnlyList<BoughtSku>? Bought { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
