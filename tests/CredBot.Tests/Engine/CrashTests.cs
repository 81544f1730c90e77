using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Engine;

/// <summary>A power cut is played by an image of the folder, taken while the first host is held in the middle of something; a second host starts on it.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly Folder folder = new();
    private readonly ScriptedFlow flow = new();
    private readonly ScriptedSteps steps = new();
    private readonly TaskCompletionSource gate = new();
    private readonly TaskCompletionSource reached = new();
    private readonly List<IAsyncDisposable> hosts = [];
    private readonly List<Folder> folders = [];
    private LoopbackChannel channel = null!;

    public async ValueTask InitializeAsync() => channel = await LoopbackChannel.StartAsync();

    public async ValueTask DisposeAsync()
    {
        gate.TrySetResult();
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await channel.DisposeAsync();
        folders.ForEach(static folder => folder.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task A_Message_Acknowledged_Before_The_Crash_Is_Answered_After_It()
    {
        var first = await HostAsync(folder, new ScriptedBot { Turn = (_, _) => gate.Task });
        await first.AcceptAsync(Says.Message(channel, "one", "a1"));
        await first.AcceptAsync(Says.Message(channel, "two", "a2"));

        await CrashAsync();

        Assert.Equal(["heard one", "heard two"], channel.Texts);
    }

    [Fact]
    public async Task A_Message_Redelivered_After_The_Crash_Is_Answered_Once()
    {
        var first = await HostAsync(folder, new ScriptedBot { Turn = (_, _) => gate.Task });
        await first.AcceptAsync(Says.Message(channel, "one", "a1"));

        var second = await CrashAsync();
        await second.AcceptAsync(Says.Message(channel, "one", "a1"));
        await second.IdleAsync();

        Assert.Equal(["heard one"], channel.Texts);
    }

    [Fact]
    public async Task A_Replayed_Turn_Has_The_Name_It_Had()
    {
        var names = new List<string>();
        var first = await HostAsync(folder, new ScriptedBot { Turn = Listen });
        await first.AcceptAsync(Says.Message(channel, "one", id: null));
        await reached.Task;

        await CrashAsync(new ScriptedBot { Turn = Listen });

        Assert.Equal(2, names.Count);
        Assert.Equal(names[0], names[1]);

        Task Listen(TurnContext turn, CancellationToken token)
        {
            names.Add(turn.TurnId);
            return reached.TrySetResult() ? gate.Task : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_Reply_On_Its_Way_During_The_Crash_Comes_Again_And_Never_Not_At_All()
    {
        channel.Hold = _ => reached.TrySetResult() ? gate.Task : Task.CompletedTask;
        var first = await HostAsync(folder);
        await first.AcceptAsync(Says.Message(channel, "one"));
        await reached.Task;

        await CrashAsync();

        Assert.Equal(["heard one"], channel.Texts);
        Assert.Equal(2, channel.Seen.Count);
    }

    [Fact]
    public async Task An_Invoke_Answered_Before_The_Crash_Is_Answered_From_The_Record_After_It()
    {
        var first = await HostAsync(folder, new ScriptedBot { Turn = Answer });
        await first.InvokeAsync(Says.Invoke(channel, "click", "same"));

        var second = await CrashAsync(new ScriptedBot { Turn = static (_, _) => throw new InvalidOperationException("ran again") });

        Assert.Equal(201, (await second.InvokeAsync(Says.Invoke(channel, "click", "same")))!.Status);

        static Task Answer(TurnContext turn, CancellationToken token)
        {
            turn.InvokeResponse = new InvokeResponse(201);
            return Task.CompletedTask;
        }
    }

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
    public async Task A_Message_That_Waits_For_Its_Time_Outlives_The_Crash()
    {
        channel.Refuse = static _ => new ChannelRefusal(503, 60);
        var first = await HostAsync(folder);
        await first.AcceptAsync(Says.Message(channel, "one"));
        await first.IdleAsync();
        channel.Refuse = static _ => null;

        var second = await CrashAsync(at: Start.AddSeconds(59));
        Assert.Empty(channel.Taken);

        await second.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["heard one"], channel.Texts);
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
    public async Task A_Message_Told_To_The_Conversation_But_Not_Ticked_Off_Is_Not_Sent_Twice()
    {
        var told = OwedEffect.From(new Effect.Send("k", ScriptedBot.Text("told")), 1, Start);
        await WriteAsync(Conversation.Type, Says.Key(), (Owing() with { Heard = [new HeardOperation("op", 1)] }));
        await WriteAsync(Operation.Type, "op", Waiting() with { Owed = [told, told with { Number = 2, Activity = ScriptedBot.Text("new") }], NextOwed = 3 });

        await (await HostAsync(folder)).IdleAsync();

        Assert.Equal(["new"], channel.Texts);
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

    private ConversationDocument Owing(params Effect[] effects) => new ConversationDocument()
        .After(new TurnOutcome(new ConversationRecord { Reference = Says.Message(channel, "x").Reference }, effects, null), "a", null, Start);

    private static OperationDocument Waiting() => new()
    {
        Flow = "work", Origin = Says.Key(), Version = 1, Updated = Start,
        Document = JsonSerializer.SerializeToElement(new ScriptedDocument("calling", []), ScriptedJson.Default.ScriptedDocument),
    };

    /// <summary>Puts a document and its reminder into a folder on which nothing runs yet.</summary>
    private async Task WriteAsync<T>(string type, string id, T document)
    {
        using var store = new SqliteStore(folder.Path);
        await store.WriteAsync(new DocumentWrite(type, id, JsonSerializer.Serialize(document, EngineJson.Wire.GetTypeInfo(typeof(T))!), 0), default);
        await store.RemindAsync(new StoredReminder($"{type}/{id}", Alarm.Name, 7, Start.UtcDateTime, TimeSpan.FromMinutes(1)), default);
    }

    private static Task StartAsync(EngineHost host) => host.AcceptAsync(Says.Message(host.Channel, "start"));

    /// <summary>Starts again on what a power cut at this moment would leave, and waits until nothing is left to do.</summary>
    private async Task<EngineHost> CrashAsync(ScriptedBot? bot = null, ScriptedSteps? then = null, DateTimeOffset? at = null)
    {
        var image = folder.Image();
        folders.Add(image);
        var host = await HostAsync(image, bot, then, at);
        await host.IdleAsync();
        return host;
    }

    private async Task<EngineHost> HostAsync(Folder place, ScriptedBot? bot = null, ScriptedSteps? with = null, DateTimeOffset? at = null)
    {
        var host = await EngineHost.StartAsync(place.Path, channel, bot ?? new ScriptedBot { Turn = TalkOrStart }, new FakeTimeProvider(at ?? Start), services =>
        {
            services.AddSingleton<IFlow>(flow);
            services.AddSingleton<ISteps>(with ?? steps);
        });
        hosts.Add(host);
        return host;
    }

    private static Task TalkOrStart(TurnContext turn, CancellationToken token)
    {
        turn.Owe(turn.Activity.Text is "start"
            ? new Effect.Start("op", "work", ScriptedSteps.Nothing)
            : new Effect.Send(turn.TurnId, ScriptedBot.Text($"heard {turn.Activity.Text}")));
        return Task.CompletedTask;
    }
}
