using CredBot.Dialogs.OwnError;
using CredBot.Graph;

namespace CredBot.Tests.Dialogs.OwnError;

/// <summary>Why a password fails, from the facts alone.</summary>
public sealed class Deciding
{
    private const string TooMany = "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.";
    private const string Malicious = "Sign-in was blocked because it came from an IP address with malicious activity.";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Source: Entra «Troubleshoot self-service password reset», table of errors; «Microsoft Entra authentication and authorization error codes».
    [Theory]
    [InlineData("SSPR_0009", nameof(OwnErrorVerdict.NotEnabled))]
    [InlineData("TenantSSPRFlagDisabled", nameof(OwnErrorVerdict.NotEnabled))]
    [InlineData("SsprNotEnabledInUserPolicy", nameof(OwnErrorVerdict.NotEnabled))]
    [InlineData("SSPR_0011", nameof(OwnErrorVerdict.NotEnabled))]
    [InlineData("SSPR_0013: UserNotMemberOfScopedAccessGroup", nameof(OwnErrorVerdict.NotEnabled))]
    [InlineData("UserNotProperlyConfigured", nameof(OwnErrorVerdict.NotRegistered))]
    [InlineData("SSPR_0014", nameof(OwnErrorVerdict.NotRegistered))]
    [InlineData("OnPremisesConnectivityError", nameof(OwnErrorVerdict.WritebackUnreachable))]
    [InlineData("SSPR_0030", nameof(OwnErrorVerdict.WritebackUnreachable))]
    [InlineData("OnPremisesPolicyViolation (33008)", nameof(OwnErrorVerdict.OnPremisesPolicy))]
    [InlineData("hr=80230619", nameof(OwnErrorVerdict.OnPremisesPolicy))]
    [InlineData("FuzzyPolicyViolationInvalidPassword", nameof(OwnErrorVerdict.WeakPassword))]
    [InlineData("120002", nameof(OwnErrorVerdict.WeakPassword))]
    [InlineData("120018", nameof(OwnErrorVerdict.WeakPassword))]
    [InlineData("120004", nameof(OwnErrorVerdict.OnPremisesPolicy))]
    [InlineData("120013", nameof(OwnErrorVerdict.WritebackUnreachable))]
    [InlineData("UserNotLicensed", nameof(OwnErrorVerdict.Explained))]
    [InlineData("120000", nameof(OwnErrorVerdict.Explained))]
    [InlineData(null, nameof(OwnErrorVerdict.Explained))]
    public void A_Reason_Has_A_Meaning(string? reason, string verdict) => Assert.Equal(verdict, OwnErrorRules.Meaning(reason).ToString());

    // Source: the reference of 50053, which stands for two things.
    [Theory]
    [InlineData(TooMany, nameof(OwnErrorVerdict.Locked))]
    [InlineData(Malicious, nameof(OwnErrorVerdict.MaliciousAddress))]
    [InlineData(TooMany + " Or, sign-in was blocked because it came from an IP address with malicious activity.", nameof(OwnErrorVerdict.Locked))]
    [InlineData(null, nameof(OwnErrorVerdict.Locked))]
    [Trait("trap", "40")]
    public void The_Reason_Tells_A_Lock_From_A_Bad_Address(string? reason, string verdict) =>
        Assert.Equal(verdict, Decide(Facts() with { SignIns = [Attempt(5, 50053, reason)] }));

    [Fact]
    [Trait("trap", "39")]
    public void An_Interrupt_And_A_Wrong_Password_Are_No_Error_Of_The_Reset() =>
        Assert.Equal(nameof(OwnErrorVerdict.NothingFound), Decide(Facts() with { SignIns = [Attempt(5, 50140), Attempt(6, 50126), Attempt(7, 50072)] }));

    [Fact]
    public void A_Sign_In_That_Went_Well_Since_Means_That_The_Lock_Is_Over() =>
        Assert.Equal(nameof(OwnErrorVerdict.NothingFound), Decide(Facts() with { SignIns = [Attempt(2, 0), Attempt(5, 50053, TooMany)] }));

    // Source: Entra «Smart lockout»: a reset, by oneself or by an administrator, ends it.
    [Theory]
    [InlineData(AuditRecord.ResetBySelf)]
    [InlineData(AuditRecord.ResetByAdmin)]
    [InlineData(AuditRecord.ChangedBySelf)]
    [Trait("trap", "42")]
    public void A_New_Password_Mends_What_Went_Before(string activity) => Assert.Equal(
        nameof(OwnErrorVerdict.NothingFound),
        Decide(Facts() with { SignIns = [Attempt(9, 50053, TooMany)], Audits = [Done(4, activity), Failure(8, "SSPR_0030")] }));

    [Fact]
    public void The_Directory_Says_When_The_Password_Changed_Even_Without_The_Log() => Assert.Equal(
        nameof(OwnErrorVerdict.CannotTell),
        Decide(Facts() with { User = new() { Id = "x", LastPasswordChange = Now.AddMinutes(-3) }, SignIns = null, Audits = [Failure(8, "SSPR_0030")] }));

    [Fact]
    public void The_Newest_Failure_Is_The_One_That_Is_Asked_About() => Assert.Equal(
        nameof(OwnErrorVerdict.Throttled),
        Decide(Facts() with { Audits = [Done(2, AuditRecord.Blocked), Failure(8, "FuzzyPolicyViolation")], SignIns = [Attempt(20, 50053, TooMany)] }));

    [Theory]
    [InlineData("Update user")]
    [InlineData("Add member to group")]
    [InlineData("Disable account")]
    public void What_Others_Failed_To_Do_To_The_Account_Is_Not_Their_Try(string activity) => Assert.Equal(
        nameof(OwnErrorVerdict.NothingFound),
        Decide(Facts() with { Audits = [new() { At = Now.AddMinutes(-5), Activity = activity, Succeeded = false, Reason = "Insufficient privileges" }] }));

    // Source: Entra «Troubleshoot self-service password reset»: 24 hours from the last try.
    [Theory]
    [InlineData(23 * 60, nameof(OwnErrorVerdict.Throttled))]
    [InlineData(25 * 60, nameof(OwnErrorVerdict.NothingFound))]
    public void Self_Service_Opens_Again_After_A_Day(int minutesAgo, string verdict) =>
        Assert.Equal(verdict, Decide(Facts() with { Audits = [Done(minutesAgo, AuditRecord.Blocked)] }));

    [Fact]
    public void What_An_Administrator_Failed_At_Is_Not_Ones_Own_Error() => Assert.Equal(
        nameof(OwnErrorVerdict.NothingFound),
        Decide(Facts() with { Audits = [new() { At = Now.AddMinutes(-5), Activity = AuditRecord.ResetByAdmin, Succeeded = false, Reason = "SSPR_0029" }] }));

    [Fact]
    public void Without_A_Log_Only_What_The_Account_Shows_Is_Said()
    {
        var blind = Facts() with { SignIns = null, Audits = null };

        Assert.Equal(nameof(OwnErrorVerdict.CannotTell), Decide(blind));
        Assert.Equal(nameof(OwnErrorVerdict.CannotTell), Decide(blind with { Methods = null }));
        Assert.Equal(nameof(OwnErrorVerdict.NotRegistered), Decide(blind with { Methods = [MyMethods.WindowsHello] }));
        Assert.Equal(nameof(OwnErrorVerdict.Elsewhere), Decide(blind with { Domain = new() { Id = "x", AuthenticationType = "Federated" } }));
        Assert.Equal(nameof(OwnErrorVerdict.Elsewhere), Decide(blind with { User = new() { Id = "x", UserType = "Guest" } }));
    }

    private static string Decide(OwnErrorFacts facts) => OwnErrorRules.Decide(facts, Now).Verdict.ToString();

    private static OwnErrorFacts Facts() => new() { User = new() { Id = "x", LastPasswordChange = Now.AddDays(-40) }, Methods = [MyMethods.Phone], SignIns = [], Audits = [] };

    private static SignInAttempt Attempt(int minutesAgo, int code, string? reason = null) => new() { At = Now.AddMinutes(-minutesAgo), ErrorCode = code, FailureReason = reason };

    private static AuditRecord Done(int minutesAgo, string activity) => new() { At = Now.AddMinutes(-minutesAgo), Activity = activity, Succeeded = true };

    private static AuditRecord Failure(int minutesAgo, string reason) =>
        new() { At = Now.AddMinutes(-minutesAgo), Activity = AuditRecord.ResetBySelf, Succeeded = false, Reason = reason };
}
