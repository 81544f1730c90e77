using CredBot.Graph.Rules;
using static CredBot.Tests.Graph.Rules.People;

namespace CredBot.Tests.Graph.Rules;

/// <summary>What a role is good for at all.</summary>
public sealed class Rights
{
    private const string Matrix = "Entra «Privileged roles and permissions»";
    private const string Methods = "Graph «List authentication methods», roles; Entra «Configure Temporary Access Pass»";
    private const string Units = "Entra «Assign roles with administrative unit scope»";

    [Theory]
    [InlineData(PartnerTier1, "/", RightReach.PeopleWithoutRole, false, RightReach.Nobody, Matrix)]
    [InlineData(Password, "/", RightReach.SomeAdministrators, false, RightReach.Nobody, Matrix)]
    [InlineData(Helpdesk, "/", RightReach.SomeAdministrators, false, RightReach.Nobody, Matrix + "; trap 22: no pass though they may reset")]
    [InlineData(Authentication, "/", RightReach.SomeAdministrators, true, RightReach.PeopleWithoutRole, Methods)]
    [InlineData(User, "/", RightReach.SomeAdministrators, false, RightReach.Nobody, Matrix)]
    [InlineData(PrivilegedAuthentication, "/", RightReach.Everybody, true, RightReach.Everybody, Methods)]
    [InlineData(Global, "/", RightReach.Everybody, true, RightReach.Everybody, Methods)]
    [InlineData(PartnerTier2, "/", RightReach.Everybody, false, RightReach.Nobody, Matrix)]
    [InlineData(GlobalReader, "/", RightReach.Nobody, true, RightReach.Nobody, Methods)]
    [InlineData(ReportsReader, "/", RightReach.Nobody, false, RightReach.Nobody, Matrix)]
    [InlineData(CustomRole, "/", RightReach.Nobody, false, RightReach.Nobody, Matrix)]
    [InlineData(AuthenticationPolicy, "/", RightReach.Nobody, false, RightReach.Nobody, "Entra «Built-in roles»: the policy, no person's methods")]
    [InlineData(Helpdesk, "/administrativeUnits/seoul", RightReach.PeopleWithoutRole, false, RightReach.Nobody, Units)]
    [InlineData(User, "/administrativeUnits/seoul", RightReach.PeopleWithoutRole, false, RightReach.Nobody, Units)]
    [InlineData(Authentication, "/administrativeUnits/seoul", RightReach.PeopleWithoutRole, true, RightReach.PeopleWithoutRole, Units)]
    [InlineData(PrivilegedAuthentication, "/administrativeUnits/seoul", RightReach.Everybody, true, RightReach.Everybody, Units)]
    [InlineData(Helpdesk, "/7c1d1d1d-0000-4000-8000-000000000009", RightReach.Nobody, false, RightReach.Nobody, Units)]
    [InlineData(Authentication, "/7c1d1d1d-0000-4000-8000-000000000009", RightReach.Nobody, false, RightReach.Nobody, Units)]
    public void A_Role_Is_Good_For_So_Much(string role, string scope, RightReach resets, bool methods, RightReach passes, string source) =>
        Assert.True(new RoleRights(resets, methods, passes) == RoleRights.Of(new RoleAssignment { RoleId = role, Scope = scope }), source);
}
