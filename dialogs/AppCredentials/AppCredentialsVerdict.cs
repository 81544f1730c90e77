namespace CredBot.Dialogs.AppCredentials;

/// <summary>Whether the asker may renew an application's credentials, and within which limits.</summary>
internal enum AppCredentialsVerdict
{
    /// <summary>No such application, or none that the asker may see.</summary>
    NotFound,

    /// <summary>Neither an owner nor a role that manages applications: the owners can.</summary>
    AskOwner,

    /// <summary>The tenant's policy allows no new secrets: a certificate or a federated credential it is.</summary>
    SecretsForbidden,

    /// <summary>It signs in with certificates, and none is good any more: a key can no longer be rolled by proof, only replaced.</summary>
    NoValidCertificate,

    /// <summary>The asker may, and a new secret may live for so long only.</summary>
    LifetimeLimited,

    /// <summary>The asker may, as an owner.</summary>
    MayAsOwner,

    /// <summary>The asker may, by a directory role.</summary>
    MayByRole,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
