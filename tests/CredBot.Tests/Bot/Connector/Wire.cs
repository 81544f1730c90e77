using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Bot.Connector;

/// <summary>The bot's wire as in production, in the public cloud; every request is written down and answered as the test says, and none leaves.</summary>
internal sealed class Wire : IAsyncDisposable
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string Tenant = "22222222-2222-4222-8222-222222222222";

    private readonly ServiceProvider services;
    private int tokens;

    public Wire(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = AppId, ["Bot:TenantId"] = Tenant, ["Bot:Credential"] = "Secret", ["Bot:ClientSecret"] = "s",
        }).AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        // Azure.Identity reads the real clock for a token's end, so this one begins there.
        Time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(Time).AddBot();
        foreach (var client in (string[])[ConnectorClient.Client, BotTokenSource.Client])
        {
            collection.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new Handler(this, client));
        }

        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    /// <summary>What the connector was asked, in order.</summary>
    public ConcurrentQueue<WireCall> Calls { get; } = [];

    /// <summary>What was asked for tokens, in order, without the look for the authority's other names.</summary>
    public ConcurrentQueue<WireCall> TokenCalls { get; } = [];

    /// <summary>How the connector answers.</summary>
    public Func<WireCall, HttpResponseMessage> Answer { get; set; } = static _ => Reply(201, """{"id":"m1"}""");

    /// <summary>Awaited before a token is given.</summary>
    public Task TokenGate { get; set; } = Task.CompletedTask;

    public ConnectorClient Connector => services.GetRequiredService<ConnectorClient>();

    public BotTokenSource Tokens => services.GetRequiredService<BotTokenSource>();

    public SendLimits Limits => services.GetRequiredService<SendLimits>();

    public static Activity Message { get; } = new() { Type = ActivityTypes.Message, Text = "hello" };

    public static ConversationReference Chat(string id = "a:1", string serviceUrl = "https://smba.trafficmanager.net/kr/") => new()
    {
        ChannelId = "msteams",
        ServiceUrl = serviceUrl,
        TenantId = Tenant,
        Conversation = new ConversationAccount { Id = id },
        Bot = new ChannelAccount { Id = "28:bot" },
        User = new ChannelAccount { Id = "29:kim" },
    };

    public static HttpResponseMessage Reply(int status, string body, string type = "application/json")
    {
        var reply = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        reply.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return reply;
    }

    public Task<ConnectorResult> SendAsync(ConversationReference? to = null, Activity? activity = null) =>
        Connector.SendAsync(to ?? Chat(), activity ?? Message, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<HttpResponseMessage> TokenAsync(WireCall call)
    {
        if (call.Url.AbsolutePath.EndsWith("/discovery/instance", StringComparison.Ordinal))
        {
            return Reply(200, $$"""{"tenant_discovery_endpoint":"https://{{call.Url.Host}}/{{Tenant}}/v2.0/.well-known/openid-configuration","metadata":[]}""");
        }

        TokenCalls.Enqueue(call);
        await TokenGate;
        return Reply(200, $$"""{"token_type":"Bearer","expires_in":"3600","access_token":"t{{Interlocked.Increment(ref tokens)}}"}""");
    }

    private sealed class Handler(Wire wire, string client) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var call = new WireCall(request.Method.Method, request.RequestUri!, request.Headers.Authorization?.Parameter, body);
            if (client is BotTokenSource.Client)
            {
                return await wire.TokenAsync(call);
            }

            wire.Calls.Enqueue(call);
            return wire.Answer(call);
        }
    }
}

internal sealed record WireCall(string Method, Uri Url, string? Token, string Body);
