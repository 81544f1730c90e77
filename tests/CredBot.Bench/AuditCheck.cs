using CredBot.Engine.Audit;

namespace CredBot.Bench;

/// <summary>Reads the audit of a bot that is gone, and counts the operations whose lines do not tell a whole story.</summary>
internal sealed class AuditCheck
{
    private static readonly string[] Ends = ["reset.failed", "reset.unknown", "sessions.revoked", "sessions.notRevoked"];

    private readonly Dictionary<string, List<AuditRecord>> operations = [];

    private AuditCheck(bool holds, string said) => (Holds, Said) = (holds, said);

    /// <summary>The chain is whole.</summary>
    public bool Holds { get; }

    /// <summary>What <c>audit verify</c> would say.</summary>
    public string Said { get; }

    /// <summary>Operations that recorded a call, and how often each did.</summary>
    public IReadOnlyDictionary<string, int> Calls => operations.Where(static pair => pair.Value.Exists(IsCall)).ToDictionary(static pair => pair.Key, static pair => pair.Value.Count(IsCall));

    /// <summary>Calls before which no verification, or not all that the level asks for, stands in the audit.</summary>
    public int Unverified => operations.Values.Count(static lines => lines.Exists(IsCall) && !IsVerified(lines));

    /// <summary>Operations whose lines have a gap: no beginning, no opening, no end, or two ends.</summary>
    public int Gaps => operations.Values.Count(static lines => !IsWhole(lines));

    /// <summary>Operations whose call went astray.</summary>
    public int Lost => operations.Values.Count(static lines => lines.Exists(static line => line.Entry is { Action: "reset.probable" or "reset.unknown" } or { Action: "reset.failed", Outcome: "notExecuted" }));

    public static async Task<AuditCheck> ReadAsync(string store)
    {
        var audit = AuditLog.Open(store);
        var verdict = await audit.VerifyAsync(default);
        var check = new AuditCheck(verdict.Holds, verdict.Holds ? $"holds, {verdict.Lines} lines" : $"{verdict.Fault}");
        await foreach (var line in audit.ExportAsync(default))
        {
            if (line.Entry.Operation is { } operation && operation.StartsWith("reset-", StringComparison.Ordinal) && !operation.Contains(':', StringComparison.Ordinal))
            {
                if (!check.operations.TryGetValue(operation, out var lines))
                {
                    check.operations[operation] = lines = [];
                }

                lines.Add(line);
            }
        }

        return check;
    }

    private static bool IsCall(AuditRecord line) => line.Entry.Action.StartsWith("reset.calling", StringComparison.Ordinal);

    private static bool IsVerified(List<AuditRecord> lines)
    {
        var before = lines.TakeWhile(static line => !IsCall(line)).Select(static line => line.Entry.Action).ToHashSet();
        return before.Contains("reset.verified") && before.Contains("verification.passed.NumberMatch")
            && (lines.Find(IsCall)!.Entry.Level is not "TwoPersons" || before.Contains("verification.passed.SecondPerson"));
    }

    private static bool IsWhole(List<AuditRecord> lines)
    {
        var actions = lines.Select(static line => line.Entry.Action).ToList();
        var refused = !actions.Contains("reset.opened") && actions.Contains("reset.failed");
        return actions is ["reset.asked", ..] && (refused || actions.Contains("reset.opened")) && actions.Count(Ends.Contains) is 1;
    }
}
