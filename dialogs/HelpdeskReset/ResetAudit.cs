using CredBot.Bot.Builder;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The audit lines of a reset: ids and verbs, no words of anybody, no secret.</summary>
internal static class ResetAudit
{
    public static Effect.Audit Line(ResetDocument document, string action, DateTimeOffset now) => new(new AuditEntry
    {
        Key = $"{document.Operation}:{action}",
        Tenant = document.Request.Requester.Tenant,
        At = now,
        Actor = document.Request.Requester.Id,
        Action = action,
        Subject = document.Request.SubjectId,
        Operation = document.Operation,
        Outcome = document.Failure?.Outcome ?? (document.ByEvidence ? "byEvidence" : null),
        Level = document.Level?.ToString(),
        Policy = document.Request.PolicyVersion is { Length: > 0 } version ? version : null,
        RequestId = document.RequestId,
    });
}
