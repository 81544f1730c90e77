using CredBot.Bot.Builder;

namespace CredBot.Engine.Audit;

/// <summary>A line of the audit with its place in the tenant's chain.</summary>
/// <param name="Entry">What happened.</param>
/// <param name="Previous">Hash of the tenant's line before, hex; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over the previous hash and the line's canonical JSON, hex.</param>
public sealed record AuditRecord(AuditEntry Entry, string Previous, string Hash);
