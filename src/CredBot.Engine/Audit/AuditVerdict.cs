namespace CredBot.Engine.Audit;

/// <summary>What a check of the audit's chains found.</summary>
/// <param name="Lines">How many lines were read.</param>
/// <param name="Fault">The first fault; null where every chain holds.</param>
public sealed record AuditVerdict(long Lines, AuditFault? Fault)
{
    public bool Holds => Fault is null;
}

/// <summary>Where a chain breaks.</summary>
/// <param name="Tenant">Whose chain.</param>
/// <param name="Key">Key of the line at which it shows; for a line missing at the end, the last one that is there (empty where none is).</param>
/// <param name="Kind">What was done to it.</param>
public sealed record AuditFault(string Tenant, string Key, AuditFaultKind Kind);

/// <summary>What was done to a line of the audit.</summary>
public enum AuditFaultKind
{
    /// <summary>The line does not say what it said when it was written.</summary>
    Changed,

    /// <summary>Lines that stood before it, or at the end of the chain, are gone.</summary>
    Removed,

    /// <summary>It stands in another place than it was written in.</summary>
    Reordered,
}
