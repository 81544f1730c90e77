namespace CredBot.Graph.Rules;

/// <summary>Why somebody may not reset somebody's password.</summary>
public enum ResetRefusal
{
    /// <summary>Nobody resets their own password this way, not even a Global Administrator.</summary>
    Self,

    /// <summary>The password lives in the subject's home tenant.</summary>
    Guest,

    /// <summary>The caller holds no role that resets passwords.</summary>
    NoRole,

    /// <summary>The caller holds a role that would do, but has to activate it first.</summary>
    EligibleOnly,

    /// <summary>The subject is in a restricted management unit; only roles assigned on that unit reach them.</summary>
    RestrictedUnit,

    /// <summary>The caller's role is confined to units that the subject is not in.</summary>
    OutsideUnit,

    /// <summary>The caller's role is confined to a unit, and such a role does not reach administrators.</summary>
    AdministratorInUnit,

    /// <summary>The subject holds a role that the caller's role does not reach.</summary>
    SubjectRole,

    /// <summary>The subject is in, or owns, a role-assignable group.</summary>
    SubjectGroup,
}
