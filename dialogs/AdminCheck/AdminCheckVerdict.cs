namespace CredBot.Dialogs.AdminCheck;

/// <summary>Whether the asker may reset somebody's password, and what stands in the way.</summary>
internal enum AdminCheckVerdict
{
    /// <summary>One of the asker's active roles reaches the person.</summary>
    Allowed,

    /// <summary>Nobody resets their own password this way.</summary>
    Self,

    /// <summary>The password lives in the home organisation.</summary>
    Guest,

    /// <summary>The asker holds no role that resets passwords.</summary>
    NoRole,

    /// <summary>A role that would do is there and not activated.</summary>
    EligibleOnly,

    /// <summary>Only a role on the person's own restricted management unit reaches them.</summary>
    RestrictedUnit,

    /// <summary>The asker's role is confined to a unit that the person is not in.</summary>
    OutsideUnit,

    /// <summary>The asker's role is confined to a unit, and such a role does not reach administrators.</summary>
    AdministratorInUnit,

    /// <summary>The person holds a role that the asker's role does not reach.</summary>
    SubjectRole,

    /// <summary>The person is in, or owns, a role-assignable group.</summary>
    SubjectGroup,

    /// <summary>Allowed, but nothing shows that the new password reaches Active Directory.</summary>
    SyncedWithoutWriteback,

    /// <summary>Allowed by a role on a unit, which the tenant's licences do not cover.</summary>
    TenantUnlicensed,

    /// <summary>What decides was refused to the app, not to the person: a permission lacks consent.</summary>
    AppLacksConsent,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
