namespace CredBot.Dialogs.ClientCredentials;

/// <summary>Whether an application can get a token for itself, and if not, why.</summary>
internal enum ClientCredentialsVerdict
{
    /// <summary>No such application, or none that the asker may see.</summary>
    NotFound,

    /// <summary>Another tenant registered it; its credentials are there.</summary>
    NotHome,

    /// <summary>It has never been used or consented to here: there is no service principal.</summary>
    PrincipalMissing,

    /// <summary>Its service principal is switched off (AADSTS7000112).</summary>
    PrincipalDisabled,

    /// <summary>It has nothing to sign in with.</summary>
    NoCredential,

    /// <summary>All it has has expired (AADSTS7000222, 700027).</summary>
    Expired,

    /// <summary>It asks for application permissions and nobody consented: its tokens have no roles.</summary>
    ConsentMissing,

    /// <summary>It works, and what it signs in with ends within thirty days.</summary>
    Expiring,

    /// <summary>Nothing stands in the way.</summary>
    Works,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}
