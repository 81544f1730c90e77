namespace CredBot.Knowledge.Errors;

/// <summary>Where an error code comes from.</summary>
public enum ErrorArea
{
    /// <summary>Self-service password reset.</summary>
    Sspr,

    /// <summary>Signing in.</summary>
    SignIn,

    /// <summary>Changing the password at sign-in.</summary>
    Change,

    /// <summary>An application's own sign-in.</summary>
    App,

    /// <summary>The writeback to Active Directory: event ids of the server.</summary>
    Writeback,
}
