using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;

namespace CredBot.Tests.Engine.Operations;

/// <summary>What a power cut leaves of operations and their steps.</summary>
public sealed class OperationCrashTests : CrashTest
{
    [Fact]
    public async Task A_Step_Under_Way_During_The_Crash_Is_Found_And_Never_Performed_Again()
    {
        steps.OnPerform = async (_, _) =>
        {
            reached.SetResult();
            await gate.Task;
            return ScriptedSteps.Nothing;
        };
        await StartAsync(await HostAsync(folder));
        await reached.Task;
        var again = new ScriptedSteps();

        await CrashAsync(then: again);

        Assert.Single(steps.Performed);
        Assert.Empty(again.Performed);
        Assert.Equal(["found"], channel.Texts);
    }

    [Fact]
    public async Task A_Step_Asked_For_By_The_Report_Of_A_Found_One_Is_Performed_By_Who_Asked()
    {
        steps.OnPerform = async (_, _) =>
        {
            reached.SetResult();
            await gate.Task;
            return ScriptedSteps.Nothing;
        };
        flow.OnNext = static (document, happened, _) => happened switch
        {
            Happening.Found { Step: "call" } => new(ScriptedFlow.Goes(document, "reconciling"), "reconcile"),
            Happening.Performed { Step: "reconcile" } => ScriptedFlow.Ends(document, "reconciled"),
            _ => null,
        };
        await StartAsync(await HostAsync(folder));
        await reached.Task;
        var again = new ScriptedSteps();

        await CrashAsync(then: again);

        Assert.Equal(["reconcile"], again.Performed);
        Assert.Equal(["reconciled"], channel.Texts);
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(300, 1)]
    public async Task A_Due_Time_Outlives_The_Crash(int minutesLater, int ended)
    {
        flow.OnBegin = static now => new(new("waiting", []), WakeAt: now.AddMinutes(30));
        flow.OnNext = static (document, happened, _) => happened is Happening.Due ? ScriptedFlow.Ends(document, "expired") : null;
        var first = await HostAsync(folder);
        await StartAsync(first);
        await first.IdleAsync();

        var second = await CrashAsync(at: Start.AddMinutes(minutesLater));
        Assert.Equal(ended, channel.Taken.Count);

        await second.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["expired"], channel.Texts);
    }

    [Fact]
    public async Task A_Start_Owed_During_The_Crash_Is_Made_After_It()
    {
        await WriteAsync(Conversation.Type, Says.Key(), Owing(new Effect.Start("op", "work", ScriptedSteps.Nothing)));

        await (await HostAsync(folder)).IdleAsync();

        Assert.Single(steps.Performed);
        Assert.Equal(["done"], channel.Texts);
    }

    [Fact]
    public async Task A_Start_Made_But_Not_Ticked_Off_Is_Not_Made_Twice()
    {
        await WriteAsync(Conversation.Type, Says.Key(), Owing(new Effect.Start("op", "work", ScriptedSteps.Nothing)));
        await WriteAsync(Operation.Type, "op", Waiting());

        await (await HostAsync(folder)).IdleAsync();

        Assert.Empty(steps.Performed);
    }

    [Fact]
    public async Task A_Step_Recorded_By_A_Write_Whose_Writer_Died_At_Once_Is_Found()
    {
        await WriteAsync(Conversation.Type, Says.Key(), Owing());
        await WriteAsync(Operation.Type, "op", Waiting() with { Step = new RecordedStep("call", 1, "somebody else", 1) });

        await (await HostAsync(folder)).IdleAsync();

        Assert.Empty(steps.Performed);
        Assert.Equal(["found"], channel.Texts);
    }

    [Fact]
    public async Task A_Found_Step_Is_Reported_Before_A_Signal_Moves_The_Operation_On()
    {
        flow.OnNext = static (document, happened, _) => happened switch
        {
            Happening.Found => new(ScriptedFlow.Goes(document, "found")),
            Happening.Signalled => new(ScriptedFlow.Goes(document, "signalled"), "other"),
            _ => new(ScriptedFlow.Goes(document, "performed")),
        };
        using (var store = new SqliteStore(folder.Path))
        {
            var json = JsonSerializer.Serialize(Waiting() with { Step = new RecordedStep("call", 1, "somebody else", 1) }, EngineJson.Wire.OperationDocument);
            await store.WriteAsync(new DocumentWrite(Operation.Type, "op", json, 0), default);
        }

        var host = await HostAsync(folder);
        await host.Grains.GetGrain<IOperation>("op").Signal("s", "go", "kim");
        await host.IdleAsync();

        Assert.Equal(["found", "signalled", "performed"], (await host.OperationAsync()).Happened);
        Assert.Equal(["other"], steps.Performed);
    }
}
