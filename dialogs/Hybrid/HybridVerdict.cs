namespace CredBot.Dialogs.Hybrid;

/// <summary>How the tenant stands to Active Directory and to password writeback.</summary>
internal enum HybridVerdict
{
    /// <summary>No Active Directory: the page is not meant to be there.</summary>
    CloudOnly,

    /// <summary>The synchronisation has not run for hours.</summary>
    Stale,

    /// <summary>It syncs, and nobody bought what writeback takes.</summary>
    NoLicence,

    /// <summary>The audit log says that writeback was switched off.</summary>
    WritebackDisabled,

    /// <summary>The audit log says that writeback was switched on.</summary>
    WritebackEnabled,

    /// <summary>The audit log was read, and the switch was not touched as far back as it goes.</summary>
    NoEvent,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
