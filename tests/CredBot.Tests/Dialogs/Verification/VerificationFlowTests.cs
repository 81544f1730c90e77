using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Dialogs;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.Verification;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.Options;

namespace CredBot.Tests.Dialogs.Verification;

/// <summary>Each move of a verification by itself: who may say what when, and what follows.</summary>
public sealed class VerificationFlowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly IFlow Flow = new VerificationFlow(Options.Create(new ResetOptions()));
    private static readonly string Hash = NumberChallenge.HashOf("salt", "123456");

    /// <summary>Proof, verb, who, with what → the status after it and the end; «-» where nothing moves.</summary>
    [Theory]
    [InlineData("NumberMatch", "typed", "subject", "right", "Verified", null)]
    [InlineData("NumberMatch", "typed", "subject", "wrong", "Waiting", null)]
    [InlineData("NumberMatch", "typed", "agent", "right", "-", null)]
    [InlineData("NumberMatch", "typed", "manager", "right", "-", null)]
    [InlineData("NumberMatch", "confirmed", "subject", "bound", "-", null)]
    [InlineData("NumberMatch", "vouched", "subject", "bound", "-", null)]
    [InlineData("NumberMatch", "approved", "subject", "bound", "-", null)]
    [InlineData("NumberMatch", "denied", "subject", null, "Failed", "Denied")]
    [InlineData("NumberMatch", "denied", "manager", null, "-", null)]
    [InlineData("NumberMatch", "stop", "agent", null, "Failed", "Cancelled")]
    [InlineData("NumberMatch", "stop", "subject", null, "-", null)]
    [InlineData("NumberMatch", "askManager", "agent", null, "Opening", null)]
    [InlineData("NumberMatch", "askManager", "subject", null, "-", null)]
    [InlineData("Session", "confirmed", "subject", "bound", "Verified", null)]
    [InlineData("Session", "confirmed", "subject", "other", "-", null)]
    [InlineData("Session", "typed", "subject", "right", "-", null)]
    [InlineData("ManagerVouched", "vouched", "subject", "bound", "Verified", null)]
    [InlineData("ManagerVouched", "vouched", "subject", "other", "-", null)]
    [InlineData("ManagerVouched", "askManager", "agent", null, "-", null)]
    [InlineData("SecondPerson", "approved", "subject", "bound", "Verified", null)]
    [InlineData("SecondPerson", "approved", "agent", "bound", "-", null)]
    [InlineData("SecondPerson", "vouched", "subject", "bound", "-", null)]
    [InlineData("Exception", "approved", "subject", "bound", "Verified", null)]
    [InlineData("Exception", "denied", "subject", null, "Failed", "Denied")]
    public void What_Is_Said_Moves_It_Or_Does_Not(string proof, string verb, string who, string? value, string status, string? end)
    {
        var document = Waiting(Enum.Parse<Proof>(proof));
        var said = value switch { "right" => Hash, "wrong" => "0", "bound" => document.Binding, "other" => "x", _ => null };

        var move = Flow.Next(Write(document), new Happening.Signalled(verb, who) { Value = said }, Now);

        Assert.Equal(status, move is null ? "-" : Read(move).Status.ToString());
        Assert.Equal(end, move is null ? null : Read(move).End?.ToString());
    }

    [Fact]
    [CredBot.Tests.Stories.Reset.Security(10)]
    public void The_Third_Wrong_Number_Voids_It()
    {
        var document = Waiting(Proof.NumberMatch);
        for (var miss = 1; miss <= NumberChallenge.MostMisses; miss++)
        {
            document = Read(Flow.Next(Write(document), new Happening.Signalled(VerificationFlow.Typed, "subject") { Value = "0" }, Now)!);
        }

        Assert.Equal((VerificationStatus.Failed, VerificationEnd.WrongNumber), (document.Status, document.End));
        Assert.Null(document.Number);
        Assert.Null(Flow.Next(Write(document), new Happening.Signalled(VerificationFlow.Typed, "subject") { Value = Hash }, Now));
    }

    [Fact]
    [CredBot.Tests.Stories.Reset.Security(20)]
    public void Silence_Ends_It_And_Nothing_Counts_From_Then_On()
    {
        var document = Waiting(Proof.NumberMatch);
        var late = document.Until;

        Assert.Null(Flow.Next(Write(document), new Happening.Signalled(VerificationFlow.Typed, "subject") { Value = Hash }, late));
        var move = Flow.Next(Write(document), new Happening.Due(), late)!;
        Assert.Equal(VerificationEnd.Expired, Read(move).End);
        Assert.Equal(VerificationRequest.NotVerified, Assert.Single(move.Effects.OfType<Effect.Signal>()).Verb);
    }

    [Fact]
    public void Two_Proofs_Come_One_After_The_Other_And_The_Record_Names_Both()
    {
        var document = Waiting(Proof.NumberMatch, Proof.SecondPerson);
        var between = Flow.Next(Write(document), new Happening.Signalled(VerificationFlow.Typed, "subject") { Value = Hash }, Now)!;
        Assert.Equal((VerificationStatus.Opening, VerificationFlow.Open), (Read(between).Status, between.Perform));

        var asked = Read(Flow.Next(between.Document, Opened(new VerificationStepResult { People = [new("second", "Second")] }), Now)!);
        var end = Flow.Next(Write(asked), new Happening.Signalled(VerificationFlow.Approved, "second") { Value = asked.Binding }, Now)!;
        var record = JsonSerializer.Deserialize(end.Effects.OfType<Effect.Signal>().Single(static signal => signal.Verb is VerificationRequest.Verified).Value!, DialogsJson.Wire.VerificationRecord)!;

        Assert.Equal([Proof.NumberMatch, Proof.SecondPerson], record.Proofs.Select(static one => one.Proof));
        Assert.Equal(["subject", "second"], record.Proofs.Select(static one => one.By));
        Assert.Equal(document.Binding, record.Binding);
    }

    [Theory]
    [InlineData("NumberMatch", "Opening", null)]
    [InlineData("Session", "Opening", null)]
    [InlineData("ManagerVouched", "Failed", "Unreachable")]
    [InlineData("SecondPerson", "Failed", "Unreachable")]
    public void Whoever_Cannot_Be_Reached_Is_Vouched_For_Or_It_Ends(string proof, string status, string? end)
    {
        var move = Flow.Next(Write(Waiting(Enum.Parse<Proof>(proof))), new Happening.Signalled(NoticeRequest.NotTold, "agent") { Value = "subject" }, Now)!;

        Assert.Equal((status, end), (Read(move).Status.ToString(), Read(move).End?.ToString()));
    }

    /// <summary>A step that was found half done is made again: opening and showing do no harm twice.</summary>
    [Theory]
    [InlineData("Opening")]
    [InlineData("Waiting")]
    public void A_Crash_In_Between_Repeats_The_Step(string status)
    {
        var document = Waiting(Proof.NumberMatch) with { Status = Enum.Parse<VerificationStatus>(status) };
        var found = Flow.Next(Write(document), new Happening.Found("any"), Now)!;
        Assert.Null(found.Perform);

        Assert.NotNull(Flow.Next(found.Document, new Happening.Due(), found.WakeAt!.Value)!.Perform);
    }

    [Theory]
    [InlineData("NoManager")]
    [InlineData("ManagerChanged")]
    [InlineData("NoApprover")]
    [InlineData("Unreadable")]
    public void Where_Nobody_Can_Be_Asked_It_Ends_And_Says_Why(string end)
    {
        var document = Waiting(Proof.ManagerVouched) with { Status = VerificationStatus.Opening };
        var move = Flow.Next(Write(document), Opened(new VerificationStepResult { End = Enum.Parse<VerificationEnd>(end) }), Now)!;

        Assert.True(move.Ended);
        Assert.Equal(end, Read(move).End.ToString());
    }

    /// <summary>A «no» of the person affected freezes; anybody else's only ends it.</summary>
    [Theory]
    [InlineData("NumberMatch", true)]
    [InlineData("SecondPerson", false)]
    public void A_No_Of_The_Person_Affected_Alone_Freezes(string proof, bool freezes)
    {
        var document = Waiting(Enum.Parse<Proof>(proof)) with { Asked = [new(proof is "NumberMatch" ? "subject" : "second", "")] };
        var move = Flow.Next(Write(document), new Happening.Signalled(VerificationFlow.Denied, document.Asked[0].Id), Now)!;

        Assert.Equal(freezes, move.Effects.OfType<Effect.Signal>().Any(static signal => signal.Verb is Objection.Objected));
    }

    private static VerificationDocument Waiting(params Proof[] wanted) => new()
    {
        Id = "op:verification",
        Status = VerificationStatus.Waiting,
        Wanted = wanted,
        Asked = [new AskedPerson("subject", "Subject")],
        Number = wanted[0] is Proof.NumberMatch ? new NumberChallenge("salt", Hash, "seal") : null,
        Until = Now.AddMinutes(5),
        Request = new VerificationRequest
        {
            Requester = new Requester { Tenant = "t", Id = "agent", ChannelUser = "29:agent", Channel = "msteams" },
            RequesterName = "Agent", SubjectName = "Subject", Language = "en", CardKey = "key", AskedAt = Now,
            Facts = new RequestFacts("op", Purpose.PasswordReset, "agent", "subject", "subject@x", SubjectClass.Ordinary, AssuranceLevel.NumberMatch, "v"),
        },
    };

    private static Happening.Performed Opened(VerificationStepResult result) =>
        new(VerificationFlow.Open, JsonSerializer.SerializeToElement(result, DialogsJson.Wire.VerificationStepResult));

    private static JsonElement Write(VerificationDocument document) => JsonSerializer.SerializeToElement(document, DialogsJson.Wire.VerificationDocument);

    private static VerificationDocument Read(JsonMove move) => move.Document.Deserialize(DialogsJson.Wire.VerificationDocument)!;
}
