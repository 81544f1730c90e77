namespace CredBot.DemoTenant.Ledger;

/// <summary>What the tenant really did: every Graph write, in the order in which it happened.</summary>
internal sealed class WriteLedger
{
    private readonly Lock gate = new();
    private readonly List<LedgerEntry> entries = [];

    /// <summary>Carries a write out and notes it, with no other write in between.</summary>
    public T Write<T>(Func<T> act, Func<T, LedgerEntry> note)
    {
        lock (gate)
        {
            var result = act();
            entries.Add(note(result));
            return result;
        }
    }

    public void Add(LedgerEntry entry)
    {
        lock (gate)
        {
            entries.Add(entry);
        }
    }

    /// <param name="after">How many entries the reader has already seen.</param>
    public IReadOnlyList<LedgerEntry> Read(int after = 0)
    {
        lock (gate)
        {
            return [.. entries.Skip(after)];
        }
    }
}
