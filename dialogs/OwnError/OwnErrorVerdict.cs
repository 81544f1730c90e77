namespace CredBot.Dialogs.OwnError;

/// <summary>Why changing or resetting one's own password failed.</summary>
internal enum OwnErrorVerdict
{
    /// <summary>A guest, or somebody whose sign-in another identity provider checks: the error is not of this tenant.</summary>
    Elsewhere,

    /// <summary>Too many wrong passwords at sign-in.</summary>
    Locked,

    /// <summary>The address is known for attacks; the password has nothing to do with it.</summary>
    MaliciousAddress,

    /// <summary>Too many tries at self-service reset.</summary>
    Throttled,

    /// <summary>The new password was on the banned list or too simple.</summary>
    WeakPassword,

    /// <summary>Active Directory's own policy refused the new password.</summary>
    OnPremisesPolicy,

    /// <summary>The reset could not be written back: no connection.</summary>
    WritebackUnreachable,

    /// <summary>No method that counts is registered.</summary>
    NotRegistered,

    /// <summary>Self-service reset is not meant for this person.</summary>
    NotEnabled,

    /// <summary>Another failure is in the log, and its code says what it is.</summary>
    Explained,

    /// <summary>The logs were read, and hold no failure of the last day.</summary>
    NothingFound,

    /// <summary>The logs could not be read.</summary>
    CannotTell,
}
