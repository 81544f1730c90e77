using CredBot.Engine;
using CredBot.Engine.Contracts;
using CredBot.Engine.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CredBot.Tests.Engine.Hosting;

public sealed class AddEngineTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private LoopbackChannel channel = null!;

    public async ValueTask InitializeAsync() => channel = await LoopbackChannel.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Postgres_Stops_The_Start_With_The_Setting_To_Change()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings: [("Storage:Provider", "Postgres")]));

        Assert.Equal("Storage:Provider is Postgres, which this version does not have. Remove Storage__Provider, or set it to Sqlite.", refused.Message);
    }

    [Fact]
    public async Task Several_Bots_Run_On_One_Machine()
    {
        using var other = new Folder();
        await using var first = await StartAsync();
        await using var second = await EngineHost.StartAsync(other.Path, channel, new ScriptedBot());

        await first.AcceptAsync(Says.Message(channel, "one"));
        await second.AcceptAsync(Says.Message(channel, "two"));
        await Task.WhenAll(first.IdleAsync(), second.IdleAsync());

        Assert.Equal(["heard one", "heard two"], channel.Texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_Second_Bot_On_The_Same_Folder_Does_Not_Start()
    {
        await using var first = await StartAsync();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync());

        Assert.Contains("in use by another process", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_Flows_Of_One_Name_Stop_The_Start()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static services => services
            .AddSingleton<IFlow>(new ScriptedFlow("same")).AddSingleton<IFlow>(new ScriptedFlow("same"))));

        Assert.Contains("Two flows are named same", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_That_Come_Twice_Stop_The_Start() => await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static services => services
        .AddSingleton<IFlow>(new ScriptedFlow()).AddSingleton<ISteps>(new ScriptedSteps()).AddSingleton<ISteps>(new ScriptedSteps())));

    [Fact]
    public async Task Steps_Without_A_Flow_Stop_The_Start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static services => services.AddSingleton<ISteps>(new ScriptedSteps("nobody"))));

    [Fact]
    public async Task It_Is_Healthy_While_The_Store_Takes_Writes()
    {
        await using var host = await StartAsync();
        var health = host.Services.GetRequiredService<EngineHealth>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext())).Status);

        using var database = new SqliteConnection($"Data Source={Path.Combine(folder.Path, SqliteStore.FileName)};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "create trigger full before update on probe begin select raise(abort, 'disk full'); end";
        command.ExecuteNonQuery();

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public async Task A_Stop_Lets_What_Is_Under_Way_Come_To_Its_End()
    {
        var gate = new TaskCompletionSource();
        var host = await EngineHost.StartAsync(folder.Path, channel, new ScriptedBot
        {
            Turn = async (turn, _) =>
            {
                await gate.Task;
                turn.Send(ScriptedBot.Text("last words"));
            },
        });
        await host.AcceptAsync(Says.Message(channel, "one"));

        var stop = host.StopAsync();
        gate.SetResult();
        await stop;

        Assert.Equal(["last words"], channel.Texts);
    }

    private Task<EngineHost> StartAsync(Action<IServiceCollection>? services = null, (string, string)[]? settings = null) =>
        EngineHost.StartAsync(folder.Path, channel, new ScriptedBot(), services: services, settings: settings);
}
