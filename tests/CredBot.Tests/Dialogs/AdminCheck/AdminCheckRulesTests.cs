using CredBot.Dialogs.AdminCheck;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Tests.Graph.Rules;

namespace CredBot.Tests.Dialogs.AdminCheck;

public sealed class AdminCheckRulesTests
{
    private const string Licensing = "Entra «Licensing requirements for self-service password reset», 2025-01";
    private const string Units = "Entra «Administrative units», licence requirements";
    private const string Members = "Entra «Default user permissions»";

    private static readonly LicencePlans Premium = new(["AAD_PREMIUM", "EXCHANGE_S_ENTERPRISE"]);
    private static readonly LicencePlans Plain = new(["EXCHANGE_S_STANDARD"]);
    private static readonly RoleAssignment Tenant = People.Holds(People.Helpdesk);
    private static readonly RoleAssignment Unit = RoleAssignment.InUnit(People.Helpdesk, "seoul");

    public static TheoryData<ResetRefusal> Refusals => [.. Enum.GetValues<ResetRefusal>()];

    /// <summary>Every reason of the rules is a verdict of the same name.</summary>
    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_Refusal_Keeps_Its_Name(ResetRefusal reason) => Assert.Equal(reason.ToString(), Decide(new ResetDecision.Refused(reason)).ToString());

    [Theory]
    [InlineData(false, null, nameof(AdminCheckVerdict.Allowed), Licensing + ": a reset of a cloud account by an administrator takes none")]
    [InlineData(true, true, nameof(AdminCheckVerdict.Allowed), Licensing)]
    [InlineData(true, false, nameof(AdminCheckVerdict.SyncedWithoutWriteback), Licensing)]
    [InlineData(true, null, nameof(AdminCheckVerdict.SyncedWithoutWriteback), Licensing + ": no evidence is no evidence")]
    public void A_Synced_Account_Takes_A_Licence_For_Writing_Back(bool synced, bool? premium, string verdict, string source) => Assert.True(
        verdict == Decide(new ResetDecision.Allowed(Tenant, ResetNotes.None), synced, premium is null ? null : premium.Value ? Premium : Plain).ToString(), source);

    [Theory]
    [InlineData(true, false, nameof(AdminCheckVerdict.TenantUnlicensed))]
    [InlineData(true, true, nameof(AdminCheckVerdict.Allowed))]
    [InlineData(true, null, nameof(AdminCheckVerdict.Allowed))]
    [InlineData(false, false, nameof(AdminCheckVerdict.Allowed))]
    public void A_Role_On_A_Unit_Takes_A_Licence(bool onUnit, bool? premium, string verdict) => Assert.True(
        verdict == AdminCheckRules.Decide(Facts(new ResetDecision.Allowed(onUnit ? Unit : Tenant, ResetNotes.None)) with
        {
            TenantPlans = premium is null ? null : premium.Value ? Premium : Plain,
        }).ToString(),
        Units);

    [Theory]
    [InlineData(GraphErrorKind.Forbidden, null, "Member", nameof(AdminCheckVerdict.AppLacksConsent))]
    [InlineData(GraphErrorKind.Forbidden, null, "Guest", nameof(AdminCheckVerdict.CannotTell))]
    [InlineData(GraphErrorKind.Forbidden, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", "Member", nameof(AdminCheckVerdict.CannotTell))]
    [InlineData(GraphErrorKind.Unavailable, null, "Member", nameof(AdminCheckVerdict.CannotTell))]
    [InlineData(GraphErrorKind.NoAnswer, null, "Member", nameof(AdminCheckVerdict.CannotTell))]
    public void What_Refuses_A_Member_Is_The_Apps_Missing_Consent(GraphErrorKind kind, string? code, string userType, string verdict)
    {
        var facts = Facts(new ResetDecision.CannotTell([ResetFact.SubjectRoles]));
        facts = facts with
        {
            Reset = facts.Reset with
            {
                Caller = facts.Reset.Caller! with { UserType = userType },
                Unreadable = [new UnreadFact(ResetFact.SubjectRoles, new GraphError { Kind = kind, Code = code })],
            },
        };

        Assert.True(verdict == AdminCheckRules.Decide(facts).ToString(), Members);
    }

    private static AdminCheckVerdict Decide(ResetDecision decision, bool synced = false, LicencePlans? plans = null) =>
        AdminCheckRules.Decide(Facts(decision, synced) with { SubjectPlans = plans });

    private static AdminCheckFacts Facts(ResetDecision decision, bool synced = false)
    {
        var facts = People.Facts(People.Helpdesk);
        return new AdminCheckFacts { Reset = facts with { Subject = facts.Subject! with { OnPremisesSyncEnabled = synced } }, Decision = decision };
    }
}
