using CredBot.Dialogs.HelpdeskReset;
using CredBot.Engine.Contracts;
using static CredBot.Tests.Dialogs.HelpdeskReset.ResetMoves;

namespace CredBot.Tests.Dialogs.HelpdeskReset;

/// <summary>What follows a call whose answer never came.</summary>
public sealed class LostCallTests
{
    /// <summary>Source: engine failure model, «the crash between the Graph call and its record».</summary>
    [Fact]
    public void A_Call_Found_Recorded_Is_Never_Made_Again_But_Looked_Into_When_It_Can_Be_Over()
    {
        var move = Next(Document(ResetStatus.Calling), new Happening.Found(HelpdeskResetFlow.Call))!;

        Assert.Null(move.Perform);
        Assert.Equal(ResetStatus.Reconciling, Read(move).Status);
        Assert.Equal(Now + TimeSpan.FromSeconds(35), move.WakeAt);
    }

    [Fact]
    public void Nothing_That_Can_Happen_After_A_Lost_Call_Leads_To_A_Second_Call()
    {
        var seen = new HashSet<ResetStatus>();
        var open = new Queue<ResetDocument>([Read(Next(Document(ResetStatus.Calling), new Happening.Found(HelpdeskResetFlow.Call))!)]);
        while (open.TryDequeue(out var document))
        {
            if (!seen.Add(document.Status))
            {
                continue;
            }

            foreach (var move in Everything().Select(happened => Next(document, happened)).OfType<JsonMove>())
            {
                Assert.NotEqual(HelpdeskResetFlow.Call, move.Perform);
                open.Enqueue(Read(move));
            }
        }

        Assert.Contains(ResetStatus.Closed, seen);
    }

    [Theory]
    [InlineData(nameof(ResetStepEnd.Changed), 10, nameof(ResetStatus.Revoking))]
    [InlineData(nameof(ResetStepEnd.Unchanged), 10, nameof(ResetStatus.Reconciling))]
    [InlineData(nameof(ResetStepEnd.Lost), 10, nameof(ResetStatus.Reconciling))]
    [InlineData(nameof(ResetStepEnd.Unchanged), 121, nameof(ResetStatus.Failed))]
    [InlineData(nameof(ResetStepEnd.Lost), 121, nameof(ResetStatus.Unknown))]
    [InlineData(nameof(ResetStepEnd.Doubtful), 10, nameof(ResetStatus.Unknown))]
    public void What_The_Tenant_Shows_Decides_About_A_Lost_Call(string shows, int secondsAfter, string expected)
    {
        var document = Document(ResetStatus.Reconciling) with { CalledAt = Now.AddSeconds(-secondsAfter) };

        Assert.Equal(Named(expected), Read(Performed(document, new ResetStepResult { End = Enum.Parse<ResetStepEnd>(shows) })!).Status);
    }

    [Theory]
    [InlineData("ko", "다른 요청", "완료")]
    [InlineData("en", "another request", "Done")]
    public void Doubt_Ends_It_With_The_Reason_On_The_Card_And_No_Password(string language, string reason, string done)
    {
        var document = Document(ResetStatus.Reconciling) with { DoneAt = null, Request = Asked with { Language = language } };

        var move = Performed(document, new ResetStepResult { End = ResetStepEnd.Doubtful, Failure = ResetFailures.Contested })!;

        Assert.Equal((true, null, "reset.unknown", "contested"), (move.Ended, Read(move).Seal, Audit(move), Outcome(move)));
        Assert.Contains(reason, Card(move), StringComparison.Ordinal);
        Assert.DoesNotContain(done, Card(move), StringComparison.Ordinal);
    }

    /// <summary>Nobody knows that Graph ever took this password: it is erased at once, and the sign-ins are ended all the same.</summary>
    [Theory]
    [InlineData("ko", "재설정된 것으로 보임", "완료:")]
    [InlineData("en", "Probably reset", "Done")]
    public void A_Lost_Call_With_A_Fitting_Change_Ends_As_Probable_Without_A_Password(string language, string probably, string done)
    {
        var document = Document(ResetStatus.Reconciling) with { OfferUntil = null, Request = Asked with { Language = language } };

        var revoking = Performed(document, new ResetStepResult { End = ResetStepEnd.Changed, At = Now.AddSeconds(-3) })!;
        var end = Performed(Read(revoking), new ResetStepResult { End = ResetStepEnd.Carried })!;

        Assert.Equal((HelpdeskResetFlow.Revoke, null, Now.AddSeconds(-3), "reset.probable"), (revoking.Perform, Read(revoking).Seal, Read(revoking).DoneAt, Audit(revoking)));
        Assert.Equal((true, ResetStatus.Closed, "sessions.revoked"), (end.Ended, Read(end).Status, Audit(end)));
        Assert.Contains(probably, Card(end), StringComparison.Ordinal);
        Assert.Contains("\"warning\"", Card(end), StringComparison.Ordinal);
        Assert.DoesNotContain(done, Card(end), StringComparison.Ordinal);
        Assert.DoesNotContain("\"reveal\"", Card(end), StringComparison.Ordinal);
        Assert.Contains("\"verb\":\"reset\"", Card(end), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Accepted_Reset_With_A_Fitting_Change_Keeps_Its_Password_And_Stays_Probable()
    {
        var document = Document(ResetStatus.Reconciling) with { Location = new Uri("https://graph/op") };

        var revoking = Performed(document, new ResetStepResult { End = ResetStepEnd.Changed, At = Now })!;
        var offer = Performed(Read(revoking), new ResetStepResult { End = ResetStepEnd.Carried })!;

        Assert.Equal((ResetStatus.Done, "the seal"), (Read(offer).Status, Read(offer).Seal));
        Assert.Contains("Probably reset", Card(offer), StringComparison.Ordinal);
        Assert.Contains("may not be the valid one", Card(offer), StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_But_Never_Seen_Is_Unknown_And_Not_Called_Undone()
    {
        var document = Document(ResetStatus.Reconciling) with { CalledAt = Now.AddMinutes(-6), Location = new Uri("https://graph/op") };

        Assert.Equal(ResetStatus.Unknown, Read(Performed(document, new ResetStepResult { End = ResetStepEnd.Unchanged })!).Status);
    }

    private static IEnumerable<Happening> Everything() =>
    [
        new Happening.Due(),
        .. new[] { HelpdeskResetFlow.Reveal, HelpdeskResetFlow.Hide }.Select(static verb => new Happening.Signalled(verb, "agent")),
        new Happening.Found("any"),
        .. Enum.GetValues<ResetStepEnd>().Select(static end => new Happening.Performed(
            "any", Write(new ResetStepResult { End = end, Failure = ResetFailures.NotExecuted, After = TimeSpan.FromSeconds(1) }))),
    ];
}
