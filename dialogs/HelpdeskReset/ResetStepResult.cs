using System.Text.Json.Serialization;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>How one step ended, written for the flow.</summary>
internal sealed record ResetStepResult
{
    public required ResetStepEnd End { get; init; }

    /// <summary>With <see cref="ResetStepEnd.Prepared"/>: the sealed password; with <see cref="ResetStepEnd.Accepted"/>: the sealed code of the pass.</summary>
    public string? Seal { get; init; }

    /// <summary>The subject's last password change, where the step read it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>With <see cref="ResetStepEnd.Prepared"/>: what the facts read just now would be bound to.</summary>
    public string? Binding { get; init; }

    /// <summary>With <see cref="ResetStepEnd.Prepared"/>: object id of the subject's manager, where it was readable.</summary>
    public string? Manager { get; init; }
    /// <summary>With <see cref="ResetStepEnd.Prepared"/>: ids of the passes that the person has.</summary>
    public IReadOnlyList<string>? Passes { get; init; }

    /// <summary>With <see cref="ResetStepEnd.Accepted"/>: id of the pass.</summary>
    public string? PassId { get; init; }

    /// <summary>With <see cref="ResetStepEnd.Accepted"/>: when the pass stops working.</summary>
    public DateTimeOffset? PassUntil { get; init; }
    public Uri? Location { get; init; }

    /// <summary>How long the tenant asks to wait.</summary>
    public TimeSpan? After { get; init; }
    public ResetFailure? Failure { get; init; }
}

/// <summary>The ways a step can end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResetStepEnd>))]
internal enum ResetStepEnd
{
    Prepared,

    /// <summary>Final, and nothing was changed.</summary>
    Failed,

    /// <summary>Too many requests; nothing was changed.</summary>
    Throttled,
    Accepted,

    /// <summary>No answer that says what became of it.</summary>
    Lost,
    Running,
    Succeeded,

    /// <summary>The password was changed when this call could have changed it, and no other call is known that could.</summary>
    Changed,

    /// <summary>The password was changed, and not surely by this call; more looking will not tell.</summary>
    Doubtful,
    Unchanged,

    /// <summary>The step's work was done.</summary>
    Carried,

    /// <summary>The step's work was not done, and did no harm.</summary>
    NotCarried,
}
