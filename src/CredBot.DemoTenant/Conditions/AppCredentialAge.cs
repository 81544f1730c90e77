namespace CredBot.DemoTenant.Conditions;

/// <summary>How old the credentials of applications are.</summary>
internal enum AppCredentialAge
{
    /// <summary>Some good for long, some about to end, some expired.</summary>
    Mixed,

    /// <summary>What had expired ends in twenty days instead.</summary>
    Ending,

    /// <summary>All are good for 300 days and more.</summary>
    Fresh,
}
