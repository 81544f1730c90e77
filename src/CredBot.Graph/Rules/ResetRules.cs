namespace CredBot.Graph.Rules;

/// <summary>Who may reset whose password.</summary>
public static class ResetRules
{
    public static ResetDecision Decide(ResetFacts facts) => new ResetDecision.CannotTell([ResetFact.Caller]);
}
