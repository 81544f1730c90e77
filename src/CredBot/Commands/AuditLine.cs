using CredBot.Bot.Builder;

namespace CredBot.Commands;

/// <summary>One exported line of the audit.</summary>
internal sealed record AuditLine
{
    public required AuditEntry Entry { get; init; }

    /// <summary>Hex; the previous line's hash within the tenant.</summary>
    public required string Previous { get; init; }

    /// <summary>Hex.</summary>
    public required string Hash { get; init; }
}
