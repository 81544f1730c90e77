using CredBot.Dialogs.Permission;
using CredBot.Dialogs.WhoCanReset;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Tests.Graph.Rules;

namespace CredBot.Tests.Dialogs.WhoCanReset;

/// <summary>Source: Entra «Privileged roles and permissions», «Restricted management administrative units».</summary>
public sealed class WhoCanResetRulesTests
{
    private static readonly DirectoryUnit Board = new("board", "Board", IsRestricted: true);
    private static readonly ResetFacts Subject = People.Facts() with { Caller = null, CallerRoles = null };

    [Fact]
    public void Without_Anything_In_The_Way_All_Six_Roles_Would_Do_The_Lowest_First() => Assert.Equal(
        [People.Password, People.Helpdesk, People.Authentication, People.User, People.PrivilegedAuthentication, People.Global], ResetHolders.RolesFor(Subject));

    [Theory]
    [InlineData(People.Helpdesk, "/", true)]
    [InlineData(People.Helpdesk, "/administrativeUnits/seoul", false)]
    [InlineData(People.ReportsReader, "/", false)]
    public void Who_Is_Named_Holds_A_Role_That_Reaches(string role, string scope, bool named)
    {
        var facts = Facts(Subject, Holder("mina", role, scope));

        Assert.Equal(named ? WhoCanResetVerdict.Somebody : WhoCanResetVerdict.NobodyHolds, WhoCanResetRules.Decide(facts));
        Assert.Equal(named ? 1 : 0, WhoCanResetRules.Reaching(facts).Count);
    }

    [Fact]
    public void The_Lowest_Role_Comes_First_And_Nobody_Twice_And_Never_The_Person_Themself()
    {
        var facts = Facts(
            Subject, Holder("grace", People.Global), Holder("mina", People.Helpdesk), Holder("daniel", People.Helpdesk), Holder("mina", People.Global), Holder("peter", People.Password));

        Assert.Equal(["peter", "mina", "grace"], WhoCanResetRules.Reaching(facts).Select(holder => holder.Id));
    }

    [Fact]
    public void A_Restricted_Unit_Is_Opened_By_Its_Own_Roles()
    {
        var restricted = Subject.WhoseSubjectIsRestricted(Board);

        Assert.Equal(WhoCanResetVerdict.OnUnitOnly, WhoCanResetRules.Decide(Facts(restricted, Holder("rexford", People.User, "/administrativeUnits/board"))));
        Assert.Equal(WhoCanResetVerdict.NobodyHolds, WhoCanResetRules.Decide(Facts(restricted, Holder("grace", People.Global))));
        Assert.Equal(WhoCanResetVerdict.NobodyUntilRemoved, WhoCanResetRules.Decide(Facts(restricted.WhoseSubjectHolds(People.Global), Holder("grace", People.Global))));
        Assert.Equal(WhoCanResetVerdict.CannotTell, WhoCanResetRules.Decide(Facts(Subject.WhoseSubjectIsRestricted(), Holder("grace", People.Global))));
    }

    [Fact]
    public void What_Is_Not_Known_Is_Not_Guessed()
    {
        Assert.Equal(WhoCanResetVerdict.CannotTell, WhoCanResetRules.Decide(Facts(Subject with { SubjectRoles = null }, Holder("grace", People.Global))));
        Assert.Equal(WhoCanResetVerdict.CannotTell, WhoCanResetRules.Decide(Facts(Subject with { SubjectGroups = null }, Holder("grace", People.Global))));
        Assert.Equal(WhoCanResetVerdict.RolesOnly, WhoCanResetRules.Decide(Facts(Subject) with { Holders = null }));
        Assert.Equal(WhoCanResetVerdict.HomeTenant, WhoCanResetRules.Decide(Facts(Subject with { Subject = Subject.Subject! with { UserType = "Guest" } })));
    }

    private static RoleHolder Holder(string id, string role, string scope = "/") =>
        new(new RoleAssignment { RoleId = role, Scope = scope }, id, id, new DirectoryUser { Id = id, UserType = "Member" }, IsGroup: false);

    private static WhoCanResetFacts Facts(ResetFacts subject, params RoleHolder[] holders) =>
        new() { Subject = subject, Roles = ResetHolders.RolesFor(subject), Holders = holders };
}
