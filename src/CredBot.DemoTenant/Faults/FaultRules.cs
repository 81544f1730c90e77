namespace CredBot.DemoTenant.Faults;

/// <summary>The rules in force, in the order in which they came; each use of a counted one is taken once, whoever asks.</summary>
internal sealed class FaultRules
{
    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];

    public void Add(FaultRule rule)
    {
        lock (gate)
        {
            rules.Add(rule);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }

    /// <summary>The first rule for this request.</summary>
    /// <returns>Null when the request is to be left alone.</returns>
    public FaultRule? Take(string path, string query, string method)
    {
        lock (gate)
        {
            var at = rules.FindIndex(rule => rule.Covers(path, query, method));
            if (at < 0)
            {
                return null;
            }

            var rule = rules[at];
            if (rule.Times is 1)
            {
                rules.RemoveAt(at);
            }
            else if (rule.Times is { } times)
            {
                rules[at] = rule with { Times = times - 1 };
            }

            return rule;
        }
    }
}
