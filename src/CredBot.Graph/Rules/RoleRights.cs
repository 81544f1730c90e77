namespace CredBot.Graph.Rules;

/// <summary>What a role lets its holder do about other people's credentials, where it is held.</summary>
/// <param name="Resets">Whose password they may reset; a reset also lifts a lockout.</param>
/// <param name="ReadsMethods">They may see which authentication methods somebody has.</param>
/// <param name="IssuesPasses">To whom they may give a Temporary Access Pass.</param>
/// <remarks>
/// Source: Entra «Privileged roles and permissions» (2026), «Configure Temporary Access Pass»; Graph «List authentication methods», roles. Nothing but a
/// reset lifts a lockout: Entra «Smart lockout».
/// </remarks>
public sealed record RoleRights(RightReach Resets, bool ReadsMethods, RightReach IssuesPasses)
{
    private const string GlobalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    private const string AuthenticationAdministrator = "c4e39bd9-1100-46d3-8c65-fb160da0071f";
    private const string PrivilegedAuthenticationAdministrator = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";

    public static RoleRights Of(RoleAssignment assignment)
    {
        var isSomewhere = assignment.IsTenantWide || assignment.UnitId is not null;
        return new(
            ResetsOf(assignment),
            isSomewhere && assignment.RoleId is (GlobalReader or AuthenticationAdministrator or PrivilegedAuthenticationAdministrator or RoleMatrix.GlobalAdministrator),
            !isSomewhere ? RightReach.Nobody : assignment.RoleId switch
            {
                AuthenticationAdministrator => RightReach.PeopleWithoutRole,
                PrivilegedAuthenticationAdministrator or RoleMatrix.GlobalAdministrator => RightReach.Everybody,
                _ => RightReach.Nobody,
            });
    }

    private static RightReach ResetsOf(RoleAssignment assignment)
    {
        var matrix = RoleMatrix.Instance;
        if (matrix.Caller(assignment.RoleId) is not { } caller)
        {
            return RightReach.Nobody;
        }

        if (assignment.UnitId is not null)
        {
            return caller.InUnit switch
            {
                UnitReach.Everybody => RightReach.Everybody,
                UnitReach.PeopleWithoutRole => RightReach.PeopleWithoutRole,
                _ => RightReach.Nobody,
            };
        }

        return !assignment.IsTenantWide ? RightReach.Nobody
            : matrix.ReachesEveryRow(caller) ? RightReach.Everybody
            : matrix.ReachesSomeRow(caller) ? RightReach.SomeAdministrators
            : RightReach.PeopleWithoutRole;
    }
}
