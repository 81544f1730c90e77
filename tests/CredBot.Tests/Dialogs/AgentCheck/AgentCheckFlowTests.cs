using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Dialogs;
using CredBot.Dialogs.AgentCheck;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Tests.Dialogs.AgentCheck;

/// <summary>Each move of a check by itself.</summary>
public sealed class AgentCheckFlowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly IFlow Flow = new AgentCheckFlow();

    [Theory]
    [InlineData("Asking", "here", "colleague", "Making", null, false)]
    [InlineData("Asking", "here", "asker", "-", null, false)]
    [InlineData("Asking", "notMe", "colleague", "Over", "Denied", true)]
    [InlineData("Asking", "notMe", "asker", "-", null, false)]
    [InlineData("Asking", "matches", "asker", "-", null, false)]
    [InlineData("Asking", "stop", "asker", "Over", "Cancelled", false)]
    [InlineData("Making", "here", "colleague", "-", null, false)]
    [InlineData("Showing", "matches", "asker", "Over", "Matched", false)]
    [InlineData("Showing", "matches", "colleague", "-", null, false)]
    [InlineData("Showing", "differs", "asker", "Over", "Mismatched", true)]
    [InlineData("Showing", "differs", "colleague", "-", null, false)]
    [InlineData("Showing", "notMe", "colleague", "Over", "Denied", true)]
    [InlineData("Over", "matches", "asker", "-", null, false)]
    [InlineData("Over", "notMe", "colleague", "-", null, false)]
    public void Who_Says_What_When(string status, string verb, string who, string after, string? end, bool alarms)
    {
        var move = Flow.Next(Write(At(status)), new Happening.Signalled(verb, who), Now);

        Assert.Equal((after, end), move is null ? ("-", null) : (Read(move).Status.ToString(), Read(move).End?.ToString()));
        Assert.Equal(alarms, move?.Effects.OfType<Effect.Signal>().Any(static signal => signal.Verb is Impostor.Reported) ?? false);
    }

    [Theory]
    [InlineData("Asking")]
    [InlineData("Showing")]
    public void Silence_Confirms_Nothing(string status)
    {
        var move = Flow.Next(Write(At(status)), new Happening.Due(), Now.AddMinutes(5))!;

        Assert.Equal((AgentCheckEnd.Expired, (string?)null), (Read(move).End, Read(move).Seal));
    }

    [Theory]
    [InlineData("Making")]
    [InlineData("Showing")]
    public void A_Crash_In_Between_Repeats_The_Step(string status)
    {
        var found = Flow.Next(Write(At(status)), new Happening.Found("any"), Now)!;

        Assert.NotNull(Flow.Next(found.Document, new Happening.Due(), found.WakeAt!.Value)!.Perform);
    }

    private static AgentCheckDocument At(string status) => new()
    {
        Id = "agent-1",
        Status = Enum.Parse<AgentCheckStatus>(status),
        Seal = status is "Showing" ? "seal" : null,
        Until = Now.AddMinutes(5),
        Request = new AgentCheckRequest
        {
            Requester = new Requester { Tenant = "t", Id = "asker", ChannelUser = "29:asker", Channel = "msteams" },
            RequesterName = "Asker", AgentId = "colleague", AgentName = "Colleague", AgentAddress = "c@x", Language = "en", CardKey = "key", AskedAt = Now,
        },
    };

    private static JsonElement Write(AgentCheckDocument document) => JsonSerializer.SerializeToElement(document, DialogsJson.Wire.AgentCheckDocument);

    private static AgentCheckDocument Read(JsonMove move) => move.Document.Deserialize(DialogsJson.Wire.AgentCheckDocument)!;
}
