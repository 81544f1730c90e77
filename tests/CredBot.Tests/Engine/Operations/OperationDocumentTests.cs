using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using CredBot.Engine.Operations;

namespace CredBot.Tests.Engine.Operations;

public sealed class OperationDocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly RecordedStep Outstanding = new("call", 1, "me", 1);
    private static readonly OperationDocument Before = new() { Flow = "work", Version = 1, Step = Outstanding, WakeAt = Now };

    [Fact]
    public void A_Move_That_Asks_For_No_Step_Leaves_The_One_Under_Way_Recorded() =>
        Assert.Equal(Outstanding, Before.After(Move(perform: null), "me", Outstanding, Now).Step);

    [Fact]
    public void Asking_For_The_Step_Under_Way_Again_Does_Not_Ask_Twice() =>
        Assert.Equal(Outstanding, Before.After(Move(perform: "call"), "me", Outstanding, Now).Step);

    [Fact]
    public void Another_Step_Takes_The_Place_Of_The_One_Under_Way() =>
        Assert.Equal(new RecordedStep("reconcile", 2, "me", 1), Before.After(Move(perform: "reconcile"), "me", Outstanding, Now).Step);

    [Fact]
    public void A_Step_May_Be_Asked_For_Again_By_The_Report_On_It() =>
        Assert.Equal(new RecordedStep("call", 2, "me", 1), Before.After(Move(perform: "call"), "me", null, Now).Step);

    [Fact]
    public void The_End_Leaves_Neither_Step_Nor_Time()
    {
        var after = Before.After(Move(perform: null) with { Ended = true, WakeAt = Now }, "me", Outstanding, Now);

        Assert.Equal((null, null, true), (after.Step, after.WakeAt, after.Ended));
        Assert.True(after.IsDone);
    }

    [Fact]
    public void An_Operation_That_Still_Owes_Is_Not_Done() =>
        Assert.False(Before.After(Move(null, new Effect.Send("k", ScriptedBot.Text("x"))) with { Ended = true }, "me", null, Now).IsDone);

    [Fact]
    public void A_Step_Begins_Behind_The_Effects_Of_Its_Move() =>
        Assert.Equal(2, Before.After(Move("next", new Effect.Send("k", ScriptedBot.Text("x"))), "me", null, Now).Step!.After);

    private static JsonMove Move(string? perform, params Effect[] effects) => new(ScriptedSteps.Nothing, perform, null, false, effects);
}
