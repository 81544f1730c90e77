using CredBot.Bot.Builder;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using static CredBot.Tests.Dialogs.HelpdeskReset.ResetMoves;

namespace CredBot.Tests.Dialogs.HelpdeskReset;

/// <summary>Each move of a pass by itself.</summary>
public sealed class PassFlowTests
{
    [Fact]
    public void The_Answer_Of_The_Call_Is_Its_End_And_Everybody_Is_Told()
    {
        var move = Performed(Pass(ResetStatus.Calling) with { PassId = null, PassUntil = null }, new ResetStepResult
        {
            End = ResetStepEnd.Accepted, Seal = "sealed code", PassId = "id", PassUntil = Now.AddHours(1),
        })!;

        Assert.Equal((ResetStatus.Done, "id", "sealed code", "pass.issued"), (Read(move).Status, Read(move).PassId, Read(move).Seal, Audit(move)));
        Assert.Equal(Now.AddMinutes(15), move.WakeAt);
        Assert.Single(move.Effects.OfType<Effect.Start>());
    }

    [Theory]
    [InlineData("Done", "objected", "subject", "Withdrawing")]
    [InlineData("Shown", "objected", "manager", "Withdrawing")]
    [InlineData("Lapsing", "objected", "objection-link", "Withdrawing")]
    [InlineData("Done", "withdrawPass", "agent", "Withdrawing")]
    [InlineData("Lapsing", "withdrawPass", "agent", "Withdrawing")]
    [InlineData("Done", "withdrawPass", "subject", "-")]
    [InlineData("Lapsing", "withdrawPass", "somebody", "-")]
    [InlineData("Withdrawing", "objected", "subject", "-")]
    [InlineData("Closed", "objected", "subject", "-")]
    public void Who_Takes_It_Back_And_When(string status, string verb, string actor, string after)
    {
        var move = Next(Pass(Named(status)), new Happening.Signalled(verb, actor));

        Assert.Equal(after, move is null ? "-" : Read(move).Status.ToString());
        Assert.Equal(after is "-" ? null : HelpdeskResetFlow.TakeBack, move?.Perform);
    }

    [Fact]
    public void A_Code_That_Nobody_Looked_At_Is_Taken_Back()
    {
        var move = Next(Pass(ResetStatus.Done), new Happening.Due())!;

        Assert.Equal((ResetStatus.Withdrawing, "pass.notShown", HelpdeskResetFlow.TakeBack), (Read(move).Status, Audit(move), move.Perform));
        Assert.Null(Read(move).Seal);
    }

    [Fact]
    public void Off_The_Card_It_Lives_On_Until_Its_Time()
    {
        var lapsing = Performed(Pass(ResetStatus.Redacting), new ResetStepResult { End = ResetStepEnd.Carried })!;
        Assert.Equal((ResetStatus.Lapsing, Now.AddHours(1)), (Read(lapsing).Status, lapsing.WakeAt));
        Assert.False(lapsing.Ended);

        var end = Next(Read(lapsing), new Happening.Due())!;
        Assert.Equal((ResetStatus.Closed, "pass.lapsed", true), (Read(end).Status, Audit(end), end.Ended));
    }

    [Theory]
    [InlineData("Carried", "Closed", "pass.withdrawn")]
    [InlineData("NotCarried", "Withdrawing", null)]
    public void Taking_It_Back_Is_Tried_Until_It_Is_Done(string end, string after, string? audit)
    {
        var move = Performed(Pass(ResetStatus.Withdrawing) with { RedactAt = null }, new ResetStepResult { End = Enum.Parse<ResetStepEnd>(end) })!;

        Assert.Equal((after, audit), (Read(move).Status.ToString(), Audit(move)));
        Assert.Equal(end is "Carried", Read(move).PassTakenBack);
    }

    [Fact]
    public void While_Its_Code_Stands_On_The_Card_The_Card_Is_Cleaned_Next()
    {
        var move = Performed(Pass(ResetStatus.Withdrawing), new ResetStepResult { End = ResetStepEnd.Carried })!;

        Assert.Equal((ResetStatus.Redacting, HelpdeskResetFlow.Redact), (Read(move).Status, move.Perform));
    }

    [Fact]
    public void A_Call_Found_Half_Done_Is_Never_Made_Again()
    {
        var found = Next(Pass(ResetStatus.Calling) with { PassId = null }, new Happening.Found(HelpdeskResetFlow.Call))!;
        Assert.Equal((ResetStatus.Reconciling, (string?)null), (Read(found).Status, found.Perform));

        var lost = Performed(Read(found), new ResetStepResult { End = ResetStepEnd.Doubtful, Failure = PassFailures.CodeLost })!;
        Assert.Equal(ResetStatus.Unknown, Read(lost).Status);
        Assert.Contains("its code went astray", Card(lost), StringComparison.Ordinal);
    }

    /// <summary>Verified is all that a desk may ask for that only verifies: it ends there, and nothing is called.</summary>
    [Fact]
    public void A_Verification_Alone_Ends_When_It_Is_Shown()
    {
        var asked = Document(ResetStatus.Verifying) with { Request = Asked with { Purpose = Purpose.IdentityCheck }, Verification = null };
        var record = new VerificationRecord(AssurancePolicy.Bind(asked.Facts), [new Proven(Proof.NumberMatch, "subject", Now)], Now, Now.AddMinutes(15));
        var move = Next(asked, new Happening.Signalled(VerificationRequest.Verified, "agent")
        {
            Value = System.Text.Json.JsonSerializer.Serialize(record, CredBot.Dialogs.DialogsJson.Wire.VerificationRecord),
        })!;

        Assert.Equal((ResetStatus.Closed, true, (string?)null), (Read(move).Status, move.Ended, move.Perform));
        Assert.Contains(move.Effects.OfType<Effect.Audit>(), static line => line.Entry.Action is "identity.verified");
    }

    private static ResetDocument Pass(ResetStatus status) => Document(status) with
    {
        Request = Asked with { Purpose = Purpose.TemporaryAccessPass }, PassId = "id", PassUntil = Now.AddHours(1),
    };
}
