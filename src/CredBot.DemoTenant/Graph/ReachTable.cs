namespace CredBot.DemoTenant.Graph;

/// <summary>Whom each role reaches: the tenant's own reading of the published tables, shared with nobody.</summary>
/// <remarks>Source: Entra «Privileged roles and permissions»: who can reset passwords; who can perform sensitive actions.</remarks>
internal static class ReachTable
{
    private static readonly string[] Low = [RoleNames.DirectoryReaders, RoleNames.GuestInviter, RoleNames.PasswordAdministrator];

    private static readonly string[] Readers =
    [
        RoleNames.MessageCenterReader, RoleNames.ReportsReader, RoleNames.UsageSummaryReportsReader, RoleNames.UserExperienceSuccessManager,
    ];

    /// <summary>Whose password the key's holder may reset, and whose sessions they may revoke, by the roles that those hold.</summary>
    private static readonly Dictionary<string, string[]> Reset = new(StringComparer.Ordinal)
    {
        [RoleNames.PasswordAdministrator] = Low,
        [RoleNames.HelpdeskAdministrator] = [.. Low, .. Readers, RoleNames.HelpdeskAdministrator],
        [RoleNames.AuthenticationAdministrator] = [.. Low, .. Readers, RoleNames.AuthenticationAdministrator],
        [RoleNames.UserAdministrator] =
            [.. Low, .. Readers, RoleNames.HelpdeskAdministrator, RoleNames.GroupsAdministrator, RoleNames.UserAdministrator],
    };

    /// <summary>The same for switching an account off and on and for sign-in properties.</summary>
    private static readonly Dictionary<string, string[]> Sensitive = new(StringComparer.Ordinal)
    {
        [RoleNames.AuthenticationAdministrator] = [.. Low, .. Readers, RoleNames.AuthenticationAdministrator],
        [RoleNames.UserAdministrator] =
            [.. Low, .. Readers, RoleNames.HelpdeskAdministrator, RoleNames.GroupsAdministrator, RoleNames.UserAdministrator],
    };

    /// <summary>Managing methods, a Temporary Access Pass among them: not for the helpdesk.</summary>
    private static readonly Dictionary<string, string[]> Methods = new(StringComparer.Ordinal)
    {
        [RoleNames.AuthenticationAdministrator] = [.. Low, .. Readers, RoleNames.AuthenticationAdministrator],
    };

    /// <summary>Whether the role reaches everybody, the protected ones included.</summary>
    public static bool ReachesAll(string role) => role is RoleNames.GlobalAdministrator or RoleNames.PrivilegedAuthenticationAdministrator;

    /// <summary>Whether a holder of <paramref name="role"/> may do this to somebody who holds exactly <paramref name="held"/>.</summary>
    public static bool Reaches(ReachKind kind, string role, IEnumerable<string> held) =>
        For(kind).TryGetValue(role, out var column) && held.All(column.Contains);

    private static Dictionary<string, string[]> For(ReachKind kind) => kind switch
    {
        ReachKind.Reset => Reset,
        ReachKind.Sensitive => Sensitive,
        _ => Methods,
    };
}

/// <summary>What one person wants to do to another's account.</summary>
internal enum ReachKind
{
    Reset,
    Sensitive,
    Methods,
}
