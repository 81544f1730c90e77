using CredBot.Bot.Builder;
using CredBot.Engine.Conversations;

namespace CredBot.Tests.Engine.Conversations;

public sealed class OutboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_Newer_Update_Takes_The_Place_Of_One_That_Has_Not_Gone_Out()
    {
        IReadOnlyList<OwedEffect> outbox = [Send(1, "card"), Update(2, "card"), Update(3, "other")];

        var next = Outbox.Append(outbox, [Update(4, "card"), Update(5, "card")]);

        Assert.Equal([1, 3, 5], next.Select(static effect => effect.Number));
    }

    [Fact]
    public void A_Message_That_Waits_Holds_Up_The_Messages_Behind_It()
    {
        IReadOnlyList<OwedEffect> outbox = [Send(1, "a") with { DueAt = Now.AddSeconds(1) }, Send(2, "b")];

        Assert.Null(Outbox.Next(outbox, new HashSet<long>(), Now));
        Assert.Equal(Now.AddSeconds(1), Outbox.Due(outbox));
        Assert.Equal(1, Outbox.Next(outbox, new HashSet<long>(), Now.AddSeconds(1))!.Number);
    }

    [Fact]
    public void A_Start_That_Waits_Holds_Up_Its_Own_Operation_Only()
    {
        IReadOnlyList<OwedEffect> outbox =
        [
            Start(1, "slow") with { DueAt = Now.AddSeconds(1) }, Signal(2, "slow"), Send(3, "a"), Signal(4, "other"),
        ];

        Assert.Equal(3, Outbox.Next(outbox, new HashSet<long>(), Now)!.Number);
        Assert.Equal(4, Outbox.Next(outbox, new HashSet<long> { 3 }, Now)!.Number);
        Assert.Null(Outbox.Next(outbox, new HashSet<long> { 3, 4 }, Now));
    }

    [Theory]
    [InlineData(0, null, 2)]
    [InlineData(1, null, 4)]
    [InlineData(8, null, 512)]
    [InlineData(9, null, 600)]
    [InlineData(1_000, null, 600)]
    [InlineData(0, 30, 30)]
    [InlineData(5, 30, 64)]
    [InlineData(0, 3_600, 3_600)]
    public void Each_Failure_Doubles_The_Wait_Up_To_Ten_Minutes_Unless_The_Channel_Asks_For_More(int tries, int? asked, int wait)
    {
        var delayed = Outbox.Delay(Send(1, "a") with { Tries = tries }, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Now);

        Assert.Equal((tries + 1, Now.AddSeconds(wait)), (delayed.Tries, delayed.DueAt));
    }

    [Theory]
    [InlineData(0, 0.5, 3)]
    [InlineData(1, 0.999, 7.996)]
    [InlineData(50, 0.5, 900)]
    public void A_Wait_Nobody_Asked_For_Is_Longer_By_Chance(int tries, double jitter, double wait) =>
        Assert.Equal(Now.AddSeconds(wait), Outbox.Delay(Send(1, "a") with { Tries = tries }, null, Now, jitter).DueAt);

    [Fact]
    public void What_Is_Posted_For_The_Last_Time_Waits_Longer() =>
        Assert.Equal(Now.AddSeconds(8), Outbox.Delay(Send(1, "a") with { Doubtful = true }, null, Now).DueAt);

    [Fact]
    public void Messages_That_Are_Held_Back_Hold_Up_Nothing_Else()
    {
        IReadOnlyList<OwedEffect> outbox = [Send(1, "a"), Start(2, "op")];
        var held = Now.AddSeconds(1);

        Assert.Equal(2, Outbox.Next(outbox, new HashSet<long>(), Now, held)!.Number);
        Assert.Null(Outbox.Next(outbox, new HashSet<long> { 2 }, Now, held));
        Assert.Equal(held, Outbox.Due([outbox[0]], held));
        Assert.Equal(1, Outbox.Next(outbox, new HashSet<long>(), held, held)!.Number);
    }

    [Theory]
    [InlineData(OwedKind.Send, 23, false)]
    [InlineData(OwedKind.Send, 24, true)]
    [InlineData(OwedKind.Update, 24, true)]
    [InlineData(OwedKind.Start, 240, false)]
    [InlineData(OwedKind.Signal, 240, false)]
    [InlineData(OwedKind.Audit, 240, false)]
    internal void Messages_Are_Given_Up_After_A_Day_And_Nothing_Else_Ever_Is(OwedKind kind, int hours, bool hopeless) =>
        Assert.Equal(hopeless, Outbox.IsHopeless(new OwedEffect { Kind = kind, Since = Now }, Now.AddHours(hours)));

    private static OwedEffect Send(long number, string key) => OwedEffect.From(new Effect.Send(key, ScriptedBot.Text("x")), number, Now);

    private static OwedEffect Update(long number, string key) => OwedEffect.From(new Effect.Update(key, ScriptedBot.Text("x")), number, Now);

    private static OwedEffect Start(long number, string operation) => OwedEffect.From(new Effect.Start(operation, "work", ScriptedSteps.Nothing), number, Now);

    private static OwedEffect Signal(long number, string operation) => OwedEffect.From(new Effect.Signal(operation, $"s{number}", "go", "kim"), number, Now);
}
