using CredBot.Graph.Rules;

namespace CredBot.Dialogs.Assurance;

/// <summary>Which class an account is of: of all that fit, the one whose level is highest.</summary>
internal static class SubjectClasses
{
    /// <param name="facts">As read of the subject; what is null makes them protected.</param>
    /// <param name="options">Whom the settings name.</param>
    public static SubjectClass Of(ResetFacts facts, ResetOptions options) =>
        All(facts, options).OrderByDescending(options.Levels.Of).ThenByDescending(static one => one).First();

    private static IEnumerable<SubjectClass> All(ResetFacts facts, ResetOptions options)
    {
        if (facts is not { Subject: { } subject, SubjectRoles: { } roles, SubjectGroups: { } groups, SubjectMemberships: { } memberships })
        {
            yield return SubjectClass.Unreadable;
            yield break;
        }

        yield return subject.IsSynced ? SubjectClass.Synced : SubjectClass.Ordinary;
        foreach (var (one, applies) in new[]
        {
            (SubjectClass.Guest, subject.IsGuest),
            (SubjectClass.Vip, Names(options.Vips, subject.Id) || memberships.Any(group => Names(options.VipGroups, group))),
            (SubjectClass.ProtectedGroup, groups.Count > 0 || memberships.Any(group => Names(options.ProtectedGroups, group))),
            (SubjectClass.DirectoryRole, roles.Count > 0),
            (SubjectClass.BreakGlass, Names(options.BreakGlass, subject.Id)),
            (SubjectClass.ServiceAccount, Names(options.ServiceAccounts, subject.Id)),
            (SubjectClass.Operator, Names(options.Operators, subject.Id)),
        })
        {
            if (applies)
            {
                yield return one;
            }
        }
    }

    private static bool Names(IEnumerable<string> ids, string id) => ids.Contains(id, StringComparer.OrdinalIgnoreCase);
}
