namespace CredBot.Dialogs.ResetPassword;

/// <summary>The way to a new password that works for one account.</summary>
internal enum ResetPasswordVerdict
{
    /// <summary>The password lives in the home organisation.</summary>
    Guest,

    /// <summary>Sign-in is blocked; no new password helps.</summary>
    Disabled,

    /// <summary>Another identity provider checks the password.</summary>
    Federated,

    /// <summary>The policy does not let this person reset.</summary>
    NotEnabled,

    /// <summary>They hold an administrator role, and administrators' own resets are switched off.</summary>
    AdminsClosed,

    /// <summary>No licence that self-service reset takes.</summary>
    Unlicensed,

    /// <summary>Synced from Active Directory without the licence that writing back takes.</summary>
    NoWriteback,

    /// <summary>No method to prove who they are is registered, or for an administrator fewer than two.</summary>
    NotRegistered,

    /// <summary>Self-service reset, written back to Active Directory.</summary>
    ReadySynced,

    /// <summary>Self-service reset.</summary>
    Ready,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
