using CredBot.Graph.Rules;
using static CredBot.Tests.Graph.Rules.People;

namespace CredBot.Tests.Graph.Rules;

/// <summary>The rest of the table: groups, units, restricted units, roles to activate, guests, oneself; each row with its source.</summary>
public sealed class MatrixOfUnits
{
    private const string GroupsPage = "Entra «Use Microsoft Entra groups to manage role assignments», 2026-03: members and owners are protected";
    private const string UnitsPage = "Entra «Assign roles with administrative unit scope», 2025-06";
    private const string StrictUser = UnitsPage + ": User Administrator «limited admins»; which ones is not said, so none";
    private const string RestrictedPage = "Entra «Restricted management administrative units», 2024-06";
    private const string PimPage = "Entra «Activate Microsoft Entra roles in PIM»: an eligible role authorises nothing";
    private const string ResetPage = "Graph «authenticationMethod: resetPassword»";

    private static readonly string[] Everyone = [PartnerTier1, Password, Helpdesk, Authentication, User, PrivilegedAuthentication, Global, PartnerTier2];
    private static readonly DirectoryUnit Seoul = new("seoul", "Seoul");
    private static readonly DirectoryUnit Board = new("board", "Board", IsRestricted: true);
    private static readonly DirectoryUnit Vault = new("vault", "Vault", IsRestricted: true);

    /// <summary>A role on the unit of the subject, and what the subject is.</summary>
    public static TheoryData<string, string, bool, string> InUnit
    {
        get
        {
            var rows = new TheoryData<string, string, bool, string>();
            (string Subject, string Row)[] table =
            [
                // Partner Tier1, Password, Helpdesk, Authentication, User, Privileged Authentication, Global, Partner Tier2.
                ("", "-xxxxx--"), (DirectoryReaders, "-----x--"), (GuestInviter, "-----x--"), (Password, "-----x--"), (ReportsReader, "-----x--"),
                (Helpdesk, "-----x--"), (User, "-----x--"), (Global, "-----x--"), (CustomRole, "-----x--"), ("member", "-----x--"), ("owner", "-----x--"),
            ];
            foreach (var (subject, row) in table)
            {
                foreach (var (caller, cell) in Everyone.Zip(row))
                {
                    rows.Add(caller, subject, cell is 'x', caller is User ? StrictUser : UnitsPage);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string, string> Protected
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var caller in Everyone)
            {
                rows.Add(caller, "member");
                rows.Add(caller, "owner");
            }

            return rows;
        }
    }

    public static TheoryData<string> Callers => [.. Everyone];

    [Theory]
    [MemberData(nameof(InUnit))]
    public void A_Role_On_A_Unit_Reaches_Its_Row(string caller, string subject, bool allowed, string source)
    {
        var facts = Subject(subject) with { CallerRoles = [RoleAssignment.InUnit(caller, "seoul")], SubjectUnits = [Seoul] };

        Assert.True(allowed == ResetRules.Decide(facts) is ResetDecision.Allowed, source);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_Role_On_A_Unit_Reaches_Nobody_Outside_It(string caller)
    {
        var facts = Facts() with { CallerRoles = [RoleAssignment.InUnit(caller, "seoul")], SubjectUnits = [new DirectoryUnit("busan", "Busan")] };

        Assert.Equal(
            caller is Global or PartnerTier1 or PartnerTier2 ? ResetRefusal.NoRole : ResetRefusal.OutsideUnit,
            Assert.IsType<ResetDecision.Refused>(ResetRules.Decide(facts)).Reason);
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public void A_Role_Assignable_Group_Protects(string caller, string how) => Assert.True(
        caller is PrivilegedAuthentication or Global or PartnerTier2
            == ResetRules.Decide(Subject(how) with { CallerRoles = [Holds(caller)] }) is ResetDecision.Allowed,
        GroupsPage);

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_Restricted_Unit_Keeps_The_Whole_Tenants_Roles_Out(string caller) =>
        ResetRules.Decide(Facts(caller).WhoseSubjectIsRestricted(Board)).Refused(ResetRefusal.RestrictedUnit);

    /// <summary>A role on the restricted unit itself, on another restricted one of the person, on an ordinary one of theirs, on one they are not in.</summary>
    [Theory]
    [InlineData("board", "", "-xxxxx--", RestrictedPage)]
    [InlineData("vault", "", "-xxxxx--", RestrictedPage + ": any of the person's restricted units")]
    [InlineData("seoul", "", "--------", RestrictedPage + ": an ordinary unit does not count")]
    [InlineData("busan", "", "--------", RestrictedPage)]
    [InlineData("board", Helpdesk, "-----x--", UnitsPage)]
    [InlineData("board", User, "-----x--", UnitsPage)]
    [InlineData("board", Global, "--------", RestrictedPage + ": a Global Administrator in it is reset by nobody until removed")]
    public void Only_A_Role_On_A_Restricted_Unit_Opens_It(string unit, string subject, string row, string source)
    {
        foreach (var (caller, cell) in Everyone.Zip(row))
        {
            var facts = Subject(subject).WhoseSubjectIsRestricted(Seoul, Board, Vault) with { CallerRoles = [RoleAssignment.InUnit(caller, unit)] };
            Assert.True(cell is 'x' == ResetRules.Decide(facts) is ResetDecision.Allowed, $"{caller}: {source}");
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_Role_That_Is_Only_Eligible_Has_To_Be_Activated(string caller)
    {
        var refused = ResetRules.Decide(Facts() with { CallerEligibleRoles = [Holds(caller)] }).Refused(ResetRefusal.EligibleOnly);

        Assert.True(caller == Assert.Single(refused.CallerRoles).RoleId, PimPage);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void An_Eligible_Role_That_Does_Not_Reach_Helps_Nobody(string caller)
    {
        var decision = ResetRules.Decide(Facts().WhoseSubjectHolds(Global) with { CallerEligibleRoles = [Holds(caller)] });

        Assert.Equal(
            caller is PrivilegedAuthentication or Global or PartnerTier2 ? ResetRefusal.EligibleOnly : ResetRefusal.NoRole,
            Assert.IsType<ResetDecision.Refused>(decision).Reason);
    }

    [Theory]
    [InlineData(CustomRole)]
    [InlineData(ReportsReader)]
    [InlineData(GlobalReader)]
    [InlineData(SecurityAdministrator)]
    [InlineData(PrivilegedRole)]
    [InlineData(GroupsAdministrator)]
    [InlineData(AuthenticationPolicy)]
    [InlineData(LicenseAdministrator)]
    public void Other_Roles_And_Custom_Ones_Reset_Nobody(string caller) => ResetRules.Decide(Facts(caller)).Refused(ResetRefusal.NoRole);

    [Theory]
    [MemberData(nameof(Callers))]
    public void Guests_And_Oneself_Are_Out_Of_Every_Roles_Reach(string caller)
    {
        var facts = Facts(caller);

        Assert.True(ResetRules.Decide(facts with { Subject = facts.Caller }) is ResetDecision.Refused { Reason: ResetRefusal.Self }, ResetPage);
        Assert.True(
            ResetRules.Decide(facts with { Subject = facts.Subject! with { UserPrincipalName = "x_y.example#EXT#@hanbit.example" } })
                is ResetDecision.Refused { Reason: ResetRefusal.Guest },
            ResetPage);
    }

    private static ResetFacts Subject(string what) => what switch
    {
        "" => Facts(),
        "member" => Facts() with { SubjectGroups = [new ProtectingGroup("g", "Operators")] },
        "owner" => Facts() with { SubjectGroups = [new ProtectingGroup("g", "Operators", AsOwner: true)] },
        _ => Facts().WhoseSubjectHolds(what),
    };
}
