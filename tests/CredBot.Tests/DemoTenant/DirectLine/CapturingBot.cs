using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CredBot.Bot.Connector;
using CredBot.Bot.Limits;
using CredBot.Bot.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredBot.Tests.DemoTenant.DirectLine;

/// <summary>A bot that writes down what the channel brings, after the product's own check of the channel's token.</summary>
public sealed class CapturingBot(TimeProvider time) : IAsyncDisposable
{
    private readonly Channel<JsonElement> arrived = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private readonly Socket held = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private int port;
    private WebApplication? app;

    /// <summary>Where the bot is, or will be: the port is held, and refuses callers, until the bot starts.</summary>
    public string Url => $"http://127.0.0.1:{port}";

    /// <summary>What the product's validator said of every request.</summary>
    public ConcurrentQueue<TokenVerdict> Verdicts { get; } = new();

    /// <summary>Headers of the last request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Takes a port that nobody else gets.</summary>
    public void Hold()
    {
        held.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        port = ((IPEndPoint)held.LocalEndPoint!).Port;
    }

    public async Task StartAsync(string tenantUrl)
    {
        held.Dispose();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(Url);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = "11111111-1111-4111-8111-111111111111",
            ["Bot:TenantId"] = "22222222-2222-4222-8222-222222222222",
            ["Bot:Cloud"] = "Custom",
            ["Bot:Issuer"] = "https://api.botframework.com",
            ["Bot:OpenIdMetadataUrl"] = $"{tenantUrl}/demo/entra/botframework/v1/.well-known/openidconfiguration",
            ["Bot:TokenServiceUrl"] = $"{tenantUrl}/demo/botservice",
            ["Bot:LoginUrl"] = $"{tenantUrl}/demo/entra",
            ["Bot:TrustedServiceHosts:0"] = "127.0.0.1",
            ["Bot:Credential"] = "Secret",
            ["Bot:ClientSecret"] = "demo",
        });
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IActivityInbox, NoInbox>();
        builder.Services.AddBot();
        builder.Services.AddSingleton(new TooFastWords(static (_, wait) => $"wait {wait}"));
        app = builder.Build();
        app.MapPost("/api/messages", TakeAsync);
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (app is { } running)
        {
            app = null;
            await running.StopAsync();
            await running.DisposeAsync();
        }
    }

    /// <summary>The product's own clients, as this bot would use them.</summary>
    public T Client<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    /// <summary>Answers the next request this way; without one, 202.</summary>
    public void Answer(Func<HttpContext, Task> answer) => answers.Enqueue(answer);

    public void Answer(int status, string? body = null) => Answer(async context =>
    {
        context.Response.StatusCode = status;
        if (body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
        }
    });

    /// <summary>The next activity, as it came.</summary>
    /// <exception cref="TimeoutException">None came in half a minute, which no test counts on.</exception>
    public async Task<JsonElement> NextAsync() =>
        await arrived.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>The next activity of this type.</summary>
    public async Task<JsonElement> NextAsync(string type)
    {
        while (true)
        {
            var activity = await NextAsync();
            if (activity.GetProperty("type").GetString() == type)
            {
                return activity;
            }
        }
    }

    /// <summary>What has arrived and not been looked at.</summary>
    public IReadOnlyList<JsonElement> Unread()
    {
        List<JsonElement> unread = [];
        while (arrived.Reader.TryRead(out var activity))
        {
            unread.Add(activity);
        }

        return unread;
    }

    public async ValueTask DisposeAsync()
    {
        held.Dispose();
        await StopAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var json = (await JsonNode.ParseAsync(context.Request.Body))!;
        var activity = json.Deserialize<Activity>(JsonSerializerOptions.Web)!;
        Headers = context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var verdict = await context.RequestServices.GetRequiredService<ChannelTokenValidator>()
            .ValidateAsync(context.Request.Headers.Authorization, activity, context.RequestAborted);
        Verdicts.Enqueue(verdict);
        await arrived.Writer.WriteAsync(JsonDocument.Parse(json.ToJsonString()).RootElement);
        if (verdict is TokenVerdict.Refused refused)
        {
            context.Response.StatusCode = refused.Status;
        }
        else if (answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private sealed class NoInbox : IActivityInbox
    {
        public Task AcceptAsync(Activity activity, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<InvokeResponse?> InvokeAsync(Activity activity, CancellationToken cancellationToken) => Task.FromResult<InvokeResponse?>(null);
    }
}
