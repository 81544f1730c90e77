using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;

namespace CredBot.Dialogs.Hybrid;

/// <summary>What could be read about the tenant and its Active Directory. Null means «could not be read».</summary>
internal sealed record HybridFacts
{
    public DirectoryOrganization? Organization { get; init; }

    /// <summary>What the tenant bought.</summary>
    public LicencePlans? Plans { get; init; }

    /// <summary>When writeback was switched, newest first.</summary>
    public IReadOnlyList<AuditRecord>? Switches { get; init; }

    /// <summary>For a Global Administrator only; decides nothing.</summary>
    public SyncFeatures? Features { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];

    /// <summary>The last switch that went through; null where there is none or the log could not be read.</summary>
    public AuditRecord? LastSwitch => Switches?.FirstOrDefault(static one => one.Succeeded);
}
