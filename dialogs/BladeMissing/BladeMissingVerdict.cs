namespace CredBot.Dialogs.BladeMissing;

/// <summary>Why the Password reset page does not show in the admin center.</summary>
internal enum BladeMissingVerdict
{
    /// <summary>The tenant has bought nothing that has the page.</summary>
    TenantFree,

    /// <summary>The asker has no Entra licence of their own; the page is hidden from such an administrator.</summary>
    NoOwnLicence,

    /// <summary>The asker holds no active role that may change the settings.</summary>
    RoleInsufficient,

    /// <summary>Nothing hides it: it is looked for in the wrong place.</summary>
    AllThere,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
