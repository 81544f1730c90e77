using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Engine.Contracts;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;
using CredBot.Tests.Stories.Reset;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Operations;

/// <summary>Moves, steps and effects of an operation.</summary>
public sealed class OperationTests : OperationTest
{
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
    [Security(37)]
    public async Task What_Cannot_Be_Recorded_Is_Not_Done_Until_It_Can()
    {
        flow.OnBegin = static _ => new(new("calling", []), "call") { Effects = [new Effect.Audit(Line("before"))] };
        Run("create trigger full before insert on audit begin select raise(abort, 'full'); end");

        await OweAsync(Start());
        Assert.Equal(("calling", 0), ((await StateAsync()).State, steps.Performed.Count));

        Run("drop trigger full");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.IdleAsync();
        Assert.Equal(["call"], steps.Performed);
    }

    [Fact]
    public async Task A_Signal_Brings_Its_Value()
    {
        flow.OnBegin = static _ => new(new("waiting", []));
        flow.OnNext = static (document, happened, _) => happened is Happening.Signalled said ? new(ScriptedFlow.Goes(document, $"{said.Verb}={said.Value}")) : null;

        await OweAsync(Start(), Signal("1", "go") with { Value = "42" });

        Assert.Contains("go=42", (await StateAsync()).State);
    }

    private void Run(string text)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder.Path, SqliteStore.FileName)};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
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
}
