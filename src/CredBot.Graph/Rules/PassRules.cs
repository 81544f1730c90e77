namespace CredBot.Graph.Rules;

/// <summary>Who may give whom a Temporary Access Pass: the rules of a reset, over the few roles that manage methods.</summary>
/// <remarks>
/// Source: Entra «Configure Temporary Access Pass» and Graph «Create temporaryAccessPassMethod»: Authentication Administrator for members, Privileged
/// Authentication Administrator and Global Administrator for everybody, nobody for themselves, no external guests. Where «members» and the table of
/// «Privileged roles and permissions» differ about holders of lesser roles, this takes the narrower reading.
/// </remarks>
public static class PassRules
{
    public static ResetDecision Decide(ResetFacts facts)
    {
        var decision = ResetRules.Decide(facts with
        {
            CallerRoles = Issuers(facts, facts.CallerRoles), CallerEligibleRoles = Issuers(facts, facts.CallerEligibleRoles),
        });
        return decision is ResetDecision.Refused refused
            ? refused with { RolesThatWould = [.. refused.RolesThatWould.Where(role => Issues(facts, new RoleAssignment { RoleId = role }))] }
            : decision;
    }

    private static IReadOnlyList<RoleAssignment>? Issuers(ResetFacts facts, IReadOnlyList<RoleAssignment>? held) =>
        held is null ? null : [.. held.Where(assignment => Issues(facts, assignment))];

    private static bool Issues(ResetFacts facts, RoleAssignment assignment) => RoleRights.Of(assignment).IssuesPasses switch
    {
        RightReach.Everybody => true,
        RightReach.Nobody => false,
        _ => facts is not ({ SubjectRoles.Count: > 0 } or { SubjectGroups.Count: > 0 }),
    };
}
