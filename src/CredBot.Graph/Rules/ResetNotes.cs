namespace CredBot.Graph.Rules;

/// <summary>What to know about a reset that is allowed.</summary>
[Flags]
public enum ResetNotes
{
    None = 0,

    /// <summary>Active Directory decides: a password must be given, and it is written back.</summary>
    WritesBack = 1,

    /// <summary>Sign-in is blocked: a new password alone will not let them in.</summary>
    AccountDisabled = 2,
}
