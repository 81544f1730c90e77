using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Core.Internal;

namespace CredBot.Tests.Engine;

/// <summary>What Orleans has been seen to do, and how it is met.</summary>
public sealed class PitfallTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private readonly ScriptedFlow flow = new();
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot, services: services =>
        {
            services.AddSingleton<IFlow>(flow);
            services.AddSingleton<ISteps>(new ScriptedSteps());
        });
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void Storage_And_Reminders_Are_Ours_And_Stand_On_One_Store()
    {
        // The packages bring no SQLite reminders, and their storage opens many connections that wait for each other.
        Assert.IsType<DocumentStorage>(host.Services.GetRequiredKeyedService<Orleans.Storage.IGrainStorage>("Default"));
        Assert.IsType<ReminderTable>(host.Services.GetRequiredService<IReminderTable>());
    }

    [Fact]
    public async Task A_Conversation_Reads_What_It_Wrote_When_It_Is_Activated_Again()
    {
        // The default serialiser writes our types and refuses them on read; nobody notices before a grain comes back.
        await SayAsync(new Effect.Send("card", ScriptedBot.Text("비밀번호")));
        await DeactivateAsync(host.Grains.GetGrain<IConversation>(Says.Key()));

        await SayAsync(new Effect.Update("card", ScriptedBot.Text("second")));

        Assert.Equal(("PUT", "m1"), (channel.Taken.Last().Method, channel.Taken.Last().Id));
        Assert.Equal(2, (await host.ConversationAsync()).Turns);
    }

    [Fact]
    public async Task An_Operation_Reads_What_It_Wrote_When_It_Is_Activated_Again()
    {
        flow.OnBegin = static now => new(new("기다림", []), WakeAt: now.AddMinutes(30));
        flow.OnNext = static (document, happened, _) => happened is Happening.Due ? ScriptedFlow.Ends(document, document.State) : null;
        await SayAsync(new Effect.Start("op", "work", ScriptedSteps.Nothing));
        await DeactivateAsync(host.Grains.GetGrain<IOperation>("op"));
        await host.Grains.GetGrain<IOperation>("op").Wake();

        await host.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(["기다림"], channel.Texts);
    }

    [Fact]
    public async Task A_Reminders_Period_Is_The_Retry_Interval()
    {
        // Missed ticks are skipped: a period of a year would be a year's delay after a crash.
        channel.Refuse = static _ => new ChannelRefusal(503, 3_600);
        await SayAsync(new Effect.Send("k", ScriptedBot.Text("x")));

        var row = Assert.Single(await host.Store.RemindersAsync($"conversation/{Says.Key()}", default));
        Assert.Equal((Alarm.Name, TimeSpan.FromMinutes(1)), (row.Name, row.Period));
    }

    [Fact]
    public async Task A_Conversation_That_Owes_Nothing_Lets_Its_Reminder_Go_And_Takes_It_Again()
    {
        var conversation = host.Grains.GetGrain<IConversation>(Says.Key());
        await SayAsync();
        Assert.Single(await host.Store.RemindersAsync(0, 0, default));

        await conversation.ReceiveReminder(Alarm.Name, default);
        Assert.Empty(await host.Store.RemindersAsync(0, 0, default));

        await SayAsync();
        Assert.Single(await host.Store.RemindersAsync(0, 0, default));
    }

    [Fact]
    public void An_Idle_Grain_Leaves_Memory_After_Five_Minutes() =>
        Assert.Equal(TimeSpan.FromMinutes(5), host.Services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value.CollectionAge);

    [Fact]
    public void Orleans_Keeps_Its_Own_Clock_Beside_A_Clock_That_Stands_Still()
    {
        Assert.Same(TimeProvider.System, host.Services.GetRequiredKeyedService<TimeProvider>(Orleans.Runtime.TimeProviderNames.Grains));
        Assert.Same(host.Time, host.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task A_Failed_Write_Drops_The_Grain_And_What_It_Believed()
    {
        await SayAsync(new Effect.Send("k1", ScriptedBot.Text("one")));
        var store = host.Store;
        bot.Turn = async (turn, _) =>
        {
            // The turn's own write will fail: somebody else writes in between, each time.
            var stored = (await store.ReadAsync(Conversation.Type, Says.Key(), default))!;
            var other = DocumentStorage.Read<ConversationDocument>(stored.Json, "It");
            other = other with { Turns = other.Turns + 1 };
            await store.WriteAsync(new DocumentWrite(Conversation.Type, Says.Key(), System.Text.Json.JsonSerializer.Serialize(other, EngineJson.Wire.ConversationDocument), stored.Version), default);
            turn.Send(ScriptedBot.Text("never"));
        };
        await host.AcceptAsync(Says.Message(channel, "two", "a2"));
        await host.IdleAsync();
        Assert.Equal(["one"], channel.Texts);

        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("two"));
            return Task.CompletedTask;
        };
        // The reminder comes until somebody has taken the work up: a tick may still reach the grain that is about to go.
        for (var tick = 0; tick < 10 && channel.Texts.Count() < 2; tick++)
        {
            await host.Grains.GetGrain<IConversation>(Says.Key()).ReceiveReminder(Alarm.Name, default);
            await host.IdleAsync();
        }

        Assert.Equal(["one", "two"], channel.Texts);
    }

    private async Task DeactivateAsync(IAddressable grain)
    {
        await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        await host.IdleAsync();
    }

    private async Task SayAsync(params Effect[] effects)
    {
        bot.Turn = (turn, _) =>
        {
            Array.ForEach(effects, turn.Owe);
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go"));
        await host.IdleAsync();
    }
}
