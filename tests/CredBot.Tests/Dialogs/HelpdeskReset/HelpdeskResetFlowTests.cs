using System.Text.Json;
using CredBot.Dialogs;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Engine.Contracts;
using CredBot.Tests.Stories.Reset;
using static CredBot.Tests.Dialogs.HelpdeskReset.ResetMoves;

namespace CredBot.Tests.Dialogs.HelpdeskReset;

/// <summary>Every arrow of a reset, without a server.</summary>
public sealed class HelpdeskResetFlowTests
{
    [Fact]
    public void It_Begins_By_Asking_The_Safeguards_And_Does_Nothing_Itself()
    {
        var move = Flow.Begin("op", JsonSerializer.SerializeToElement(Asked, DialogsJson.Wire.ResetRequest), Now);

        Assert.Null(move.Perform);
        Assert.Equal("reset.asked", Audit(move));
        Assert.Equal(("safeguards-t", "open"), (Signal(move).OperationId, Signal(move).Verb));
    }

    [Fact]
    public void The_Call_Is_Recorded_With_The_Sealed_Password_Before_It_Is_Made()
    {
        var prepared = Performed(Document(ResetStatus.Asked) with { Calls = 0 }, new ResetStepResult { End = ResetStepEnd.Prepared, Seal = "sealed", Binding = Binding })!;
        Assert.Equal((ResetStatus.Clearing, "act", null), (Read(prepared).Status, Signal(prepared).Verb, prepared.Perform));

        var move = Next(Read(prepared), Granted)!;
        var next = Read(move);
        Assert.Equal((ResetStatus.Calling, "sealed", Now, 1, HelpdeskResetFlow.Call), (next.Status, next.Seal, next.CalledAt, next.Calls, move.Perform));
    }

    [Fact]
    [Security(4)]
    public void A_Right_Lost_Since_The_Question_Ends_It_Without_A_Call()
    {
        var move = Performed(Document(ResetStatus.Asked), new ResetStepResult { End = ResetStepEnd.Failed, Failure = ResetFailures.SignedOut })!;

        Assert.True(move.Ended);
        Assert.Null(move.Perform);
        Assert.Equal(ResetStatus.Failed, Read(move).Status);
    }

    [Theory]
    [InlineData(nameof(ResetStatus.Asked), HelpdeskResetFlow.Prepare)]
    [InlineData(nameof(ResetStatus.Revoking), HelpdeskResetFlow.Revoke)]
    [InlineData(nameof(ResetStatus.Redacting), HelpdeskResetFlow.Redact)]
    public void A_Harmless_Step_Found_Recorded_Is_Made_Again_A_Moment_Later(string status, string step)
    {
        var found = Next(Document(Named(status)), new Happening.Found(step))!;

        Assert.Equal((null, Now.AddSeconds(2)), (found.Perform, found.WakeAt));
        Assert.Equal(step, Next(Read(found), new Happening.Due())!.Perform);
    }

    [Fact]
    public void After_Too_Many_Requests_The_Rights_Are_Read_Again_Before_The_Next_Call()
    {
        var move = Next(Document(ResetStatus.Throttled), new Happening.Due())!;

        Assert.Equal((HelpdeskResetFlow.Prepare, null), (move.Perform, Read(move).Seal));
    }

    [Theory]
    [InlineData(1, nameof(ResetStatus.Throttled))]
    [InlineData(2, nameof(ResetStatus.Throttled))]
    [InlineData(3, nameof(ResetStatus.Failed))]
    public void Too_Many_Requests_Is_Tried_Again_At_A_Stored_Time_And_Not_For_Ever(int calls, string expected)
    {
        var throttled = new ResetStepResult { End = ResetStepEnd.Throttled, After = TimeSpan.FromSeconds(17), Failure = ResetFailures.NotExecuted };

        var move = Performed(Document(ResetStatus.Calling) with { Calls = calls }, throttled)!;

        Assert.Equal(Named(expected), Read(move).Status);
        Assert.Equal(Named(expected) is ResetStatus.Throttled ? Now.AddSeconds(17) : null, move.WakeAt);
    }

    [Fact]
    public void Accepted_Is_Not_Done()
    {
        var move = Performed(Document(ResetStatus.Calling), new ResetStepResult { End = ResetStepEnd.Accepted, Location = new Uri("https://graph/op"), After = TimeSpan.FromSeconds(3) })!;

        Assert.Equal((ResetStatus.Running, Now.AddSeconds(3)), (Read(move).Status, move.WakeAt));
    }

    [Fact]
    public void The_Time_The_Password_Vanishes_Is_Stored_Before_It_Is_Shown()
    {
        var move = Next(Document(ResetStatus.Done), new Happening.Signalled(HelpdeskResetFlow.Reveal, "agent"))!;

        Assert.Equal((HelpdeskResetFlow.Show, Now.AddMinutes(1), Now.AddMinutes(1)), (move.Perform, move.WakeAt, Read(move).RedactAt));
        Assert.Equal("password.reveal.1", Audit(move));
    }

    [Theory]
    [InlineData(nameof(ResetStatus.Done), HelpdeskResetFlow.Reveal)]
    [InlineData(nameof(ResetStatus.Shown), HelpdeskResetFlow.Hide)]
    public void Nobody_But_The_Requester_Moves_It(string status, string verb) =>
        Assert.Null(Next(Document(Named(status)), new Happening.Signalled(verb, "somebody else")));

    [Theory]
    [InlineData(nameof(ResetStatus.Shown))]
    [InlineData(nameof(ResetStatus.Redacting))]
    [InlineData(nameof(ResetStatus.Closed))]
    [InlineData(nameof(ResetStatus.Failed))]
    public void The_Password_Is_Shown_Once(string status) =>
        Assert.Null(Next(Document(Named(status)), new Happening.Signalled(HelpdeskResetFlow.Reveal, "agent")));

    [Fact]
    public void A_Showing_That_Certainly_Failed_Is_Not_Used_Up()
    {
        var move = Performed(Document(ResetStatus.Shown) with { Revealing = true }, new ResetStepResult { End = ResetStepEnd.NotCarried })!;

        Assert.Equal(ResetStatus.Done, Read(move).Status);
    }

    [Fact]
    public void The_Seal_Is_Erased_When_The_Password_Leaves_The_Card()
    {
        var move = Next(Document(ResetStatus.Shown), new Happening.Due())!;

        Assert.Equal((null, HelpdeskResetFlow.Redact), (Read(move).Seal, move.Perform));
    }

    [Fact]
    public void Taking_The_Password_Off_Is_Tried_Until_It_Is_Done()
    {
        var again = Performed(Document(ResetStatus.Redacting), new ResetStepResult { End = ResetStepEnd.NotCarried })!;
        var done = Performed(Document(ResetStatus.Redacting), new ResetStepResult { End = ResetStepEnd.Carried })!;

        Assert.Equal((false, Now.AddSeconds(10)), (again.Ended, again.WakeAt));
        Assert.Equal((true, ResetStatus.Closed), (done.Ended, Read(done).Status));
    }

    [Fact]
    public void A_Password_Nobody_Looked_At_Is_Erased_In_Time()
    {
        var move = Next(Document(ResetStatus.Done), new Happening.Due())!;

        Assert.Equal((true, null, "password.notShown"), (move.Ended, Read(move).Seal, Audit(move)));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public void Every_Status_Has_A_Card_Without_The_Seal(string language)
    {
        foreach (var status in Enum.GetValues<ResetStatus>())
        {
            var document = Document(status) with { Request = Asked with { Language = language } };
            var card = JsonSerializer.Serialize(HelpdeskResetCards.Live(document), CredBot.Bot.Schema.BotJson.Wire.Activity);

            Assert.Contains("Daniel Lee", card, StringComparison.Ordinal);
            Assert.DoesNotContain("the seal", card, StringComparison.Ordinal);
            Assert.True(card.Length < 28_000);
        }
    }
}
