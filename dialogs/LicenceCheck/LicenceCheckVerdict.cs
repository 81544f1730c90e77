namespace CredBot.Dialogs.LicenceCheck;

/// <summary>Whether the licences of a person, or of the tenant, reach for self-service reset and writeback.</summary>
internal enum LicenceCheckVerdict
{
    /// <summary>The person has Entra ID P1 or P2, in whatever product.</summary>
    SubjectCovered,

    /// <summary>The person has neither, or an administrator switched it off.</summary>
    SubjectNotCovered,

    /// <summary>The tenant has bought Entra ID P1 or P2, in whatever product.</summary>
    TenantPremium,

    /// <summary>The tenant has neither, or its subscription has ended.</summary>
    TenantFree,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
