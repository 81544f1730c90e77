using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Engine.Contracts;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Operations;

public sealed class OperationTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private readonly ScriptedFlow flow = new();
    private readonly ScriptedSteps steps = new();
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot, services: services =>
        {
            services.AddSingleton<IFlow>(flow);
            services.AddSingleton<ISteps>(steps);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_Operation_Is_Started_Performed_And_Told_In_Its_Conversation()
    {
        await OweAsync(Start());

        Assert.Equal(["call"], steps.Performed);
        Assert.Equal(["done"], channel.Texts);
        Assert.Equal("done", (await StateAsync()).State);
    }

    [Fact]
    public async Task Starting_The_Same_Operation_Again_Does_Nothing()
    {
        await OweAsync(Start(), Start());
        await OweAsync(Start());

        Assert.Single(steps.Performed);
        Assert.Single(channel.Taken);
    }

    [Fact]
    public async Task A_Document_Is_Stored_Before_Its_Step_Begins_And_After_Its_Effects_Went_Out()
    {
        flow.OnBegin = static _ => new(new("calling", []), "call") { Effects = [new Effect.Audit(Line("before"))] };
        var (stored, lines) = ("", 0L);
        steps.OnPerform = async (_, _) =>
        {
            stored = (await StateAsync()).State;
            lines = (await CredBot.Engine.Audit.AuditLog.Open(folder.Path).VerifyAsync(default)).Lines;
            return ScriptedSteps.Nothing;
        };

        await OweAsync(Start());

        Assert.Equal(("calling", 1L), (stored, lines));
    }

    [Fact]
    public async Task A_Step_That_Throws_Is_Found_And_Not_Performed_Again()
    {
        steps.OnPerform = static (_, _) => throw new HttpRequestException("lost");

        await OweAsync(Start());

        Assert.Single(steps.Performed);
        Assert.Equal(["found"], channel.Texts);
    }

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
    public async Task A_Flow_That_Does_Not_Move_On_Its_Own_Step_Is_Logged_And_Left()
    {
        flow.OnNext = static (_, _, _) => null;

        await OweAsync(Start());
        await host.Grains.GetGrain<IOperation>("op").Wake();
        await host.IdleAsync();

        Assert.Equal("calling", (await StateAsync()).State);
        Assert.Single(host.Log.Lines, static line => line.Contains("a fault of the flow", StringComparison.Ordinal));
        Assert.Single(steps.Performed);
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

    [Fact]
    public async Task An_Operation_Starts_And_Signals_Another()
    {
        flow.OnBegin = static _ => new(new("parent", [])) { Effects = [new Effect.Start("child", "work", ScriptedSteps.Nothing), new Effect.Signal("child", "s", "go", "kim")] };
        await OweAsync(Start());
        Listen();
        await host.IdleAsync();

        Assert.NotNull(await host.Services.GetRequiredService<IOperations>().ReadAsync("child", default));
    }

    [Fact]
    public async Task The_Messages_Of_One_Move_Arrive_In_Order_And_Once()
    {
        flow.OnBegin = static _ => new(new("calling", []), "call")
        {
            Effects = [new Effect.Send("a", ScriptedBot.Text("1")), new Effect.Audit(Line("x")), new Effect.Send("b", ScriptedBot.Text("2")), new Effect.Update("a", ScriptedBot.Text("3"))],
        };

        await OweAsync(Start());

        Assert.Equal(["1", "2", "3", "done"], channel.Texts);
    }

    [Fact]
    public async Task A_Step_May_Redraw_A_Card_That_Its_Move_Owed()
    {
        ConnectorResult? result = null;
        flow.OnBegin = static _ => new(new("calling", []), "call") { Effects = [new Effect.Send("card", ScriptedBot.Text("wait"))] };
        steps.OnPerform = async (context, token) =>
        {
            result = await host.Services.GetRequiredService<ICardSurface>().RedrawAsync(context.Conversation, "card", ScriptedBot.Text("secret"), token);
            return ScriptedSteps.Nothing;
        };

        await OweAsync(Start());

        Assert.IsType<ConnectorResult.Sent>(result);
        Assert.Equal(["wait", "secret", "done"], channel.Texts);
    }

    [Fact]
    public async Task A_Start_That_Cannot_Be_Made_Is_Tried_For_Ever_And_Mutes_Nobody()
    {
        flow.OnBegin = static _ => throw new InvalidOperationException("a bug");
        await OweAsync(Start(), new Effect.Send("k", ScriptedBot.Text("next")));
        Assert.Equal(["next"], channel.Texts);

        await host.AdvanceAsync(TimeSpan.FromDays(3));
        flow.OnBegin = static _ => new(new("calling", []), "call");
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["next", "done"], channel.Texts);
    }

    [Fact]
    public async Task A_Redelivered_Move_Of_Somebody_Else_Wins_By_Version_And_The_Own_One_Is_Decided_Again()
    {
        Listen();
        await OweAsync(Start());
        var stored = (await host.Store.ReadAsync(Operation.Type, "op", default))!;
        var theirs = DocumentStorage.Read<OperationDocument>(stored.Json, "It") with { Document = System.Text.Json.JsonSerializer.SerializeToElement(new ScriptedDocument("theirs", ["theirs"]), ScriptedJson.Default.ScriptedDocument) };
        await host.Store.WriteAsync(new DocumentWrite(Operation.Type, "op", System.Text.Json.JsonSerializer.Serialize(theirs, EngineJson.Wire.OperationDocument), stored.Version), default);

        await OweAsync(Signal("s", "ours"));

        Assert.Equal(["theirs", "ours"], (await StateAsync()).Happened);
    }

    private static AuditEntry Line(string key) => new() { Key = key, Tenant = Says.Tenant, At = default, Actor = "kim", Action = "did" };

    private static Effect.Start Start() => new("op", "work", ScriptedSteps.Nothing);

    private static Effect.Signal Signal(string id, string verb) => new("op", id, verb, "kim");

    /// <summary>A flow that waits and writes down every verb.</summary>
    private void Listen()
    {
        flow.OnBegin = static _ => new(new("waiting", []));
        flow.OnNext = static (document, happened, _) => happened is Happening.Signalled said ? new(ScriptedFlow.Goes(document, said.Verb)) : null;
    }

    private async Task OweAsync(params Effect[] effects)
    {
        await SayAsync(effects);
        await host.IdleAsync();
    }

    private Task SayAsync(params Effect[] effects)
    {
        bot.Turn = (turn, _) =>
        {
            Array.ForEach(effects, turn.Owe);
            return Task.CompletedTask;
        };
        return host.AcceptAsync(Says.Message(channel, "go"));
    }

    private Task<ScriptedDocument> StateAsync(string id = "op") => host.OperationAsync(id);
}
