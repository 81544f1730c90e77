using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Routing;

namespace CredBot.Tests.Dialogs.HelpdeskReset;

/// <summary>Whose a password change may be. Seconds are counted from the recorded call.</summary>
public sealed class ResetEvidenceTests
{
    private static readonly DateTimeOffset Called = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, -86_400, nameof(ResetChange.None))]
    [InlineData(false, -60, nameof(ResetChange.None))]
    [InlineData(false, -59, nameof(ResetChange.TooEarly))]
    [InlineData(false, -6, nameof(ResetChange.TooEarly))]
    [InlineData(false, -5, nameof(ResetChange.Fits))]
    [InlineData(false, 60, nameof(ResetChange.Fits))]
    [InlineData(false, 61, nameof(ResetChange.TooLate))]
    [InlineData(true, 61, nameof(ResetChange.Fits))]
    [InlineData(true, 270, nameof(ResetChange.Fits))]
    [InlineData(true, 271, nameof(ResetChange.TooLate))]
    public void A_Change_Fits_A_Call_Between_Its_Record_And_The_Longest_It_Can_Take(bool synced, int at, string expected) =>
        Assert.Equal(Enum.Parse<ResetChange>(expected), ResetEvidence.Judge(Document("daniel", synced) with { ChangedBefore = Called.AddSeconds(-60) }, Called.AddSeconds(at)));

    [Theory]
    [InlineData(-6, nameof(ResetChange.None))]
    [InlineData(-4, nameof(ResetChange.Fits))]
    public void Where_The_Time_Before_Could_Not_Be_Read_The_Call_Is_The_Bound(int at, string expected) =>
        Assert.Equal(Enum.Parse<ResetChange>(expected), ResetEvidence.Judge(Document("daniel"), Called.AddSeconds(at)));

    [Theory]
    [InlineData(nameof(ResetStatus.Calling), "daniel", 3, true)]
    [InlineData(nameof(ResetStatus.Running), "DANIEL", 3, true)]
    [InlineData(nameof(ResetStatus.Reconciling), "daniel", 3, true)]
    [InlineData(nameof(ResetStatus.Closed), "daniel", 3, true)]
    [InlineData(nameof(ResetStatus.Unknown), "daniel", 3, true)]
    [InlineData(nameof(ResetStatus.Unknown), "daniel", -5, true)]
    [InlineData(nameof(ResetStatus.Unknown), "daniel", 300, true)]
    [InlineData(nameof(ResetStatus.Unknown), "daniel", -6, false)]
    [InlineData(nameof(ResetStatus.Unknown), "daniel", 301, false)]
    [InlineData(nameof(ResetStatus.Unknown), "sora", 3, false)]
    [InlineData(nameof(ResetStatus.Asked), "daniel", 3, false)]
    [InlineData(nameof(ResetStatus.Throttled), "daniel", 3, false)]
    [InlineData(nameof(ResetStatus.Failed), "daniel", 3, false)]
    public void A_Neighbour_Counts_If_Its_Call_Was_Recorded_For_The_Same_Person_And_May_Have_Worked(string status, string subject, int at, bool expected) =>
        Assert.Equal(expected, ResetEvidence.MayBeOf(Document(subject) with { Status = Enum.Parse<ResetStatus>(status) }, "daniel", Called.AddSeconds(at)));

    [Fact]
    public void A_Neighbour_That_Never_Called_Does_Not_Count() =>
        Assert.False(ResetEvidence.MayBeOf(Document("daniel") with { Status = ResetStatus.Calling, CalledAt = null }, "daniel", Called));

    private static ResetDocument Document(string subject, bool synced = false) => new()
    {
        Operation = "op",
        CalledAt = Called,
        Request = new ResetRequest
        {
            Requester = new Requester { Tenant = "t", Id = "agent", ChannelUser = "29:agent", Channel = "msteams" },
            SubjectId = subject,
            SubjectName = subject,
            SubjectAddress = $"{subject}@hanbit.example",
            Synced = synced,
            Reason = "forgot it",
            Language = "en",
            CardKey = "key",
            AskedAt = Called,
        },
    };
}
