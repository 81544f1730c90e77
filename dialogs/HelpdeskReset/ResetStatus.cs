using System.Text.Json.Serialization;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>How far a reset is. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResetStatus>))]
internal enum ResetStatus
{
    /// <summary>Asked for; the safeguards are asked whether it may begin.</summary>
    Opening,

    /// <summary>Nobody acts before the caller is verified and what else the level needs was shown.</summary>
    Verifying,

    /// <summary>Verified; rights are read again and the password is made.</summary>
    Asked,

    /// <summary>Ready; the safeguards are asked whether it may act now.</summary>
    Clearing,

    /// <summary>The call is recorded. Only the runner whose own write recorded it may make it.</summary>
    Calling,

    /// <summary>The tenant answered «too many requests»: nothing was changed, the call is made again at a stored time.</summary>
    Throttled,

    /// <summary>Accepted, not done.</summary>
    Running,

    /// <summary>What became of the call is not known; the tenant is asked what it shows.</summary>
    Reconciling,

    /// <summary>Changed; old sign-ins are being ended.</summary>
    Revoking,

    /// <summary>Done, or probably done after Graph accepted it; the password may be shown once.</summary>
    Done,

    /// <summary>The password is on the card.</summary>
    Shown,

    /// <summary>The password has to leave the card.</summary>
    Redacting,

    /// <summary>The code of the pass is off the card; the pass works until its time, and can be taken back.</summary>
    Lapsing,

    /// <summary>The pass has to be taken back.</summary>
    Withdrawing,

    /// <summary>Over: done or probably done, and the password is gone.</summary>
    Closed,

    /// <summary>Over: nothing was changed.</summary>
    Failed,

    /// <summary>Over: nobody can tell whether it was changed.</summary>
    Unknown,
}
