using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Dialogs;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Tests.Dialogs.HelpdeskReset;

/// <summary>Every arrow of a reset, without a server.</summary>
public sealed class HelpdeskResetFlowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly IFlow Flow = new HelpdeskResetFlow(Options.Create(new ResetOptions()));

    private static readonly ResetRequest Request = new()
    {
        Requester = new Requester { Tenant = "t", Id = "agent", ChannelUser = "29:agent", Channel = "msteams" },
        SubjectId = "subject",
        SubjectName = "Daniel Lee",
        SubjectAddress = "daniel@hanbit.example",
        Reason = "forgot it",
        Language = "en",
        CardKey = "key",
        AskedAt = Now,
    };

    [Fact]
    public void It_Begins_By_Reading_The_Rights_Again()
    {
        var move = Flow.Begin("op", JsonSerializer.SerializeToElement(Request, DialogsJson.Wire.ResetRequest), Now);

        Assert.Equal(HelpdeskResetFlow.Prepare, move.Perform);
        Assert.Equal("reset.asked", Audit(move));
    }

    [Fact]
    public void The_Call_Is_Recorded_With_The_Sealed_Password_Before_It_Is_Made()
    {
        var move = Performed(Document(ResetStatus.Asked) with { Calls = 0 }, new ResetStepResult { End = ResetStepEnd.Prepared, Seal = "sealed" })!;

        var next = Read(move);
        Assert.Equal((ResetStatus.Calling, "sealed", Now, 1, HelpdeskResetFlow.Call), (next.Status, next.Seal, next.CalledAt, next.Calls, move.Perform));
    }

    [Fact]
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
    public void A_Harmless_Step_Found_Recorded_Is_Made_Again(string status, string step) =>
        Assert.Equal(step, Next(Document(Named(status)), new Happening.Found(step))!.Perform);

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

    [Theory]
    [InlineData(nameof(ResetStepEnd.Changed), 10, nameof(ResetStatus.Revoking))]
    [InlineData(nameof(ResetStepEnd.Unchanged), 10, nameof(ResetStatus.Reconciling))]
    [InlineData(nameof(ResetStepEnd.Lost), 10, nameof(ResetStatus.Reconciling))]
    [InlineData(nameof(ResetStepEnd.Unchanged), 121, nameof(ResetStatus.Failed))]
    [InlineData(nameof(ResetStepEnd.Lost), 121, nameof(ResetStatus.Unknown))]
    public void What_The_Tenant_Shows_Decides_About_A_Lost_Call(string shows, int secondsAfter, string expected)
    {
        var document = Document(ResetStatus.Reconciling) with { CalledAt = Now.AddSeconds(-secondsAfter) };

        Assert.Equal(Named(expected), Read(Performed(document, new ResetStepResult { End = Enum.Parse<ResetStepEnd>(shows) })!).Status);
    }

    [Fact]
    public void Accepted_But_Never_Seen_Is_Unknown_And_Not_Called_Undone()
    {
        var document = Document(ResetStatus.Reconciling) with { CalledAt = Now.AddMinutes(-6), Location = new Uri("https://graph/op") };

        Assert.Equal(ResetStatus.Unknown, Read(Performed(document, new ResetStepResult { End = ResetStepEnd.Unchanged })!).Status);
    }

    [Fact]
    public void The_Time_The_Password_Vanishes_Is_Stored_Before_It_Is_Shown()
    {
        var move = Next(Document(ResetStatus.Done), new Happening.Signalled(HelpdeskResetFlow.Reveal, "agent"))!;

        Assert.Equal((HelpdeskResetFlow.Show, Now.AddMinutes(1), Now.AddMinutes(1)), (move.Perform, move.WakeAt, Read(move).RedactAt));
        Assert.Equal("password.shown", Audit(move));
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
            var document = Document(status) with { Request = Request with { Language = language } };
            var card = JsonSerializer.Serialize(HelpdeskResetCards.Live(document), CredBot.Bot.Schema.BotJson.Wire.Activity);

            Assert.Contains("Daniel Lee", card, StringComparison.Ordinal);
            Assert.DoesNotContain("the seal", card, StringComparison.Ordinal);
            Assert.True(card.Length < 28_000);
        }
    }

    private static IEnumerable<Happening> Everything() =>
    [
        new Happening.Due(),
        .. new[] { HelpdeskResetFlow.Reveal, HelpdeskResetFlow.Hide }.Select(static verb => new Happening.Signalled(verb, "agent")),
        new Happening.Found("any"),
        .. Enum.GetValues<ResetStepEnd>().Select(static end => new Happening.Performed(
            "any", Write(new ResetStepResult { End = end, Failure = ResetFailures.NotExecuted, After = TimeSpan.FromSeconds(1) }))),
    ];

    private static ResetStatus Named(string status) => Enum.Parse<ResetStatus>(status);

    private static ResetDocument Document(ResetStatus status) => new()
    {
        Operation = "op",
        Request = Request,
        Status = status,
        Seal = "the seal",
        CalledAt = Now,
        Calls = 1,
        RetryAt = Now,
        DoneAt = Now,
        OfferUntil = Now.AddMinutes(15),
        RedactAt = Now.AddMinutes(1),
        Failure = status is ResetStatus.Failed ? ResetFailures.NotExecuted with { Next = new Sentence("다시", "again") } : null,
    };

    private static JsonMove? Performed(ResetDocument document, ResetStepResult result) => Next(document, new Happening.Performed("any", Write(result)));

    private static JsonMove? Next(ResetDocument document, Happening happened) =>
        Flow.Next(JsonSerializer.SerializeToElement(document, DialogsJson.Wire.ResetDocument), happened, Now);

    private static JsonElement Write(ResetStepResult result) => JsonSerializer.SerializeToElement(result, DialogsJson.Wire.ResetStepResult);

    private static ResetDocument Read(JsonMove move) => move.Document.Deserialize(DialogsJson.Wire.ResetDocument)!;

    private static string? Audit(JsonMove move) => move.Effects.OfType<Effect.Audit>().LastOrDefault()?.Entry.Action;
}
