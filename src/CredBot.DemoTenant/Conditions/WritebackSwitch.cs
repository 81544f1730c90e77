namespace CredBot.DemoTenant.Conditions;

/// <summary>What the audit log says of password writeback; the switch itself has no API.</summary>
internal enum WritebackSwitch
{
    /// <summary>Switched on three weeks ago.</summary>
    On,

    /// <summary>Switched on three weeks ago, and off two days ago.</summary>
    Off,

    /// <summary>Not touched for as long as the log goes back.</summary>
    Unknown,
}
