using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using CredBot.Engine.Operations;

namespace CredBot.Tests.Engine.Operations;

/// <summary>What an operation hears while it waits: signals, its time, its reminder.</summary>
public sealed class OperationWakingTests : OperationTest
{
    [Fact]
    public async Task A_Signal_Is_Heard_While_A_Step_Runs_And_The_Step_Is_Still_Reported()
    {
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        steps.OnPerform = async (_, _) =>
        {
            reached.SetResult();
            await gate.Task;
            return ScriptedSteps.Nothing;
        };
        flow.OnNext = static (document, happened, _) => happened switch
        {
            Happening.Signalled said => new(ScriptedFlow.Goes(document, $"{said.Verb} by {said.Actor}")),
            Happening.Performed => ScriptedFlow.Ends(document, "done"),
            _ => null,
        };
        await SayAsync(Start());
        await reached.Task;

        await host.Grains.GetGrain<IOperation>("op").Signal("s", "cancel", "kim");
        Assert.Equal("cancel by kim", (await StateAsync()).State);

        gate.SetResult();
        await host.IdleAsync();
        Assert.Equal(["cancel by kim", "done"], (await StateAsync()).Happened);
    }

    [Fact]
    public async Task A_Signal_Counts_Once()
    {
        Listen();
        await OweAsync(Start(), Signal("s1", "approve"), Signal("s1", "approve"));
        await OweAsync(Signal("s1", "approve"), Signal("s2", "deny"));

        Assert.Equal(["approve", "deny"], (await StateAsync()).Happened);
    }

    [Fact]
    public async Task A_Signal_To_An_Operation_That_Was_Never_Started_Is_Dropped()
    {
        await OweAsync(Signal("s1", "approve"), new Effect.Send("k", ScriptedBot.Text("next")));

        Assert.Equal(["next"], channel.Texts);
        Assert.Contains(host.Log.Lines, static line => line.Contains("was never started", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Operation_Wakes_At_Its_Time_And_Not_Before()
    {
        flow.OnBegin = static now => new(new("waiting", []), WakeAt: now.AddMinutes(30));
        flow.OnNext = static (document, happened, _) => happened is Happening.Due ? ScriptedFlow.Ends(document, "expired") : null;
        await OweAsync(Start());

        await host.AdvanceAsync(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        Assert.Empty(channel.Taken);

        await host.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal(["expired"], channel.Texts);
    }

    [Fact]
    public async Task A_Move_Before_The_Time_Takes_Its_Place()
    {
        flow.OnBegin = static now => new(new("waiting", []), WakeAt: now.AddMinutes(30));
        flow.OnNext = static (document, happened, now) => happened switch
        {
            Happening.Signalled => new(ScriptedFlow.Goes(document, "later"), WakeAt: now.AddHours(2)),
            Happening.Due => ScriptedFlow.Ends(document, "expired"),
            _ => null,
        };
        await OweAsync(Start(), Signal("s", "wait"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(119));
        Assert.Equal("later", (await StateAsync()).State);

        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("expired", (await StateAsync()).State);
    }

    [Fact]
    public async Task A_Wait_Longer_Than_Any_Timer_Ends_All_The_Same()
    {
        flow.OnBegin = static now => new(new("waiting", []), WakeAt: now.AddDays(100));
        flow.OnNext = static (document, happened, _) => happened is Happening.Due ? ScriptedFlow.Ends(document, "expired") : null;
        await OweAsync(Start());

        for (var day = 0; day < 100; day++)
        {
            Assert.Empty(channel.Taken);
            await host.AdvanceAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(["expired"], channel.Texts);
    }

    [Fact]
    public async Task After_Its_End_Nothing_Moves_An_Operation_And_Its_Reminder_Is_Gone()
    {
        await OweAsync(Start());
        flow.OnNext = static (document, _, _) => ScriptedFlow.Ends(document, "again");

        await OweAsync(Signal("s", "cancel"));

        Assert.Equal("done", (await StateAsync()).State);
        Assert.DoesNotContain(await host.Store.RemindersAsync(0, 0, default), static row => row.Grain.StartsWith("operation/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Open_Operation_Has_A_Reminder_With_The_Retry_Interval_As_Period()
    {
        Listen();
        await OweAsync(Start());

        var row = Assert.Single(await host.Store.RemindersAsync("operation/op", default));
        Assert.Equal(TimeSpan.FromMinutes(1), row.Period);
    }
}
