using System.Globalization;
using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Engine;

/// <summary>A host with the engine, a scripted bot and a clock that stands still until it is told.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private bool stopped;

    private EngineHost(WebApplication app, LoopbackChannel channel, FakeTimeProvider time, LogBook log) =>
        (this.app, Channel, Time, Log) = (app, channel, time, log);

    public FakeTimeProvider Time { get; }
    public LoopbackChannel Channel { get; }
    public LogBook Log { get; }
    public IServiceProvider Services => app.Services;
    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();
    public IStore Store => app.Services.GetRequiredService<IStore>();

    public static async Task<EngineHost> StartAsync(string folder, LoopbackChannel channel, ScriptedBot bot, FakeTimeProvider? time = null, Action<IServiceCollection>? services = null, (string Key, string Value)[]? settings = null)
    {
        time ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var log = new LogBook();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = folder,
            ["Bot:AppId"] = "11111111-1111-4111-8111-111111111111",
            ["Bot:TenantId"] = Says.Tenant,
            ["Bot:Cloud"] = "Custom",
            ["Bot:Credential"] = "Secret",
            ["Bot:ClientSecret"] = "s",
            ["Bot:Issuer"] = channel.Url,
            ["Bot:OpenIdMetadataUrl"] = channel.Url,
            ["Bot:TokenServiceUrl"] = channel.Url,
            ["Bot:LoginUrl"] = channel.Url,
            ["Bot:TrustedServiceHosts:0"] = "127.0.0.1",
        });
        builder.Configuration.AddInMemoryCollection((settings ?? []).Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddBot();
        builder.Services.AddSingleton<IBot>(bot);
        builder.AddEngine();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new EngineHost(app, channel, time, log);
    }

    public Task AcceptAsync(Activity activity) => Services.GetRequiredService<IActivityInbox>().AcceptAsync(activity, CancellationToken.None);

    public Task<InvokeResponse?> InvokeAsync(Activity activity) => Services.GetRequiredService<IActivityInbox>().InvokeAsync(activity, CancellationToken.None);

    /// <summary>Waits until nothing is left to do now.</summary>
    public Task IdleAsync() => Services.GetRequiredService<EngineQuiescence>().WhenIdleAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await IdleAsync();
    }

    /// <summary>The conversation as the store holds it.</summary>
    public async Task<ConversationDocument> ConversationAsync(string conversation = "c1") => DocumentStorage.Read<ConversationDocument>(
        (await Store.ReadAsync(Conversation.Type, Says.Key(conversation), CancellationToken.None))!.Json, conversation);

    /// <summary>The operation's own document as the store holds it.</summary>
    public async Task<ScriptedDocument> OperationAsync(string id = "op") =>
        (await Services.GetRequiredService<IOperations>().ReadAsync(id, CancellationToken.None))!.Value.Deserialize(ScriptedJson.Default.ScriptedDocument)!;

    public async Task StopAsync()
    {
        if (!stopped)
        {
            stopped = true;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}

/// <summary>Activities as they come in.</summary>
internal static class Says
{
    public const string Tenant = "22222222-2222-4222-8222-222222222222";

    private static int count;

    public static Activity Message(LoopbackChannel channel, string text, string? id = "", string conversation = "c1") => new()
    {
        Type = ActivityTypes.Message,
        Id = id is "" ? string.Create(CultureInfo.InvariantCulture, $"auto-{Interlocked.Increment(ref count)}") : id,
        ChannelId = "msteams",
        ServiceUrl = channel.Url,
        Text = text,
        From = new ChannelAccount { Id = "29:kim", AadObjectId = "kim" },
        Recipient = new ChannelAccount { Id = "28:bot" },
        Conversation = new ConversationAccount { Id = conversation, TenantId = Tenant, ConversationType = "personal" },
    };

    public static Activity Invoke(LoopbackChannel channel, string name, string? id = "", string conversation = "c1") =>
        Message(channel, "", id, conversation) with { Type = ActivityTypes.Invoke, Name = name, Text = null };

    public static string Key(string conversation = "c1") => $"{Tenant}|msteams|{conversation}";
}

/// <summary>A bot that does what the test says.</summary>
internal sealed class ScriptedBot : IBot
{
    public Func<TurnContext, CancellationToken, Task> Turn { get; set; } = static (turn, _) =>
    {
        turn.Send(new Activity { Type = ActivityTypes.Message, Text = $"heard {turn.Activity.Text}" });
        return Task.CompletedTask;
    };

    /// <summary>What the bot does not hear.</summary>
    public Func<Activity, bool> Deaf { get; set; } = static _ => false;

    public static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };

    public bool Hears(Activity activity) => !Deaf(activity);

    public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) => Turn(turn, cancellationToken);

    public Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken)
    {
        turn.Send(Text($"sorry {reference}"));
        return Task.CompletedTask;
    }
}

/// <summary>Keeps what was logged.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Pen(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (book.lines)
            {
                book.lines.Add($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : Environment.NewLine + exception)}");
            }
        }
    }
}

/// <summary>A folder of its own, gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("credbot-engine-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>What a power cut at this moment would leave: the files as they are, without the lock.</summary>
    public Folder Image()
    {
        var image = new Folder();
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            if (file.EndsWith(".lock", StringComparison.Ordinal))
            {
                continue;
            }

            var target = System.IO.Path.Combine(image.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(target);
            from.CopyTo(to);
        }

        return image;
    }
}
