using CredBot.Graph.Rules;
using static CredBot.Tests.Graph.Rules.People;

namespace CredBot.Tests.Graph.Rules;

public sealed class Matrix
{
    private const string Page = "Entra «Privileged roles and permissions», who can reset passwords, 2026";
    private const string LastRow = Page + ": all other built-in and custom roles";
    private const string Partners = Page + ", and the notes on Partner Tier1 and Tier2 Support in «Built-in roles»";

    private static readonly string[] Callers = [PartnerTier1, Password, Helpdesk, Authentication, User, PrivilegedAuthentication, Global, PartnerTier2];

    /// <summary>
    /// The table of who may reset whose password, a row for each role and a column for each caller, in the order Partner Tier1, Password, Helpdesk,
    /// Authentication, User, Privileged Authentication, Global Administrator, Partner Tier2.
    /// </summary>
    private static readonly (string? Subject, string Row, string Source)[] Table =
    [
        (null, "xxxxxxxx", Page),
        (DirectoryReaders, "-xxxxxxx", Page),
        (GuestInviter, "-xxxxxxx", Page),
        (Password, "-xxxxxxx", Page),
        (MessageCenterReader, "--xxxxxx", Page),
        (ReportsReader, "--xxxxxx", Page),
        (UsageSummaryReportsReader, "--xxxxxx", Page),
        (UserExperienceSuccessManager, "--xxxxxx", Page),
        (Helpdesk, "--x-xxxx", Page),
        (Authentication, "---x-xxx", Page),
        (GroupsAdministrator, "----xxxx", Page),
        (User, "----xxxx", Page),
        (PrivilegedAuthentication, "-----xxx", Page),
        (PrivilegedRole, "-----xxx", Page),
        (Global, "-----xxx", Page),
        (GlobalReader, "-----xxx", LastRow),
        (SecurityAdministrator, "-----xxx", LastRow),
        (SecurityOperator, "-----xxx", LastRow),
        (SecurityReader, "-----xxx", LastRow),
        (ApplicationAdministrator, "-----xxx", LastRow),
        (AuthenticationPolicy, "-----xxx", LastRow),
        (HybridIdentity, "-----xxx", LastRow),
        (LicenseAdministrator, "-----xxx", LastRow),
        (PartnerTier1, "-----xxx", Partners),
        (PartnerTier2, "-----xxx", Partners),
        (CustomRole, "-----xxx", LastRow),
    ];

    public static TheoryData<string?, string, bool, string> Cells
    {
        get
        {
            var cells = new TheoryData<string?, string, bool, string>();
            foreach (var (subject, row, source) in Table)
            {
                for (var column = 0; column < Callers.Length; column++)
                {
                    cells.Add(subject, Callers[column], row[column] is 'x', source);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_Cell_Of_The_Table_Decides(string? subject, string caller, bool allowed, string source)
    {
        var facts = subject is null ? Facts(caller) : Facts(caller).WhoseSubjectHolds(subject);

        var decision = ResetRules.Decide(facts);

        Assert.NotEmpty(source);
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

    /// <summary>The retired partner roles work, and are recommended to nobody.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void The_Advice_Agrees_With_The_Table(string? subject, string caller, bool allowed, string source)
    {
        var facts = subject is null ? Facts() : Facts().WhoseSubjectHolds(subject);

        Assert.NotEmpty(source);
        Assert.Equal(
            allowed && caller is not (PartnerTier1 or PartnerTier2), ResetRules.Decide(facts).Refused(ResetRefusal.NoRole).RolesThatWould.Contains(caller));
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

    /// <summary>Source: Entra «Privileged roles and permissions»: who holds several roles is reset by whom every one of them allows.</summary>
    [Theory]
    [InlineData(DirectoryReaders, GuestInviter, "-xxxxxxx")]
    [InlineData(DirectoryReaders, Password, "-xxxxxxx")]
    [InlineData(DirectoryReaders, ReportsReader, "--xxxxxx")]
    [InlineData(Password, Helpdesk, "--x-xxxx")]
    [InlineData(ReportsReader, Helpdesk, "--x-xxxx")]
    [InlineData(ReportsReader, Authentication, "---x-xxx")]
    [InlineData(Helpdesk, Authentication, "-----xxx")]
    [InlineData(Authentication, User, "-----xxx")]
    [InlineData(GroupsAdministrator, User, "----xxxx")]
    [InlineData(GroupsAdministrator, Helpdesk, "----xxxx")]
    [InlineData(User, Helpdesk, "----xxxx")]
    [InlineData(DirectoryReaders, Global, "-----xxx")]
    [InlineData(DirectoryReaders, CustomRole, "-----xxx")]
    public void Every_Role_Of_The_Subject_Must_Be_In_The_Callers_Column(string one, string other, string row)
    {
        foreach (var (caller, cell) in Callers.Zip(row))
        {
            Assert.Equal(cell is 'x', ResetRules.Decide(Facts(caller).WhoseSubjectHolds(one, other)) is ResetDecision.Allowed);
        }
    }

    [Fact]
    public void Two_Halves_Of_The_Callers_Roles_Do_Not_Make_A_Whole() =>
        ResetRules.Decide(Facts(Helpdesk, Authentication).WhoseSubjectHolds(Helpdesk, Authentication)).Refused(ResetRefusal.SubjectRole);

    [Fact]
    public void The_Least_Powerful_Role_That_Permits_Is_Named() =>
        Assert.Equal(Helpdesk, Assert.IsType<ResetDecision.Allowed>(ResetRules.Decide(Facts(Global, Password, Helpdesk).WhoseSubjectHolds(ReportsReader))).By.RoleId);
}
