namespace CredBot.Graph.Rules;

/// <summary>The facts a reset is decided by.</summary>
public enum ResetFact
{
    Caller,
    Subject,
    CallerRoles,
    CallerEligibleRoles,
    SubjectRoles,
    SubjectGroups,
    SubjectUnits,
}
