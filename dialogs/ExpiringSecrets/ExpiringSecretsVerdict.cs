namespace CredBot.Dialogs.ExpiringSecrets;

/// <summary>How the credentials of the tenant's applications stand.</summary>
internal enum ExpiringSecretsVerdict
{
    /// <summary>None has expired, none ends within the time asked for.</summary>
    NoneExpiring,

    /// <summary>Some end within the time asked for.</summary>
    SomeExpiring,

    /// <summary>Some have expired.</summary>
    SomeExpired,

    /// <summary>The applications could not be read.</summary>
    CannotTell,
}
