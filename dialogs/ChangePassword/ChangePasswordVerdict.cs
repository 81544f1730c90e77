namespace CredBot.Dialogs.ChangePassword;

/// <summary>The way to change a password that one knows.</summary>
internal enum ChangePasswordVerdict
{
    /// <summary>The password lives in the home organisation.</summary>
    Guest,

    /// <summary>Sign-in is blocked; no new password helps.</summary>
    Disabled,

    /// <summary>Another identity provider keeps the password.</summary>
    Federated,

    /// <summary>Active Directory keeps it; a change on the web is written back there.</summary>
    Synced,

    /// <summary>Active Directory keeps it, and there is no licence to write a change back: only a company PC will do.</summary>
    SyncedOnPremisesOnly,

    /// <summary>In the cloud, and it never expires.</summary>
    NeverExpires,

    /// <summary>In the cloud, and it expires one day.</summary>
    Expires,

    /// <summary>In the cloud, and it has expired.</summary>
    Expired,

    /// <summary>What decides could not be read; the change page shows the way.</summary>
    CannotTell,
}
