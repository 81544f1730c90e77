using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Hosting;

/// <summary>What is read of operations without waking them.</summary>
public sealed class StoredOperationsTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private readonly ScriptedFlow flow = new() { OnBegin = static _ => new(new("waiting", [])) };
    private readonly ScriptedFlow other = new("other") { OnBegin = static _ => new(new("other", [])) };
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    private IOperations Operations => host.Services.GetRequiredService<IOperations>();

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot, services: services => services.AddSingleton<IFlow>(flow).AddSingleton<IFlow>(other));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_List_Of_Operations_Follows()
    {
        await StartAsync("op");

        var row = Assert.Single(await host.Store.OperationsAsync(Says.Tenant, host.Time.GetUtcNow(), default));
        Assert.Equal(("op", "work", "waiting"), (row.Id, row.Flow, row.State));
    }

    [Fact]
    public async Task What_Was_Never_Started_Has_No_Document_And_No_Neighbours()
    {
        await StartAsync("op");

        Assert.Null(await Operations.ReadAsync("nobody", default));
        Assert.Empty(await Operations.ReadNeighboursAsync("nobody", default, default));
    }

    [Fact]
    public async Task The_Neighbours_Are_The_Other_Operations_Of_Flow_And_Tenant_Whatever_Conversation_Began_Them()
    {
        await StartAsync("op");
        await StartAsync("next", conversation: "c2");
        await StartAsync("strange", flow: "other");
        await WriteAsync("far", "another-tenant|msteams|c1");

        Assert.Equal(["waiting"], await NeighboursAsync("op", host.Time.GetUtcNow()));
        Assert.Empty(await NeighboursAsync("strange", host.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_Neighbour_Counts_From_Its_Last_Move_On()
    {
        await StartAsync("op");
        await StartAsync("next", conversation: "c2");
        var moved = host.Time.GetUtcNow();
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Single(await NeighboursAsync("op", moved));
        Assert.Empty(await NeighboursAsync("op", moved.AddMilliseconds(1)));
    }

    private async Task<IReadOnlyList<string>> NeighboursAsync(string operation, DateTimeOffset since) =>
        [.. (await Operations.ReadNeighboursAsync(operation, since, default)).Select(static json => json.Deserialize(ScriptedJson.Default.ScriptedDocument)!.State)];

    private async Task StartAsync(string operation, string flow = "work", string conversation = "c1")
    {
        bot.Turn = (turn, _) =>
        {
            turn.Owe(new Effect.Start(operation, flow, ScriptedSteps.Nothing));
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go", conversation: conversation));
        await host.IdleAsync();
    }

    /// <summary>An operation of a tenant that this host would not hear.</summary>
    private async Task WriteAsync(string id, string origin)
    {
        var document = new OperationDocument
        {
            Flow = "work", Origin = origin, Updated = host.Time.GetUtcNow(), Version = 1,
            Document = JsonSerializer.SerializeToElement(new ScriptedDocument("far", []), ScriptedJson.Default.ScriptedDocument),
        };
        await host.Store.WriteAsync(
            new DocumentWrite(Operation.Type, id, JsonSerializer.Serialize(document, EngineJson.Wire.OperationDocument), 0, document.Row(id)), default);
    }
}
