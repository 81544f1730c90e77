using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Engine.Conversations;

namespace CredBot.Tests.Engine.Conversations;

public sealed class ConversationDocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly JsonElement Body = ScriptedSteps.Nothing;

    [Fact]
    public void The_Last_256_Activities_Are_Remembered()
    {
        var document = Enumerable.Range(1, 300).Aggregate(new ConversationDocument(), static (document, number) => document.After(Turn(), $"{number}", null, Now));

        Assert.Equal(256, document.Seen.Count);
        Assert.Null(document.SeenBefore("44"));
        Assert.NotNull(document.SeenBefore("45"));
    }

    [Fact]
    public void An_Activity_Is_Forgotten_After_A_Day()
    {
        var document = new ConversationDocument().After(Turn(), "old", null, Now).After(Turn(), "new", null, Now.AddHours(24));

        Assert.Equal(["new"], document.Seen.Select(static seen => seen.Id));
    }

    [Fact]
    public void Only_The_Latest_Answers_Keep_Their_Body_And_All_Keep_Their_Status()
    {
        var document = Enumerable.Range(1, 20).Aggregate(
            new ConversationDocument(), static (document, number) => document.After(Turn(new InvokeResponse(200, Body)), $"{number}", null, Now));

        Assert.Equal(8, document.Seen.Count(static seen => seen.Answer!.Body is not null));
        Assert.All(document.Seen, static seen => Assert.Equal(200, seen.Answer!.Status));
        Assert.NotNull(document.SeenBefore("20")!.Answer!.Body);
    }

    [Fact]
    public void The_Last_200_Messages_Keep_Their_Channel_Id()
    {
        var document = Enumerable.Range(1, 250).Aggregate(new ConversationDocument(), static (document, number) => document.Sent($"k{number}", $"m{number}"));

        Assert.Equal(200, document.Messages.Count);
        Assert.Null(document.SentAs("k50"));
        Assert.Equal("m51", document.SentAs("k51"));
    }

    [Fact]
    public void A_Message_Sent_Again_Under_Its_Key_Is_Known_By_Its_Newer_Id() =>
        Assert.Equal("m2", new ConversationDocument().Sent("k", "m1").Sent("k", "m2").SentAs("k"));

    [Fact]
    public void An_Operation_That_Repeats_Itself_Is_Heard_Once()
    {
        var first = new ConversationDocument().Hear("op", [Owed(1), Owed(2)], Now)!;

        Assert.Null(first.Hear("op", [Owed(1), Owed(2)], Now));
        Assert.Single(first.Hear("op", [Owed(2), Owed(3)], Now)!.Outbox, static effect => effect.Key == "k3");
        Assert.Equal(3, first.Hear("other", [Owed(1)], Now)!.Outbox.Count);
    }

    [Fact]
    public void A_Person_Who_Speaks_Again_Is_Reachable_Again() =>
        Assert.False((new ConversationDocument { Unreachable = true }).After(Turn(), "a", null, Now).Unreachable);

    private static TurnOutcome Turn(InvokeResponse? response = null) => new(new ConversationRecord(), [], response);

    private static OwedEffect Owed(long number) => OwedEffect.From(new Effect.Send($"k{number}", ScriptedBot.Text("x")), number, Now);
}
