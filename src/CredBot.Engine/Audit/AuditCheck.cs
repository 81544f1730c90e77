namespace CredBot.Engine.Audit;

/// <summary>Follows every tenant's chain line by line and remembers the first fault.</summary>
/// <param name="heads">Where each chain ends.</param>
/// <param name="bases">Where each chain begins whose first lines have been kept for long enough.</param>
internal sealed class AuditCheck(IReadOnlyDictionary<string, AuditHead> heads, IReadOnlyDictionary<string, AuditHead> bases)
{
    private readonly Dictionary<string, (AuditHead Head, string Key)> reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = [Convert.ToHexString(AuditHead.Empty.Hash), .. bases.Values.Select(static head => Convert.ToHexString(head.Hash))];
    private readonly List<AuditLine> displaced = [];
    private AuditFault? changed;
    private long lines;

    public void Take(AuditLine line)
    {
        lines++;
        known.Add(Convert.ToHexString(line.Hash));
        if (changed is null && !line.IsWhole())
        {
            changed = new AuditFault(line.Tenant, line.Key, AuditFaultKind.Changed);
        }

        var before = reached.TryGetValue(line.Tenant, out var last) ? last.Head : Base(line.Tenant);
        if (!before.Hash.AsSpan().SequenceEqual(line.Previous))
        {
            displaced.Add(line);
        }

        reached[line.Tenant] = (new AuditHead(before.Lines + 1, line.Hash), line.Key);
    }

    public AuditVerdict Finish() => new(lines, changed ?? Displaced() ?? Missing());

    /// <summary>A line whose predecessor stands nowhere has lost it; one whose predecessor stands elsewhere was moved.</summary>
    private AuditFault? Displaced()
    {
        var orphan = displaced.Find(line => !known.Contains(Convert.ToHexString(line.Previous)));
        return (orphan ?? displaced.FirstOrDefault()) is { } line
            ? new AuditFault(line.Tenant, line.Key, orphan is null ? AuditFaultKind.Reordered : AuditFaultKind.Removed)
            : null;
    }

    private AuditFault? Missing()
    {
        foreach (var (tenant, head) in heads)
        {
            var (end, key) = reached.TryGetValue(tenant, out var last) ? last : (Base(tenant), "");
            if (end.Lines != head.Lines || !end.Hash.AsSpan().SequenceEqual(head.Hash))
            {
                return new AuditFault(tenant, key, AuditFaultKind.Removed);
            }
        }

        return reached.FirstOrDefault(chain => !heads.ContainsKey(chain.Key)) is { Key: { } orphan, Value.Key: var line }
            ? new AuditFault(orphan, line, AuditFaultKind.Removed)
            : null;
    }

    private AuditHead Base(string tenant) => bases.GetValueOrDefault(tenant, AuditHead.Empty);
}
