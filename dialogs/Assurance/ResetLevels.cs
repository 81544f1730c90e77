namespace CredBot.Dialogs.Assurance;

/// <summary>Which level each class of account needs. Section <c>Reset:Levels</c>. What cannot be read is refused, whatever stands here.</summary>
public sealed class ResetLevels
{
    /// <value>Default: number match.</value>
    public AssuranceLevel Ordinary { get; set; } = AssuranceLevel.NumberMatch;

    /// <value>Default: number match.</value>
    public AssuranceLevel Synced { get; set; } = AssuranceLevel.NumberMatch;

    /// <value>Default: two persons.</value>
    public AssuranceLevel Vip { get; set; } = AssuranceLevel.TwoPersons;

    /// <value>Default: refused, as Entra's own rules do.</value>
    public AssuranceLevel Guest { get; set; } = AssuranceLevel.Refused;

    /// <value>Default: refused.</value>
    public AssuranceLevel ProtectedGroup { get; set; } = AssuranceLevel.Refused;

    /// <value>Default: refused.</value>
    public AssuranceLevel DirectoryRole { get; set; } = AssuranceLevel.Refused;

    /// <value>Default: refused.</value>
    public AssuranceLevel BreakGlass { get; set; } = AssuranceLevel.Refused;

    /// <value>Default: refused.</value>
    public AssuranceLevel ServiceAccount { get; set; } = AssuranceLevel.Refused;

    /// <value>Default: refused.</value>
    public AssuranceLevel Operator { get; set; } = AssuranceLevel.Refused;

    internal AssuranceLevel Of(SubjectClass subject) => subject switch
    {
        SubjectClass.Ordinary => Ordinary,
        SubjectClass.Synced => Synced,
        SubjectClass.Vip => Vip,
        SubjectClass.Guest => Guest,
        SubjectClass.ProtectedGroup => ProtectedGroup,
        SubjectClass.DirectoryRole => DirectoryRole,
        SubjectClass.BreakGlass => BreakGlass,
        SubjectClass.ServiceAccount => ServiceAccount,
        SubjectClass.Operator => Operator,
        _ => AssuranceLevel.Refused,
    };
}
