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
public abstract class CrashTest : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private protected readonly Folder folder = new();
    private protected readonly ScriptedFlow flow = new();
    private protected readonly ScriptedSteps steps = new();
    private protected readonly TaskCompletionSource gate = new();
    private protected readonly TaskCompletionSource reached = new();
    private readonly List<IAsyncDisposable> hosts = [];
    private readonly List<Folder> folders = [];
    private protected LoopbackChannel channel = null!;

    public async ValueTask InitializeAsync() => channel = await LoopbackChannel.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        gate.TrySetResult();
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await channel.DisposeAsync();
        folders.ForEach(static folder => folder.Dispose());
        folder.Dispose();
    }

    private protected ConversationDocument Owing(params Effect[] effects) => new ConversationDocument()
        .After(new TurnOutcome(new ConversationRecord { Reference = Says.Message(channel, "x").Reference }, effects, null), "a", null, Start);

    private protected static OperationDocument Waiting() => new()
    {
        Flow = "work", Origin = Says.Key(), Version = 1, Updated = Start,
        Document = JsonSerializer.SerializeToElement(new ScriptedDocument("calling", []), ScriptedJson.Default.ScriptedDocument),
    };

    /// <summary>Puts a document and its reminder into a folder on which nothing runs yet.</summary>
    private protected async Task WriteAsync<T>(string type, string id, T document)
    {
        using var store = new SqliteStore(folder.Path);
        await store.WriteAsync(new DocumentWrite(type, id, JsonSerializer.Serialize(document, EngineJson.Wire.GetTypeInfo(typeof(T))!), 0), default);
        await store.RemindAsync(new StoredReminder($"{type}/{id}", Alarm.Name, 7, Start.UtcDateTime, TimeSpan.FromMinutes(1)), default);
    }

    private protected static Task StartAsync(EngineHost host) => host.AcceptAsync(Says.Message(host.Channel, "start"));

    /// <summary>Starts again on what a power cut at this moment would leave, and waits until nothing is left to do.</summary>
    private protected async Task<EngineHost> CrashAsync(ScriptedBot? bot = null, ScriptedSteps? then = null, DateTimeOffset? at = null)
    {
        var image = folder.Image();
        folders.Add(image);
        var host = await HostAsync(image, bot, then, at);
        await host.IdleAsync();
        return host;
    }

    private protected async Task<EngineHost> HostAsync(Folder place, ScriptedBot? bot = null, ScriptedSteps? with = null, DateTimeOffset? at = null)
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
