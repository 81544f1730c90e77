namespace CredBot.Graph.Rules;

/// <summary>
/// Who may reset whose password: the same function explains, refuses early, and guards the act. It looks at nothing but the facts it is given.
/// </summary>
/// <remarks>
/// Source: Entra «Privileged roles and permissions», «Administrative units», «Restricted management administrative units», «Role-assignable groups»,
/// 2024-06 to 2026-03. Three readings where the pages leave a choice, each the stricter one: a caller with several roles must hold one that reaches
/// all of the subject's roles by itself; a role on an administrative unit, User Administrator included, reaches people without a role only (but
/// Privileged Authentication Administrator everybody); a role on a single object permits nothing.
/// </remarks>
public static class ResetRules
{
    // What to tell where several assignments fail for several reasons: the one nearest to success.
    private static readonly ResetRefusal[] Telling =
        [ResetRefusal.SubjectRole, ResetRefusal.SubjectGroup, ResetRefusal.AdministratorInUnit, ResetRefusal.RestrictedUnit, ResetRefusal.OutsideUnit];

    public static ResetDecision Decide(ResetFacts facts)
    {
        if (facts is not { Caller: { } caller, Subject: { } subject })
        {
            return new ResetDecision.CannotTell(Missing((facts.Caller is null, ResetFact.Caller), (facts.Subject is null, ResetFact.Subject)).Missing);
        }

        if (string.Equals(caller.Id, subject.Id, StringComparison.OrdinalIgnoreCase))
        {
            return new ResetDecision.Refused(ResetRefusal.Self);
        }

        if (subject.IsGuest)
        {
            return new ResetDecision.Refused(ResetRefusal.Guest);
        }

        if (facts.CallerRoles is not { } active)
        {
            return new ResetDecision.CannotTell([ResetFact.CallerRoles]);
        }

        var decision = Weigh(facts, subject, active);
        if (decision is not ResetDecision.Refused refused)
        {
            return decision;
        }

        var toActivate = Resetters(facts.CallerEligibleRoles ?? []).Where(eligible => ReachOf(facts, subject, eligible) is Reach.Yes).ToList();
        return toActivate.Count is 0
            ? refused with { RolesThatWould = RolesThatWould(facts, subject) }
            : new ResetDecision.Refused(ResetRefusal.EligibleOnly) { CallerRoles = toActivate, RolesThatWould = RolesThatWould(facts, subject) };
    }

    private static ResetDecision Weigh(ResetFacts facts, DirectoryUser subject, IReadOnlyList<RoleAssignment> held)
    {
        var resetters = Resetters(held);
        if (resetters.Count is 0)
        {
            return new ResetDecision.Refused(ResetRefusal.NoRole);
        }

        var reaches = resetters.Select(assignment => (Assignment: assignment, Reach: ReachOf(facts, subject, assignment))).ToList();
        if (reaches.FirstOrDefault(static one => one.Reach is Reach.Yes).Assignment is { } by)
        {
            return new ResetDecision.Allowed(by, Notes(subject));
        }

        var missing = reaches.Select(static one => one.Reach).OfType<Reach.Unknown>().SelectMany(static unknown => unknown.Missing).Distinct().ToList();
        if (missing.Count > 0)
        {
            return new ResetDecision.CannotTell(missing);
        }

        var no = reaches.Select(static one => one.Reach).OfType<Reach.No>().MinBy(static no => Array.IndexOf(Telling, no.Reason))!;
        return new ResetDecision.Refused(no.Reason)
        {
            CallerRoles = resetters,
            BlockingRole = no.Role,
            BlockingGroup = no.Group,
            BlockingUnits = RestrictedUnits(facts, subject),
        };
    }

    /// <summary>The assignments that reset passwords at all, the least powerful first, the narrower before the wider.</summary>
    private static List<RoleAssignment> Resetters(IReadOnlyList<RoleAssignment> held) =>
    [
        .. from assignment in held
           let caller = RoleMatrix.Instance.Caller(assignment.RoleId)
           where caller is not null && (assignment.IsTenantWide || (assignment.UnitId is not null && caller.InUnit is not UnitReach.Never))
           orderby RoleMatrix.Instance.PowerOf(caller), assignment.IsTenantWide
           select assignment,
    ];

    private static Reach ReachOf(ResetFacts facts, DirectoryUser subject, RoleAssignment by)
    {
        var caller = RoleMatrix.Instance.Caller(by.RoleId)!;
        if (by.UnitId is { } unit)
        {
            return InUnit(facts, subject, caller, unit);
        }

        return subject.IsManagementRestricted ? new Reach.No(ResetRefusal.RestrictedUnit) : InTenant(facts, caller);
    }

    private static Reach InTenant(ResetFacts facts, TableCaller caller)
    {
        var matrix = RoleMatrix.Instance;
        if (matrix.ReachesEveryRow(caller))
        {
            return new Reach.Yes();
        }

        // A known obstacle is an answer even where other facts are missing.
        if (facts.SubjectRoles?.FirstOrDefault(held => matrix.Reaches(caller, held) is false) is { } role)
        {
            return new Reach.No(ResetRefusal.SubjectRole, role);
        }

        if (!matrix.ReachesGroup(caller) && facts.SubjectGroups is [var group, ..])
        {
            return new Reach.No(ResetRefusal.SubjectGroup, Group: group);
        }

        var roleUnknown = facts.SubjectRoles?.Any(held => matrix.Reaches(caller, held) is null) ?? true;
        var groupUnknown = facts.SubjectGroups is null && !matrix.ReachesGroup(caller);
        return roleUnknown || groupUnknown ? Missing((roleUnknown, ResetFact.SubjectRoles), (groupUnknown, ResetFact.SubjectGroups)) : new Reach.Yes();
    }

    private static Reach InUnit(ResetFacts facts, DirectoryUser subject, TableCaller caller, string unit)
    {
        // A restricted subject is reached from their restricted units only, whatever other units they are in.
        var units = facts.SubjectUnits?.Where(one => one.IsRestricted || !subject.IsManagementRestricted).ToList();
        var unitUnknown = units is null || (subject.IsManagementRestricted && units.Count is 0);
        if (!unitUnknown && !units!.Exists(one => string.Equals(one.Id, unit, StringComparison.OrdinalIgnoreCase)))
        {
            return new Reach.No(subject.IsManagementRestricted ? ResetRefusal.RestrictedUnit : ResetRefusal.OutsideUnit);
        }

        if (caller.InUnit is UnitReach.Everybody)
        {
            return Everybody(facts, subject, unitUnknown);
        }

        if (facts.SubjectRoles is [var role, ..])
        {
            return new Reach.No(ResetRefusal.AdministratorInUnit, role);
        }

        if (facts.SubjectGroups is [var group, ..])
        {
            return new Reach.No(ResetRefusal.SubjectGroup, Group: group);
        }

        var (roleUnknown, groupUnknown) = (facts.SubjectRoles is null, facts.SubjectGroups is null);
        return unitUnknown || roleUnknown || groupUnknown
            ? Missing((unitUnknown, ResetFact.SubjectUnits), (roleUnknown, ResetFact.SubjectRoles), (groupUnknown, ResetFact.SubjectGroups))
            : new Reach.Yes();
    }

    /// <summary>Everybody but a Global Administrator in a restricted unit: nobody resets them until they are taken out.</summary>
    private static Reach Everybody(ResetFacts facts, DirectoryUser subject, bool unitUnknown)
    {
        if (subject.IsManagementRestricted && facts.SubjectRoles?.FirstOrDefault(static held => held.RoleId == RoleMatrix.GlobalAdministrator) is { } global)
        {
            return new Reach.No(ResetRefusal.RestrictedUnit, global);
        }

        var roleUnknown = subject.IsManagementRestricted && facts.SubjectRoles is null;
        return unitUnknown || roleUnknown ? Missing((unitUnknown, ResetFact.SubjectUnits), (roleUnknown, ResetFact.SubjectRoles)) : new Reach.Yes();
    }

    private static Reach.Unknown Missing(params (bool IsMissing, ResetFact Fact)[] facts) =>
        new([.. facts.Where(static fact => fact.IsMissing).Select(static fact => fact.Fact)]);

    private static List<DirectoryUnit> RestrictedUnits(ResetFacts facts, DirectoryUser subject) =>
        subject.IsManagementRestricted ? [.. (facts.SubjectUnits ?? []).Where(static unit => unit.IsRestricted)] : [];

    private static List<string> RolesThatWould(ResetFacts facts, DirectoryUser subject)
    {
        var unit = RestrictedUnits(facts, subject).FirstOrDefault();
        return
        [
            .. from caller in RoleMatrix.Instance.Callers
               where !caller.Retired && (unit is null || caller.InUnit is not UnitReach.Never)
               let assignment = unit is null ? new RoleAssignment { RoleId = caller.Role } : RoleAssignment.InUnit(caller.Role, unit.Id)
               where ReachOf(facts, subject, assignment) is Reach.Yes
               select caller.Role,
        ];
    }

    private static ResetNotes Notes(DirectoryUser subject) =>
        (subject.IsSynced ? ResetNotes.WritesBack : ResetNotes.None) | (subject.AccountEnabled is false ? ResetNotes.AccountDisabled : ResetNotes.None);
}
