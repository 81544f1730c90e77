using CredBot.Dialogs.Assurance;
using CredBot.Graph.Rules;
using CredBot.Tests.Graph.Rules;
using CredBot.Tests.Stories.Reset;

namespace CredBot.Tests.Dialogs.Assurance;

/// <summary>Which class an account is of, which level that needs, and what shows it.</summary>
public sealed class AssurancePolicyTests
{
    private static readonly ResetFacts Known = People.Facts(People.Helpdesk) with { SubjectMemberships = [] };

    [Theory]
    [InlineData(nameof(SubjectClass.Ordinary), nameof(AssuranceLevel.NumberMatch))]
    [InlineData(nameof(SubjectClass.Synced), nameof(AssuranceLevel.NumberMatch))]
    [InlineData(nameof(SubjectClass.Vip), nameof(AssuranceLevel.TwoPersons))]
    [InlineData(nameof(SubjectClass.Guest), nameof(AssuranceLevel.Refused))]
    [InlineData(nameof(SubjectClass.ProtectedGroup), nameof(AssuranceLevel.Refused))]
    [InlineData(nameof(SubjectClass.DirectoryRole), nameof(AssuranceLevel.Refused))]
    [InlineData(nameof(SubjectClass.BreakGlass), nameof(AssuranceLevel.Refused))]
    [InlineData(nameof(SubjectClass.ServiceAccount), nameof(AssuranceLevel.Refused))]
    [InlineData(nameof(SubjectClass.Operator), nameof(AssuranceLevel.Refused))]
    [InlineData(nameof(SubjectClass.Unreadable), nameof(AssuranceLevel.Refused))]
    [Security(21)]
    public void Each_Class_Has_Its_Level_By_Default(string subject, string level) =>
        Assert.Equal(Enum.Parse<AssuranceLevel>(level), AssurancePolicy.Level(Enum.Parse<SubjectClass>(subject), 0, new ResetOptions()));

    [Theory]
    [InlineData(0, nameof(AssuranceLevel.NumberMatch))]
    [InlineData(1, nameof(AssuranceLevel.ManagerVouches))]
    [InlineData(2, nameof(AssuranceLevel.TwoPersons))]
    [InlineData(3, nameof(AssuranceLevel.Refused))]
    [InlineData(99, nameof(AssuranceLevel.Refused))]
    [Security(24)]
    public void Each_Raise_Is_One_Level_Until_None_Is_Enough(int raise, string level) =>
        Assert.Equal(Enum.Parse<AssuranceLevel>(level), AssurancePolicy.Level(SubjectClass.Ordinary, raise, new ResetOptions()));

    [Theory]
    [InlineData("roles")]
    [InlineData("groups")]
    [InlineData("memberships")]
    [InlineData("subject")]
    [Security(22)]
    public void What_Cannot_Be_Read_Is_Protected_Whatever_The_Settings_Say(string unread)
    {
        var facts = unread switch
        {
            "roles" => Known with { SubjectRoles = null },
            "groups" => Known with { SubjectGroups = null },
            "memberships" => Known with { SubjectMemberships = null },
            _ => Known with { Subject = null },
        };
        var lax = new ResetOptions { Levels = new() { Ordinary = AssuranceLevel.Session, Operator = AssuranceLevel.Session, DirectoryRole = AssuranceLevel.Session } };

        Assert.Equal(SubjectClass.Unreadable, SubjectClasses.Of(facts, lax));
        Assert.Equal(AssuranceLevel.Refused, AssurancePolicy.Level(SubjectClass.Unreadable, 0, lax));
    }

    [Fact]
    [Security(21)]
    public void The_Strictest_Class_That_Fits_Counts()
    {
        var options = new ResetOptions
        {
            Vips = ["DANIEL"], VipGroups = ["vips"], ProtectedGroups = ["board"], BreakGlass = ["glass"], ServiceAccounts = ["robot"], Operators = ["op"],
        };
        Assert.Equal(SubjectClass.Vip, SubjectClasses.Of(Known, options));
        Assert.Equal(SubjectClass.Vip, SubjectClasses.Of(Known with { Subject = Known.Subject! with { Id = "x", OnPremisesSyncEnabled = true }, SubjectMemberships = ["VIPS"] }, options));
        Assert.Equal(SubjectClass.ProtectedGroup, SubjectClasses.Of(Known with { SubjectMemberships = ["board"] }, options));
        Assert.Equal(SubjectClass.ProtectedGroup, SubjectClasses.Of(Known with { SubjectGroups = [new ProtectingGroup("g", "Payments", true)] }, options));
        Assert.Equal(SubjectClass.DirectoryRole, SubjectClasses.Of(Known.WhoseSubjectHolds(People.ReportsReader), options));
        Assert.Equal(SubjectClass.BreakGlass, SubjectClasses.Of(Known with { Subject = Known.Subject! with { Id = "glass" } }, options));
        Assert.Equal(SubjectClass.ServiceAccount, SubjectClasses.Of(Known with { Subject = Known.Subject! with { Id = "robot" } }, options));
        Assert.Equal(SubjectClass.Operator, SubjectClasses.Of((Known with { Subject = Known.Subject! with { Id = "op" } }).WhoseSubjectHolds(People.Global), options));
        Assert.Equal(SubjectClass.Synced, SubjectClasses.Of(Known with { Subject = Known.Subject! with { Id = "x", OnPremisesSyncEnabled = true } }, options));
        Assert.Equal(SubjectClass.Ordinary, SubjectClasses.Of(Known with { Subject = Known.Subject! with { Id = "x" } }, options));
    }

    /// <summary>Source: NIST SP 800-63B-4 §4.2: two proofs, or one and a remaining factor.</summary>
    [Fact]
    [Security(14)]
    public void What_Replaces_Every_Method_Takes_Two_Independent_Proofs_At_Every_Level()
    {
        foreach (var level in Enum.GetValues<AssuranceLevel>().Where(static level => level is not AssuranceLevel.Refused))
        {
            var proofs = AssurancePolicy.Proofs(level, Purpose.TemporaryAccessPass);
            Assert.Equal([Proof.NumberMatch, Proof.ManagerVouched], proofs.Take(2));
            Assert.Equal(level is AssuranceLevel.TwoPersons, proofs.Contains(Proof.SecondPerson));
            Assert.False(AssurancePolicy.MayBeVouchedFor(Proof.NumberMatch, proofs));
        }
    }

    /// <summary>Nothing that can be looked up or overheard is a proof, so no such thing can raise a level.</summary>
    [Fact]
    [Security(9)]
    public void There_Is_No_Proof_By_Knowledge() =>
        Assert.Equal(["Session", "NumberMatch", "ManagerVouched", "SecondPerson", "Exception"], Enum.GetNames<Proof>());

    [Fact]
    [Security(18)]
    public void A_Decision_Is_Bound_To_Every_Fact_That_Was_Shown()
    {
        var facts = new RequestFacts("op", Purpose.PasswordReset, "agent", "subject", "s@x", SubjectClass.Ordinary, AssuranceLevel.NumberMatch, "1");
        RequestFacts[] others =
        [
            facts with { Operation = "op2" }, facts with { Purpose = Purpose.TemporaryAccessPass }, facts with { Requester = "other" }, facts with { SubjectId = "other" },
            facts with { SubjectAddress = "t@x" }, facts with { Class = SubjectClass.Vip }, facts with { Level = AssuranceLevel.Session }, facts with { PolicyVersion = "2" },
        ];

        Assert.Equal(AssurancePolicy.Bind(facts), AssurancePolicy.Bind(facts with { }));
        Assert.Equal(others.Length + 1, others.Append(facts).Select(AssurancePolicy.Bind).Distinct().Count());
    }

    [Fact]
    [Security(36)]
    public void The_Policy_Has_A_Version_That_Changes_With_It()
    {
        Assert.Equal(AssurancePolicy.Version(new ResetOptions()), AssurancePolicy.Version(new ResetOptions()));
        Assert.NotEqual(AssurancePolicy.Version(new ResetOptions()), AssurancePolicy.Version(new ResetOptions { Levels = new() { Ordinary = AssuranceLevel.Session } }));
        Assert.NotEqual(AssurancePolicy.Version(new ResetOptions()), AssurancePolicy.Version(new ResetOptions { Vips = ["x"] }));
    }
}
