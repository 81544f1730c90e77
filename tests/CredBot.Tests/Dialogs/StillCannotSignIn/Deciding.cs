using CredBot.Dialogs.StillCannotSignIn;
using CredBot.Graph;

namespace CredBot.Tests.Dialogs.StillCannotSignIn;

/// <summary>Why somebody still cannot sign in, from the facts alone.</summary>
public sealed class Deciding
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserRisk AtRisk = new(true, "high", Now);

    // Source: Entra «Microsoft Entra authentication and authorization error codes».
    [Theory]
    [InlineData(50053, nameof(StillCannotSignInVerdict.Locked))]
    [InlineData(50055, nameof(StillCannotSignInVerdict.MustChange))]
    [InlineData(50074, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(50076, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(50079, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(500121, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(50088, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(53000, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(53003, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(530032, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(50131, nameof(StillCannotSignInVerdict.NotThePassword))]
    [InlineData(53004, nameof(StillCannotSignInVerdict.Risky))]
    [InlineData(50135, nameof(StillCannotSignInVerdict.Risky))]
    [InlineData(50144, nameof(StillCannotSignInVerdict.OnPremisesExpired))]
    [InlineData(50126, nameof(StillCannotSignInVerdict.OtherError))]
    [InlineData(90033, nameof(StillCannotSignInVerdict.OtherError))]
    [InlineData(0, nameof(StillCannotSignInVerdict.Works))]
    public void The_Newest_Attempt_Speaks(int code, string verdict) => Assert.Equal(verdict, Decide(Facts() with { SignIns = [Attempt(5, code), Attempt(9, 50126)] }));

    // Source: sign-in log «Sign-in error codes»: these are steps of a sign-in and not its end.
    [Theory]
    [InlineData(50140)]
    [InlineData(50058)]
    [Trait("trap", "39")]
    public void An_Interrupt_Is_No_Failure(int code)
    {
        Assert.Equal(nameof(StillCannotSignInVerdict.Works), Decide(Facts() with { SignIns = [Attempt(4, code), Attempt(5, 0)] }));
        Assert.Equal(nameof(StillCannotSignInVerdict.NoAttempt), Decide(Facts() with { SignIns = [Attempt(4, code)] }));
    }

    // Source: Entra error codes: 50072 and 50079 both ask for a method to be registered; who did has a success after it.
    [Fact]
    [Trait("trap", "39")]
    public void Who_Was_Sent_To_Register_A_Method_And_Did_Not_Come_Back_Stopped_There()
    {
        Assert.Equal(nameof(StillCannotSignInVerdict.NotThePassword), Decide(Facts() with { SignIns = [Attempt(4, 50072), Attempt(9, 50126)] }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Works), Decide(Facts() with { SignIns = [Attempt(4, 0), Attempt(5, 50072)] }));
    }

    [Fact]
    [Trait("trap", "40")]
    public void A_Bad_Address_Is_Not_A_Lock() => Assert.Equal(
        nameof(StillCannotSignInVerdict.MaliciousAddress),
        Decide(Facts() with { SignIns = [Attempt(5, 50053) with { FailureReason = "Sign-in was blocked because it came from an IP address with malicious activity." }] }));

    [Fact]
    public void An_Attempt_With_The_Password_Of_Before_Does_Not_Count() =>
        Assert.Equal(nameof(StillCannotSignInVerdict.NoAttempt), Decide(Facts() with { SignIns = [Attempt(90, 50053)] }));

    [Fact]
    public void Conditional_Access_Stops_A_Risky_Person_For_The_Risk()
    {
        Assert.Equal(nameof(StillCannotSignInVerdict.Risky), Decide(Facts() with { SignIns = [Attempt(5, 53003)], Risk = AtRisk }));
        Assert.Equal(nameof(StillCannotSignInVerdict.NotThePassword), Decide(Facts() with { SignIns = [Attempt(5, 53003)], Risk = AtRisk with { IsAtRisk = false } }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Works), Decide(Facts() with { SignIns = [Attempt(5, 0)], Risk = AtRisk }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Risky), Decide(Facts() with { SignIns = null, Risk = AtRisk }));
    }

    // Source: Entra «How does self-service password reset writeback work»; «Audit activity reference».
    [Theory]
    [InlineData(true, null, nameof(StillCannotSignInVerdict.CloudOnlyReset))]
    [InlineData(true, AuditRecord.ResetByAdmin, nameof(StillCannotSignInVerdict.Works))]
    [InlineData(true, AuditRecord.ResetBySelf, nameof(StillCannotSignInVerdict.Works))]
    [InlineData(false, null, nameof(StillCannotSignInVerdict.Works))]
    [Trait("trap", "42")]
    public void A_Synced_Persons_Reset_Without_Its_Second_Line_Stayed_In_The_Cloud(bool synced, string? second, string verdict)
    {
        var user = User() with { OnPremisesSyncEnabled = synced };
        AuditRecord[] audits = second is null ? [Done(60, AuditRecord.ResetInCloud)] : [Done(60, AuditRecord.ResetInCloud), Done(61, second)];

        Assert.Equal(verdict, Decide(Facts() with { User = user, Audits = audits, SignIns = [Attempt(5, 0)] }));
    }

    [Fact]
    public void A_Later_Reset_That_Is_Written_Back_Mends_It()
    {
        var synced = Facts() with { User = User() with { OnPremisesSyncEnabled = true } };

        Assert.NotEqual(nameof(StillCannotSignInVerdict.CloudOnlyReset), Decide(synced with { Audits = [Done(10, AuditRecord.ResetByAdmin), Done(60, AuditRecord.ResetInCloud)] }));
        Assert.Equal(nameof(StillCannotSignInVerdict.CloudOnlyReset), Decide(synced with { Audits = [Done(10, AuditRecord.ResetInCloud), Done(60, AuditRecord.ResetByAdmin)] }));
        Assert.Equal(
            nameof(StillCannotSignInVerdict.CloudOnlyReset),
            Decide(synced with { Audits = [Done(10, AuditRecord.ResetByAdmin) with { Succeeded = false }, Done(60, AuditRecord.ResetInCloud)] }));
    }

    [Fact]
    public void A_Flag_That_Is_Pending_Is_Known_Without_Any_Log()
    {
        var user = User() with { MustChangePassword = true };

        Assert.Equal(nameof(StillCannotSignInVerdict.MustChange), Decide(Facts() with { User = user, SignIns = null, Audits = null }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Locked), Decide(Facts() with { User = user, SignIns = [Attempt(5, 50053)] }));
    }

    [Theory]
    [InlineData(50126, nameof(StillCannotSignInVerdict.OtherError))]
    [InlineData(80002, nameof(StillCannotSignInVerdict.OtherError))]
    [InlineData(0, nameof(StillCannotSignInVerdict.MustChange))]
    public void While_A_New_Password_Is_Demanded_A_Failure_Still_Speaks_For_Itself(int code, string verdict) => Assert.Equal(
        verdict, Decide(Facts() with { User = User() with { MustChangePassword = true }, SignIns = [Attempt(5, code)] }));

    // Source: Entra «smart lockout»: a minute at first, longer with each mistake.
    [Theory]
    [InlineData(59, nameof(StillCannotSignInVerdict.Locked))]
    [InlineData(61, nameof(StillCannotSignInVerdict.OtherError))]
    public void A_Lock_Of_Long_Ago_Is_Told_As_What_It_Was(int minutesAgo, string verdict) => Assert.Equal(
        verdict, Decide(Facts() with { User = User() with { LastPasswordChange = Now.AddDays(-9) }, SignIns = [Attempt(minutesAgo, 50053)] }));

    [Fact]
    public void A_Risk_Does_Not_Hide_What_The_Attempt_Says()
    {
        Assert.Equal(nameof(StillCannotSignInVerdict.OtherError), Decide(Facts() with { SignIns = [Attempt(5, 50126)], Risk = AtRisk }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Risky), Decide(Facts() with { Risk = AtRisk }));
    }

    [Fact]
    public void A_Change_In_Active_Directory_Since_The_Reset_Mends_It()
    {
        // Hash synchronisation leaves no line of these names, but the time of the change moves on.
        var synced = Facts() with { User = User() with { OnPremisesSyncEnabled = true }, Audits = [Done(3 * 24 * 60, AuditRecord.ResetInCloud)], SignIns = [Attempt(5, 0)] };

        Assert.Equal(nameof(StillCannotSignInVerdict.Works), Decide(synced));
    }

    [Theory]
    [InlineData(9, nameof(StillCannotSignInVerdict.JustChanged))]
    [InlineData(11, nameof(StillCannotSignInVerdict.OtherError))]
    public void A_New_Password_Takes_Minutes(int minutesAgo, string verdict) =>
        Assert.Equal(verdict, Decide(Facts() with { User = User() with { LastPasswordChange = Now.AddMinutes(-minutesAgo) }, SignIns = [Attempt(2, 50126)] }));

    [Fact]
    public void Where_The_Password_Lives_Comes_First()
    {
        var locked = Facts() with { SignIns = [Attempt(5, 50053)] };

        Assert.Equal(nameof(StillCannotSignInVerdict.Guest), Decide(locked with { User = User() with { UserType = "Guest" } }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Disabled), Decide(locked with { User = User() with { AccountEnabled = false } }));
        Assert.Equal(nameof(StillCannotSignInVerdict.Federated), Decide(locked with { Domain = new() { Id = "x", AuthenticationType = "Federated" } }));
        Assert.Equal(nameof(StillCannotSignInVerdict.CannotTell), Decide(Facts() with { SignIns = null }));
    }

    private static string Decide(StillCannotSignInFacts facts) => StillCannotSignInRules.Decide(facts, Now).ToString();

    private static DirectoryUser User() => new() { Id = "x", AccountEnabled = true, LastPasswordChange = Now.AddMinutes(-61) };

    private static StillCannotSignInFacts Facts() => new() { User = User(), SignIns = [], Audits = [] };

    private static SignInAttempt Attempt(int minutesAgo, int code) => new() { At = Now.AddMinutes(-minutesAgo), ErrorCode = code };

    private static AuditRecord Done(int minutesAgo, string activity) => new() { At = Now.AddMinutes(-minutesAgo), Activity = activity, Succeeded = true };
}
