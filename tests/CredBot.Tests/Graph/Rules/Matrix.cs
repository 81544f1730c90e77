using CredBot.Graph.Rules;
using static CredBot.Tests.Graph.Rules.People;

namespace CredBot.Tests.Graph.Rules;

public sealed class Matrix
{
    private static readonly string[] Callers = [Password, Helpdesk, Authentication, User, PrivilegedAuthentication, Global];

    /// <summary>
    /// The table of who may reset whose password, a row for each role and a column for each caller, in the order Password, Helpdesk, Authentication,
    /// User, Privileged Authentication, Global Administrator. Source: Entra «Privileged roles and permissions», section «Who can reset passwords».
    /// </summary>
    private static readonly (string? Subject, string Row)[] Table =
    [
        (null, "xxxxxx"),
        (DirectoryReaders, "xxxxxx"),
        (GuestInviter, "xxxxxx"),
        (Password, "xxxxxx"),
        (MessageCenterReader, "-xxxxx"),
        (ReportsReader, "-xxxxx"),
        (UsageSummaryReportsReader, "-xxxxx"),
        (UserExperienceSuccessManager, "-xxxxx"),
        (Helpdesk, "-x-xxx"),
        (Authentication, "--x-xx"),
        (GroupsAdministrator, "---xxx"),
        (User, "---xxx"),
        (PrivilegedAuthentication, "----xx"),
        (PrivilegedRole, "----xx"),
        (Global, "----xx"),
        (GlobalReader, "----xx"),
        (SecurityAdministrator, "----xx"),
        (CustomRole, "----xx"),
    ];

    public static TheoryData<string?, string, bool> Cells
    {
        get
        {
            var cells = new TheoryData<string?, string, bool>();
            foreach (var (subject, row) in Table)
            {
                for (var column = 0; column < Callers.Length; column++)
                {
                    cells.Add(subject, Callers[column], row[column] is 'x');
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_Cell_Of_The_Table_Decides(string? subject, string caller, bool allowed)
    {
        var facts = subject is null ? Facts(caller) : Facts(caller).WhoseSubjectHolds(subject);

        var decision = ResetRules.Decide(facts);

        if (allowed)
        {
            Assert.Equal(caller, Assert.IsType<ResetDecision.Allowed>(decision).By.RoleId);
        }
        else
        {
            var refused = decision.Refused(ResetRefusal.SubjectRole);
            Assert.Equal(subject, refused.BlockingRole!.RoleId);
            Assert.Equal(caller, Assert.Single(refused.CallerRoles).RoleId);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_Advice_Agrees_With_The_Table(string? subject, string caller, bool allowed)
    {
        var facts = subject is null ? Facts() : Facts().WhoseSubjectHolds(subject);

        Assert.Equal(allowed, ResetRules.Decide(facts).Refused(ResetRefusal.NoRole).RolesThatWould.Contains(caller));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_Role_On_A_Restricted_Unit_Protects_Like_The_Last_Row(bool isRestricted)
    {
        var held = RoleAssignment.InUnit(ReportsReader, "board") with { UnitIsRestricted = isRestricted };

        Assert.Equal(!isRestricted, ResetRules.Decide(Facts(Helpdesk) with { SubjectRoles = [held] }) is ResetDecision.Allowed);
        Assert.IsType<ResetDecision.Allowed>(ResetRules.Decide(Facts(PrivilegedAuthentication) with { SubjectRoles = [held] }));
    }

    [Fact]
    public void A_Role_On_A_Unit_Of_Which_Nothing_Is_Known_Cannot_Be_Told()
    {
        var decision = ResetRules.Decide(Facts(Helpdesk) with { SubjectRoles = [RoleAssignment.InUnit(ReportsReader, "board")] });

        Assert.Equal([ResetFact.SubjectRoles], Assert.IsType<ResetDecision.CannotTell>(decision).Missing);
    }

    [Theory]
    [InlineData(Helpdesk, true)]
    [InlineData(User, true)]
    [InlineData(Authentication, false)]
    [InlineData(Password, false)]
    public void Every_Role_Of_The_Subject_Must_Be_In_The_Callers_Column(string caller, bool allowed) =>
        Assert.Equal(allowed, ResetRules.Decide(Facts(caller).WhoseSubjectHolds(DirectoryReaders, ReportsReader, Helpdesk)) is ResetDecision.Allowed);

    [Fact]
    public void Two_Halves_Of_The_Callers_Roles_Do_Not_Make_A_Whole() =>
        ResetRules.Decide(Facts(Helpdesk, Authentication).WhoseSubjectHolds(Helpdesk, Authentication)).Refused(ResetRefusal.SubjectRole);

    [Fact]
    public void The_Least_Powerful_Role_That_Permits_Is_Named() =>
        Assert.Equal(Helpdesk, Assert.IsType<ResetDecision.Allowed>(ResetRules.Decide(Facts(Global, Password, Helpdesk).WhoseSubjectHolds(ReportsReader))).By.RoleId);

    [Theory]
    [InlineData(PartnerTier1, null, true)]
    [InlineData(PartnerTier1, DirectoryReaders, false)]
    [InlineData(PartnerTier2, Global, true)]
    public void The_Retired_Partner_Roles_Still_Work_And_Are_Not_Recommended(string caller, string? subject, bool allowed)
    {
        var facts = subject is null ? Facts(caller) : Facts(caller).WhoseSubjectHolds(subject);

        Assert.Equal(allowed, ResetRules.Decide(facts) is ResetDecision.Allowed);
        Assert.DoesNotContain(caller, ResetRules.Decide(facts with { CallerRoles = [] }).Refused(ResetRefusal.NoRole).RolesThatWould);
    }
}
