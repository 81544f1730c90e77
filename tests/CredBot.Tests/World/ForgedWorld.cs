using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Engine;
using CredBot.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.World;

/// <summary>The product's host between a channel whose keys the test holds and a bot that only counts: for whatever may come in by the front door.</summary>
internal sealed class ForgedWorld : IAsyncDisposable
{
    public const string AppId = "33333333-3333-4333-8333-333333333333";
    public const string Tenant = "44444444-4444-4444-8444-444444444444";
    public const string Issuer = "https://api.botframework.com";

    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("credbot-test-");
    private WebApplication app = null!;
    private int numbers;
    private int turns;

    private ForgedWorld(ForgedIssuer channel, BotCloud cloud)
    {
        Channel = channel;
        ServiceUrl = cloud is BotCloud.Custom ? channel.Url : "https://smba.trafficmanager.net/kr/";
        Channel.Keys = [Key];
        Forge = new TokenForge(Key, Issuer, AppId, ServiceUrl, Time);
        Bot.Turn = static (_, _) => Task.CompletedTask;
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public ForgedIssuer Channel { get; }

    /// <summary>The channel's key; it speaks for Teams.</summary>
    public ForgedKey Key { get; } = new("channel-key", "msteams");

    public TokenForge Forge { get; }

    public ScriptedBot Bot { get; } = new();

    /// <summary>Turns that were begun.</summary>
    public int Turns => turns;

    public LogLines Logs { get; } = new();

    public string ServiceUrl { get; }

    /// <summary>Where connections seem to come from; null for where they do.</summary>
    public IPAddress? ConnectedFrom { get; set; }

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    /// <param name="cloud">Custom has every address on loopback; Public has the addresses that are constants, the metadata's host led to loopback.</param>
    /// <param name="environment">Of the host.</param>
    /// <param name="settings">On the command line, beside those that every bot needs.</param>
    public static async Task<ForgedWorld> StartAsync(BotCloud cloud = BotCloud.Custom, string environment = "Production", params string[] settings)
    {
        var world = new ForgedWorld(await ForgedIssuer.StartAsync(), cloud);
        string[] addresses = cloud is BotCloud.Custom
            ?
            [
                $"--Bot:Issuer={Issuer}", $"--Bot:OpenIdMetadataUrl={world.Channel.Url}/v1/.well-known/openidconfiguration",
                $"--Bot:TokenServiceUrl={world.Channel.Url}", $"--Bot:LoginUrl={world.Channel.Url}", "--Bot:TrustedServiceHosts:0=127.0.0.1",
                $"--Graph:BaseUrl={world.Channel.Url}/v1.0",
            ]
            : [];
        string[] all =
        [
            "--urls", "http://127.0.0.1:0", "--environment", environment, $"--Bot:Cloud={cloud}", $"--Bot:AppId={AppId}", $"--Bot:TenantId={Tenant}",
            "--Bot:Credential=Secret", "--Bot:ClientSecret=s", $"--Storage:Path={world.store.FullName}", .. addresses, .. settings,
        ];
        world.app = CredBotHost.Build(all, world.Adjust);
        await world.app.StartAsync();
        world.Http = new HttpClient { BaseAddress = new Uri(world.app.Urls.First()) };
        return world;
    }

    /// <summary>Every mapped route that a POST can reach.</summary>
    public IReadOnlyList<string> PostRoutes() =>
        [.. app.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("POST"))
            .Select(static endpoint => endpoint.RoutePattern.RawText!)
            .Distinct()];

    /// <summary>A message as Teams would bring it.</summary>
    public JsonObject Message(string text = "hello", string? id = null, string person = "kim") => new()
    {
        ["type"] = "message",
        ["id"] = id ?? $"f:{Interlocked.Increment(ref numbers)}",
        ["serviceUrl"] = ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = $"29:{person}", ["aadObjectId"] = person },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{person}", ["tenantId"] = Tenant, ["conversationType"] = "personal" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["text"] = text,
    };

    /// <summary>Posts and waits for the answer alone.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="authorization">The header as it stands; null for none.</param>
    /// <param name="path">The route.</param>
    /// <param name="headers">More headers.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpContent body, string? authorization, string path = "/api/messages", (string Name, string Value)[]? headers = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        body.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Http.SendAsync(request, cancellationToken);
    }

    /// <summary>Posts, and waits until nothing is left to do.</summary>
    public async Task<int> PostAsync(string body, string? authorization, string path = "/api/messages", (string Name, string Value)[]? headers = null)
    {
        using var answer = await SendAsync(new StringContent(body, Encoding.UTF8, "application/json"), authorization, path, headers);
        await IdleAsync();
        return (int)answer.StatusCode;
    }

    /// <summary>Posts an activity with a good token, or with that of the test.</summary>
    public Task<int> PostAsync(JsonObject activity, string? token = null) => PostAsync(activity.ToJsonString(), $"Bearer {token ?? Forge.Token()}");

    /// <summary>Refused: the status, no handler run, no call made.</summary>
    public async Task RefusesAsync(int status, string body, string? authorization, (string Name, string Value)[]? headers = null)
    {
        var before = (turns, Channel.Calls.Count);

        var got = await PostAsync(body, authorization, headers: headers);
        Assert.True(status == got, $"{got} and not {status}: {string.Join(Environment.NewLine, Logs.All.TakeLast(12))}");
        Assert.Equal(before, (turns, Channel.Calls.Count));
    }

    public Task RefusesAsync(int status, JsonObject activity, string? token = null) =>
        RefusesAsync(status, activity.ToJsonString(), $"Bearer {token ?? Forge.Token()}");

    /// <summary>Acknowledged, and the bot has heard it.</summary>
    public async Task HearsAsync(JsonObject activity, string? token = null)
    {
        var before = turns;

        Assert.Equal(202, await PostAsync(activity, token));
        Assert.Equal(before + 1, turns);
    }

    /// <summary>Waits until nothing is left to do now.</summary>
    public Task IdleAsync() => app.Services.GetRequiredService<EngineQuiescence>().WhenIdleAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Channel.DisposeAsync();
        Key.Dispose();
        store.Delete(recursive: true);
    }

    private void Adjust(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Time);
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ILoggerProvider>(Logs);
        services.AddSingleton<IBot>(new CountingBot(this));
        services.AddSingleton<IStartupFilter>(new Whereabouts(this));
        services.PostConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = new ToLoopback(Channel.Url, builder.PrimaryHandler)));
    }

    private sealed class Whereabouts(ForgedWorld world) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = world.ConnectedFrom ?? context.Connection.RemoteIpAddress;
                return go(context);
            });
            next(builder);
        };
    }

    private sealed class CountingBot(ForgedWorld world) : IBot
    {
        public Activity TooLarge(ConversationRecord conversation) => world.Bot.TooLarge(conversation);

        public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref world.turns);
            return world.Bot.OnTurnAsync(turn, cancellationToken);
        }

        public Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken) =>
            world.Bot.OnTurnErrorAsync(turn, reference, cancellationToken);
    }

    /// <summary>Leads every call to loopback, whatever host it was meant for.</summary>
    private sealed class ToLoopback(string loopback, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(new Uri(loopback), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
