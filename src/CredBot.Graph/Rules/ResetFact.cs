namespace CredBot.Graph.Rules;

/// <summary>The facts a reset is decided by.</summary>
public enum ResetFact
{
    Caller,
    Subject,
    CallerRoles,
    CallerEligibleRoles,
    SubjectRoles,

    /// <summary>Whether the unit that one of the subject's roles is confined to is restricted.</summary>
    SubjectRoleUnits,
    SubjectGroups,
    SubjectUnits,
}
