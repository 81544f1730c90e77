using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Operations;

/// <summary>A host with one scripted flow, and the ways in which these tests talk to it.</summary>
public abstract class OperationTest : IAsyncLifetime
{
    private protected readonly Folder folder = new();
    private protected readonly ScriptedBot bot = new();
    private protected readonly ScriptedFlow flow = new();
    private protected readonly ScriptedSteps steps = new();
    private protected LoopbackChannel channel = null!;
    private protected EngineHost host = null!;

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
        GC.SuppressFinalize(this);
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    private protected static AuditEntry Line(string key) => new() { Key = key, Tenant = Says.Tenant, At = default, Actor = "kim", Action = "did" };

    private protected static Effect.Start Start() => new("op", "work", ScriptedSteps.Nothing);

    private protected static Effect.Signal Signal(string id, string verb) => new("op", id, verb, "kim");

    /// <summary>A flow that waits and writes down every verb.</summary>
    private protected void Listen()
    {
        flow.OnBegin = static _ => new(new("waiting", []));
        flow.OnNext = static (document, happened, _) => happened is Happening.Signalled said ? new(ScriptedFlow.Goes(document, said.Verb)) : null;
    }

    private protected async Task OweAsync(params Effect[] effects)
    {
        await SayAsync(effects);
        await host.IdleAsync();
    }

    private protected Task SayAsync(params Effect[] effects)
    {
        bot.Turn = (turn, _) =>
        {
            Array.ForEach(effects, turn.Owe);
            return Task.CompletedTask;
        };
        return host.AcceptAsync(Says.Message(channel, "go"));
    }

    private protected Task<ScriptedDocument> StateAsync(string id = "op") => host.OperationAsync(id);
}
