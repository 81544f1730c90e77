namespace CredBot.DemoTenant.Conditions;

/// <summary>How a tenant stands to an Active Directory.</summary>
internal enum DirectorySync
{
    Running,

    /// <summary>It has not synced for a day.</summary>
    Stale,

    /// <summary>There has never been one.</summary>
    Never,
}
