using CredBot.Dialogs.Assurance;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.Permission;

/// <summary>Who could reset somebody, by the same rules that guard the act.</summary>
/// <remarks>Source: Entra «Privileged roles and permissions», «Restricted management administrative units»; see <see cref="ResetRules"/>.</remarks>
internal static class ResetHolders
{
    /// <summary>Somebody without any role, in whose place the rules are asked which role would do.</summary>
    private static readonly DirectoryUser Anybody = new() { Id = "", UserType = "Member" };

    /// <summary>Template ids of the roles that would do, the least powerful first.</summary>
    public static IReadOnlyList<string> RolesFor(ResetFacts subject, Purpose purpose = Purpose.PasswordReset) =>
        !IsUnread(subject) && Decide(subject with { Caller = Anybody, CallerRoles = [], CallerEligibleRoles = [] }, purpose) is ResetDecision.Refused refused
            ? refused.RolesThatWould
            : [];

    /// <summary>Those whose role reaches the person where they hold it, the least powerful first, each once.</summary>
    /// <param name="subject">The person's half of the facts.</param>
    /// <param name="roles">As <see cref="RolesFor"/> gave them.</param>
    /// <param name="holders">Whoever holds one of them anywhere.</param>
    /// <param name="purpose">What they should have the right to.</param>
    public static IReadOnlyList<RoleHolder> Reaching(
        ResetFacts subject, IReadOnlyList<string> roles, IEnumerable<RoleHolder> holders, Purpose purpose = Purpose.PasswordReset) =>
    [
        .. holders.Where(holder => Reaches(subject, holder, purpose))
            .OrderBy(holder => Place(roles, holder.Assignment.RoleId))
            .DistinctBy(static holder => holder.Id, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Whoever cannot be looked at counts as protected; a restricted person whose unit does not show is reached from who knows where.</summary>
    public static bool IsUnread(ResetFacts subject) =>
        subject is { SubjectRoles: null } or { SubjectGroups: null }
        || (subject.Subject is { IsManagementRestricted: true } && subject.SubjectUnits?.Any(static unit => unit.IsRestricted) is not true);

    private static bool Reaches(ResetFacts subject, RoleHolder holder, Purpose purpose) => Decide(subject with
    {
        Caller = holder.Person ?? Anybody with { Id = holder.Id },
        CallerRoles = [holder.Assignment],
        CallerEligibleRoles = [],
    }, purpose) is ResetDecision.Allowed;

    /// <summary>The rules alone, as Entra applies them.</summary>
    public static ResetDecision Decide(ResetFacts facts, Purpose purpose) =>
        purpose is Purpose.TemporaryAccessPass ? PassRules.Decide(facts) : ResetRules.Decide(facts);

    private static int Place(IReadOnlyList<string> roles, string role) =>
        roles.TakeWhile(other => !other.Equals(role, StringComparison.OrdinalIgnoreCase)).Count();
}
