using CredBot.Dialogs.Assurance;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.Permission;

/// <summary>The rules of who may reset whom, as CredBot applies them: whoever cannot be looked at counts as protected.</summary>
/// <remarks>Stricter than Entra itself, which lets the highest roles reset anybody.</remarks>
internal static class ResetPolicy
{
    public static ResetDecision Decide(ResetFacts facts, Purpose purpose = Purpose.PasswordReset)
    {
        var decision = ResetHolders.Decide(facts, purpose);
        return decision is ResetDecision.Allowed && Unread(facts) is { Count: > 0 } unread ? new ResetDecision.CannotTell(unread) : decision;
    }

    private static List<ResetFact> Unread(ResetFacts facts)
    {
        List<ResetFact> unread = [];
        if (facts.SubjectRoles is null)
        {
            unread.Add(ResetFact.SubjectRoles);
        }

        if (facts.SubjectGroups is null)
        {
            unread.Add(ResetFact.SubjectGroups);
        }

        return unread;
    }
}
