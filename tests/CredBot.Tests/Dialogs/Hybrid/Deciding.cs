using CredBot.Dialogs.Hybrid;
using CredBot.Graph;

namespace CredBot.Tests.Dialogs.Hybrid;

/// <summary>How a tenant stands to its Active Directory, from the facts alone.</summary>
public sealed class Deciding
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Source: Graph v1.0 «organization»: null was never synced, false no longer is.
    [Theory]
    [InlineData(true, nameof(HybridVerdict.WritebackEnabled))]
    [InlineData(false, nameof(HybridVerdict.CloudOnly))]
    [InlineData(null, nameof(HybridVerdict.CloudOnly))]
    [Trait("trap", "2")]
    public void Only_True_Means_Synced(bool? synced, string verdict) => Assert.Equal(verdict, Decide(Facts(synced)));

    // Source: Entra Connect Sync «Scheduler»: every 30 minutes.
    [Theory]
    [InlineData(30, nameof(HybridVerdict.WritebackEnabled))]
    [InlineData(180, nameof(HybridVerdict.WritebackEnabled))]
    [InlineData(181, nameof(HybridVerdict.Stale))]
    [InlineData(4000, nameof(HybridVerdict.Stale))]
    public void A_Sync_That_Missed_Six_Runs_Is_Stale(int minutesAgo, string verdict) => Assert.Equal(verdict, Decide(Facts(true, minutesAgo)));

    // Source: Entra «Licensing requirements for self-service password reset».
    [Theory]
    [InlineData("AAD_PREMIUM", nameof(HybridVerdict.WritebackEnabled))]
    [InlineData("AAD_PREMIUM_P2", nameof(HybridVerdict.WritebackEnabled))]
    [InlineData("AAD_BASIC", nameof(HybridVerdict.NoLicence))]
    [InlineData("AAD_SMB", nameof(HybridVerdict.NoLicence))]
    [InlineData("EXCHANGE_S_ENTERPRISE", nameof(HybridVerdict.NoLicence))]
    public void Writeback_Takes_P1_Or_P2(string plan, string verdict) => Assert.Equal(verdict, Decide(Facts(true) with { Plans = new([plan]) }));

    [Fact]
    public void Licences_That_Could_Not_Be_Read_Do_Not_Count_As_None() => Assert.Equal(nameof(HybridVerdict.WritebackEnabled), Decide(Facts(true) with { Plans = null }));

    [Fact]
    [Trait("trap", "26")]
    public void The_Newest_Switch_That_Went_Through_Counts()
    {
        var (on, off) = (Switch(30, AuditRecord.WritebackEnabled), Switch(3, AuditRecord.WritebackDisabled));

        Assert.Equal(nameof(HybridVerdict.WritebackDisabled), Decide(Facts(true) with { Switches = [off, on] }));
        Assert.Equal(nameof(HybridVerdict.WritebackEnabled), Decide(Facts(true) with { Switches = [off with { Succeeded = false }, on] }));
        Assert.Equal(nameof(HybridVerdict.NoEvent), Decide(Facts(true) with { Switches = [] }));
        Assert.Equal(nameof(HybridVerdict.CannotTell), Decide(Facts(true) with { Switches = null }));
    }

    [Fact]
    [Trait("trap", "26")]
    public void The_Features_Of_The_Sync_Decide_Nothing() => Assert.Equal(nameof(HybridVerdict.NoEvent), Decide(Facts(true) with { Switches = [], Features = new(true) }));

    [Fact]
    public void Without_The_Tenant_Nothing_Can_Be_Told() => Assert.Equal(nameof(HybridVerdict.CannotTell), Decide(Facts(true) with { Organization = null }));

    private static string Decide(HybridFacts facts) => HybridRules.Decide(facts, Now).ToString();

    private static HybridFacts Facts(bool? synced, int minutesAgo = 10) => new()
    {
        Organization = new() { Id = "t", OnPremisesSyncEnabled = synced, OnPremisesLastSync = synced is true ? Now.AddMinutes(-minutesAgo) : null },
        Plans = new(["AAD_PREMIUM"]),
        Switches = [Switch(20, AuditRecord.WritebackEnabled)],
    };

    private static AuditRecord Switch(int daysAgo, string activity) => new() { At = Now.AddDays(-daysAgo), Activity = activity, Succeeded = true, By = "Grace" };
}
