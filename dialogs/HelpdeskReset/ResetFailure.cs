using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Why a reset did not happen, or why nobody can tell.</summary>
internal sealed record ResetFailure
{
    public required Sentence Cause { get; init; }

    /// <summary>What to do about it.</summary>
    public required Sentence Next { get; init; }

    /// <summary>A word for the audit, e.g. <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Graph's <c>request-id</c>.</summary>
    public string? RequestId { get; init; }

    /// <summary>An exception may be asked for.</summary>
    public bool MayExcept { get; init; }

    /// <summary>Asking anew may help.</summary>
    public bool MayRetry { get; init; }
}
