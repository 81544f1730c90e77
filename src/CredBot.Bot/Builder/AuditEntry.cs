namespace CredBot.Bot.Builder;

/// <summary>One line of the audit: who did what to whom, and how it ended. No free text, no secret.</summary>
public sealed record AuditEntry
{
    /// <summary>Unique; the same key is written once.</summary>
    public required string Key { get; init; }
    public required string Tenant { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Object id of the acting person.</summary>
    public required string Actor { get; init; }

    /// <summary>A verb of the product's own vocabulary, e.g. <c>reset.requested</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Object id of the person acted upon.</summary>
    public string? Subject { get; init; }
    public string? Operation { get; init; }
    public string? Outcome { get; init; }

    /// <summary>The assurance level that was needed, where one was.</summary>
    public string? Level { get; init; }

    /// <summary>Version of the policy that decided, where one did.</summary>
    public string? Policy { get; init; }

    /// <summary>Graph's <c>request-id</c>.</summary>
    public string? RequestId { get; init; }
}
