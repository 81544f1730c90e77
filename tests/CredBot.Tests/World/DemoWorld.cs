using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Bot.Connector;
using CredBot.Demo;
using CredBot.DemoTenant;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using CredBot.Engine;
using CredBot.Graph;
using CredBot.Tests.Host;
using CredBot.Tests.World.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.World;

/// <summary>A tenant and a bot, each a server on loopback, with one clock; the bot runs as in production and can be restarted while the tenant stays.</summary>
public sealed partial class DemoWorld : IAsyncDisposable
{
    private readonly WebApplication tenant;
    private readonly string tenantUrl;
    private readonly string botUrl;
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("credbot-test-");
    private readonly Dictionary<string, Person> people = [];
    private IReadOnlyList<string> more = [];
    private WebApplication? bot;

    private readonly Action<IServiceCollection>? adjust;

    private DemoWorld(
        WebApplication tenant, string tenantUrl, string botUrl, FakeTimeProvider time, CardWatch cards, Action<IServiceCollection>? adjust)
    {
        this.adjust = adjust;
        this.tenant = tenant;
        this.tenantUrl = tenantUrl;
        this.botUrl = botUrl;
        Time = time;
        Cards = cards;
        Http = new HttpClient { BaseAddress = new Uri(tenantUrl) };
        Bot = new HttpClient(cards.Answers(new SocketsHttpHandler())) { BaseAddress = new Uri(botUrl) };
    }

    public FakeTimeProvider Time { get; }

    /// <summary>Speaks to the tenant.</summary>
    public HttpClient Http { get; }

    /// <summary>Speaks to the bot.</summary>
    public HttpClient Bot { get; }

    /// <summary>Every line either server logged.</summary>
    public LogLines Logs { get; } = new();

    /// <summary>Every card that the bot produced; a bad one fails the test.</summary>
    public CardWatch Cards { get; }

    /// <summary>Every call of the bot to the connector, in order.</summary>
    public SentCalls Sent { get; } = new();

    /// <summary>What the bot asks of Graph.</summary>
    public GraphReads Reads { get; } = new();

    /// <summary>Object id of somebody of the demo tenant, the same at every start.</summary>
    public static string IdOf(string person) => Ids.Value[person];

    private static readonly Lazy<Dictionary<string, string>> Ids = new(static () =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "seeds", "tenant.json"))).RootElement.GetProperty("people").EnumerateArray()
            .ToDictionary(static one => one.GetProperty("id").GetString()!, static one => one.GetProperty("objectId").GetString()!));

    /// <summary>Folder of the bot's store.</summary>
    public string Store => store.FullName;

    /// <param name="settings">More settings of the bot, as its command line takes them.</param>
    public static Task<DemoWorld> StartAsync(params string[] settings) => StartAsync(null, settings);

    /// <param name="adjust">Last word on the bot's services, at each start; null for none.</param>
    /// <param name="settings">More settings of the bot, as its command line takes them.</param>
    public static async Task<DemoWorld> StartAsync(Action<IServiceCollection>? adjust, params string[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var (tenantUrl, botUrl) = (FreePort.Url(), FreePort.Url());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = DemoSettings.Environment });
        builder.WebHost.UseUrls(tenantUrl);
        builder.Configuration["urls"] = tenantUrl;
        builder.Configuration["Demo:BotUrl"] = botUrl;
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(DemoKeys.OfOneWorld());
        builder.Services.AddDemoTenant();
        var cards = new CardWatch();
        builder.Services.AddHttpClient(BotLine.Client).AddHttpMessageHandler(() => cards.Answers());
        builder.Logging.ClearProviders();
        var tenant = builder.Build();
        tenant.Use(cards.WatchAsync);
        tenant.UseWebSockets();
        tenant.MapDemoTenant();
        await tenant.StartAsync();
        var world = new DemoWorld(tenant, tenantUrl, botUrl, time, cards, adjust) { more = settings };
        await world.StartBotAsync();
        return world;
    }

    public Person Person(string id) => people.TryGetValue(id, out var person) ? person : people[id] = new Person(this, id);

    public async Task StartBotAsync()
    {
        bot = CredBotHost.Build(["--urls", botUrl, "--environment", "Production", .. Settings()], services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(Logs);
            services.AddHttpClient(ConnectorClient.Client).AddHttpMessageHandler(Sent.Recorder);
            services.AddHttpClient(GraphClient.HttpClientName).AddHttpMessageHandler(Reads.Recorder);
            adjust?.Invoke(services);
        });
        await bot.StartAsync();
    }

    /// <summary>The bot goes away and comes back with the same store.</summary>
    public async Task RestartBotAsync()
    {
        await StopBotAsync();
        await StartBotAsync();
    }

    public async Task StopBotAsync()
    {
        if (bot is { } running)
        {
            bot = null;
            await running.StopAsync();
            await running.DisposeAsync();
        }
    }

    /// <summary>Waits until nothing is left to do now; what the bot only holds back so as not to be throttled is let out in its own time.</summary>
    public async Task DrainAsync()
    {
        await SettleAsync();
        while (bot?.Services.GetRequiredService<SendLimits>().FirstPromise is { } promise && promise > Time.GetUtcNow())
        {
            Time.Advance(promise - Time.GetUtcNow());
            await SettleAsync();
        }
    }

    private async Task SettleAsync()
    {
        var channel = tenant.Services.GetRequiredService<DemoTenantQuiescence>();
        do
        {
            // What the channel has brought is the bot's before the channel calls it delivered, so one look at each is enough, in this order.
            await channel.WhenIdleAsync(TestContext.Current.CancellationToken);
            if (bot is { } running)
            {
                await running.Services.GetRequiredService<EngineQuiescence>().WhenIdleAsync(TestContext.Current.CancellationToken);
            }
        }
        while (!channel.WhenIdleAsync(TestContext.Current.CancellationToken).IsCompleted);
        Cards.AssertGood();
    }

    /// <summary>Moves the clock in small steps, draining after each.</summary>
    public async Task PassAsync(TimeSpan span, TimeSpan? step = null)
    {
        var by = step ?? TimeSpan.FromSeconds(1);
        for (var passed = TimeSpan.Zero; passed < span; passed += by)
        {
            Time.Advance(by);
            await DrainAsync();
        }
    }

    /// <summary>An activity as Teams would bring it, said by one person in another's chat with the bot.</summary>
    public JsonObject Dress(string speaker, string chatOf, JsonObject posted, string locale = "en-US")
    {
        var (services, directory) = (tenant.Services, tenant.Services.GetRequiredService<DemoDirectory>());
        var chat = services.GetRequiredService<Chats>().Personal(directory.Find(chatOf)!);
        var dressed = services.GetRequiredService<TeamsActivities>().From(
            posted, services.GetRequiredService<Chats>().NewId(), chat, directory.Find(speaker)!, new ClientLocale(locale, "Asia/Seoul"));
        return JsonNode.Parse(dressed.GetRawText())!.AsObject();
    }

    /// <summary>Posts a body to the bot with the channel's own token.</summary>
    public Task<(int Status, string Body)> DeliverAsync(string body) => DeliverAsync(Encoding.UTF8.GetBytes(body));

    /// <summary>Posts a body to the bot with the channel's own token, or with another header.</summary>
    public async Task<(int Status, string Body)> DeliverAsync(byte[] body, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? $"Bearer {ChannelToken()}");
        using var response = await Bot.SendAsync(request);
        var answer = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        await DrainAsync();
        return answer;
    }

    /// <summary>The token service forgets a person, whatever the bot believes.</summary>
    public void ForgetSignIn(string person)
    {
        var (services, directory) = (tenant.Services, tenant.Services.GetRequiredService<DemoDirectory>());
        services.GetRequiredService<UserTokenStore>().SignOut(services.GetRequiredService<TeamsAccounts>().UserId(directory.Find(person)!), null, null);
    }

    /// <summary>A part of the running bot.</summary>
    internal T Part<T>() where T : notnull => bot!.Services.GetRequiredService<T>();

    /// <summary>A token as the channel shows it to the bot.</summary>
    public string ChannelToken() =>
        tenant.Services.GetRequiredService<DemoTokens>().ForChannel(tenant.Services.GetRequiredService<DemoAddress>().ServiceUrl);

    /// <summary>The public half of the key that the channel signs with.</summary>
    public byte[] ChannelModulus => tenant.Services.GetRequiredService<DemoTokens>().ChannelKeys.Keys[^1].Rsa.ExportParameters(includePrivateParameters: false).Modulus!;

    public async Task FaultAsync(object fault) => (await Http.PostAsJsonAsync("/demo/faults", fault)).EnsureSuccessStatusCode();

    /// <summary>Changes what is true of the whole tenant; what is left out is as at the start.</summary>
    public async Task ConditionsAsync(object conditions) => (await Http.PutAsJsonAsync("/demo/conditions", conditions)).EnsureSuccessStatusCode();

    /// <summary>Does something while one read of Graph does not come back, and lets the clock run on only once nothing else is under way.</summary>
    public async Task OutlastAsync(string path, Task act)
    {
        await Task.WhenAny(act, Reads.OnlyAsync(path));
        Time.Advance(TimeSpan.FromSeconds(7));
        await act;
    }

    public async Task ClearFaultsAsync() => (await Http.DeleteAsync("/demo/faults")).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await tenant.StopAsync();
        await tenant.DisposeAsync();
        Http.Dispose();
        Bot.Dispose();
        store.Delete(recursive: true);
        Cards.AssertGood();
    }

    private IEnumerable<string> Settings() =>
    [
        $"--Bot:AppId={DemoSettings.AppId}",
        $"--Bot:TenantId={DemoSettings.TenantId}",
        "--Bot:Cloud=Custom",
        "--Bot:Issuer=https://api.botframework.com",
        $"--Bot:OpenIdMetadataUrl={tenantUrl}/demo/entra/botframework/v1/.well-known/openidconfiguration",
        $"--Bot:TokenServiceUrl={tenantUrl}/demo/botservice",
        $"--Bot:LoginUrl={tenantUrl}/demo/entra",
        "--Bot:TrustedServiceHosts:0=127.0.0.1",
        $"--Bot:DefaultServiceUrl={tenantUrl}/demo/botservice/",
        "--Bot:Credential=Secret",
        "--Bot:ClientSecret=demo",
        $"--Graph:BaseUrl={tenantUrl}/demo/graph/v1.0",
        $"--Storage:Path={store.FullName}",
        .. more,
    ];
}
