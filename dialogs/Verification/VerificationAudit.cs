using CredBot.Bot.Builder;

namespace CredBot.Dialogs.Verification;

/// <summary>The audit lines of a verification: ids and verbs, no words of anybody, no number.</summary>
internal static class VerificationAudit
{
    public static Effect.Audit Line(VerificationDocument document, string action, string actor, DateTimeOffset now)
    {
        var facts = document.Request.Facts;
        return new(new AuditEntry
        {
            Key = $"{document.Id}:{document.Proven.Count}:{document.Wanted.Count}:{action}",
            Tenant = document.Request.Requester.Tenant,
            At = now,
            Actor = actor,
            Action = action,
            Subject = facts.SubjectId,
            Operation = facts.Operation,
            Outcome = document.End?.ToString(),
            Level = facts.Level.ToString(),
            Policy = facts.PolicyVersion,
        });
    }
}
