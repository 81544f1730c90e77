namespace CredBot.Graph;

/// <summary>One line of the directory's audit log.</summary>
/// <remarks>Source: Graph v1.0 <c>directoryAudit</c>; Entra «Audit activity reference».</remarks>
public sealed record AuditRecord
{
    /// <summary>Self-service, by the person; a failed one carries the reason.</summary>
    public const string ResetBySelf = "Reset password (self-service)";

    /// <summary>Self-service: the present password was known.</summary>
    public const string ChangedBySelf = "Change password (self-service)";

    /// <summary>An administrator's reset that Active Directory hears of.</summary>
    public const string ResetByAdmin = "Reset password (by admin)";

    /// <summary>Any new password in the cloud; alone, it stayed there.</summary>
    public const string ResetInCloud = "Reset user password";

    /// <summary>The person's own change, as the core directory notes it.</summary>
    public const string ChangedInCloud = "Change user password";

    /// <summary>Too many tries at self-service reset: closed for 24 hours.</summary>
    public const string Blocked = "Blocked from self-service password reset";

    public const string WritebackEnabled = "Enable password writeback for directory";
    public const string WritebackDisabled = "Disable password writeback for directory";

    public required DateTimeOffset At { get; init; }

    /// <value>The activity's name, e.g. <see cref="ResetBySelf"/>.</value>
    public required string Activity { get; init; }

    /// <value>False for a failure and for a time-out.</value>
    public required bool Succeeded { get; init; }

    /// <value>The service's reason, from outside; null for none.</value>
    public string? Reason { get; init; }

    /// <value>Name of who did it, a person or an app, from outside; null where it was not said.</value>
    public string? By { get; init; }
}
