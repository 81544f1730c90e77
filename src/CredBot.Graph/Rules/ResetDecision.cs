namespace CredBot.Graph.Rules;

/// <summary>What the rules say about a reset. It predicts; Graph's answer to the act is the last word.</summary>
public abstract record ResetDecision
{
    private ResetDecision() { }

    /// <param name="By">The caller's assignment that permits it; the least powerful one where several do.</param>
    /// <param name="Notes">What to know.</param>
    public sealed record Allowed(RoleAssignment By, ResetNotes Notes) : ResetDecision;

    /// <param name="Reason">Why not.</param>
    public sealed record Refused(ResetRefusal Reason) : ResetDecision
    {
        /// <summary>The caller's roles that reset passwords at all; with <see cref="ResetRefusal.EligibleOnly"/> the ones to activate.</summary>
        public IReadOnlyList<RoleAssignment> CallerRoles { get; init; } = [];

        /// <value>The subject's role that stands in the way; else null.</value>
        public RoleAssignment? BlockingRole { get; init; }

        /// <value>The group that protects the subject; else null.</value>
        public ProtectingGroup? BlockingGroup { get; init; }

        /// <value>With <see cref="ResetRefusal.RestrictedUnit"/>: the units, as far as they are visible.</value>
        public IReadOnlyList<DirectoryUnit> BlockingUnits { get; init; } = [];

        /// <summary>
        /// Template ids of the roles that would do for this subject, the least powerful first: in the tenant, or with
        /// <see cref="ResetRefusal.RestrictedUnit"/> on that unit. Empty where no role helps or it cannot be told.
        /// </summary>
        public IReadOnlyList<string> RolesThatWould { get; init; } = [];
    }

    /// <param name="Missing">The facts without which nothing can be said; never empty.</param>
    public sealed record CannotTell(IReadOnlyList<ResetFact> Missing) : ResetDecision;
}
