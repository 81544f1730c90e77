using CredBot.Dialogs.MyRights;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Tests.Graph.Rules;

namespace CredBot.Tests.Dialogs.MyRights;

public sealed class MyRightsRulesTests
{
    private const string Pim = "Entra «Activate Microsoft Entra roles in PIM»";

    /// <summary>How many roles of each kind; −1 where they could not be read.</summary>
    [Theory]
    [InlineData(1, 0, nameof(MyRightsVerdict.HasActive), Pim)]
    [InlineData(1, 1, nameof(MyRightsVerdict.HasActive), Pim)]
    [InlineData(1, -1, nameof(MyRightsVerdict.HasActive), Pim)]
    [InlineData(0, 1, nameof(MyRightsVerdict.OnlyEligible), Pim + ": an eligible role authorises nothing")]
    [InlineData(0, 0, nameof(MyRightsVerdict.None), Pim)]
    [InlineData(0, -1, nameof(MyRightsVerdict.CannotTell), "what is not read is not «none»")]
    [InlineData(-1, 0, nameof(MyRightsVerdict.CannotTell), "what is not read is not «none»")]
    [InlineData(-1, 1, nameof(MyRightsVerdict.CannotTell), "an active role may make it «has active»")]
    public void The_Two_Lists_Decide(int active, int eligible, string verdict, string source) => Assert.True(
        verdict == MyRightsRules.Decide(new MyRightsFacts { User = new DirectoryUser { Id = "mina" }, Active = Roles(active), Eligible = Roles(eligible) }).ToString(), source);

    private static IReadOnlyList<RoleAssignment>? Roles(int count) => count < 0 ? null : [.. Enumerable.Repeat(People.Holds(People.Helpdesk), count)];
}
