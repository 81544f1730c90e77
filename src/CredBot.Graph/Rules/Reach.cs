namespace CredBot.Graph.Rules;

/// <summary>Whether one assignment of the caller reaches the subject.</summary>
internal abstract record Reach
{
    private Reach() { }

    public sealed record Yes : Reach;

    public sealed record No(ResetRefusal Reason, RoleAssignment? Role = null, ProtectingGroup? Group = null) : Reach;

    public sealed record Unknown(IReadOnlyList<ResetFact> Missing) : Reach;
}
