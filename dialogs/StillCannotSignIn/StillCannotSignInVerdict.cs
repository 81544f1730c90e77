namespace CredBot.Dialogs.StillCannotSignIn;

/// <summary>Why somebody whose password was reset still cannot sign in.</summary>
internal enum StillCannotSignInVerdict
{
    /// <summary>The password lives in another organisation.</summary>
    Guest,

    /// <summary>Sign-in is blocked; no new password helps.</summary>
    Disabled,

    /// <summary>Another identity provider checks the password.</summary>
    Federated,

    /// <summary>Identity Protection stops them.</summary>
    Risky,

    /// <summary>Refused because of the address; even the right password is.</summary>
    MaliciousAddress,

    /// <summary>Too many wrong passwords.</summary>
    Locked,

    /// <summary>The password in Active Directory has expired.</summary>
    OnPremisesExpired,

    /// <summary>Multifactor authentication or Conditional Access stops them; the password was right.</summary>
    NotThePassword,

    /// <summary>Synced, and the reset stayed in the cloud.</summary>
    CloudOnlyReset,

    /// <summary>They must choose a new password first.</summary>
    MustChange,

    /// <summary>Changed only minutes ago.</summary>
    JustChanged,

    /// <summary>They have signed in since.</summary>
    Works,

    /// <summary>Another error, named by its code.</summary>
    OtherError,

    /// <summary>The log was read, and no attempt has reached Entra since.</summary>
    NoAttempt,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
