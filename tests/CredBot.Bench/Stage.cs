using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CredBot.Demo;
using CredBot.DemoTenant;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredBot.Bench;

/// <summary>The demo tenant in this process and the product in one of its own, as in production.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>Settings for a bot that takes in more than people can type.</summary>
    public static readonly string[] Unlimited = ["--Limits:PersonPerTenSeconds=1000", "--Limits:PersonPerMinute=6000", "--Limits:TenantPerTenSeconds=1000000"];

    /// <summary>Settings for more resets of the same few people than a policy lets through; each is verified all the same.</summary>
    public static readonly string[] ManyResets =
    [
        "--Reset:CoolDown=00:00:00", "--Reset:AsksPerHour=100", "--Reset:AgentPerHour=100", "--Reset:AgentPerDay=500", "--Reset:TenantPerHour=1000",
        "--Reset:Levels:DirectoryRole=NumberMatch",
    ];

    private readonly WebApplication demo;

    private Stage(WebApplication demo, string tenantUrl, string botUrl, string store, IEnumerable<string> settings)
    {
        (this.demo, BotUrl, Store) = (demo, botUrl, store);
        Tenant = new HttpClient { BaseAddress = new Uri(tenantUrl) };
        Bot = new BotProcess(botUrl, [.. Settings(tenantUrl, store), .. settings]);
    }

    /// <summary>Speaks to the tenant.</summary>
    public HttpClient Tenant { get; }

    public BotProcess Bot { get; }

    public string BotUrl { get; }

    /// <summary>Folder of the bot's store.</summary>
    public string Store { get; }

    public DemoTokens Tokens => demo.Services.GetRequiredService<DemoTokens>();

    public T Service<T>() where T : notnull => demo.Services.GetRequiredService<T>();

    /// <param name="name">Goes into the name of the store's folder.</param>
    /// <param name="settings">More of the bot's settings, as on its command line.</param>
    public static Task<Stage> SetAsync(string name, params IReadOnlyList<string> settings) => SetAsync(name, static _ => { }, settings);

    /// <param name="name">Goes into the name of the store's folder.</param>
    /// <param name="watch">Stands before everything that the tenant answers.</param>
    /// <param name="settings">More of the bot's settings, as on its command line.</param>
    public static async Task<Stage> SetAsync(string name, Action<WebApplication> watch, params IReadOnlyList<string> settings)
    {
        var (tenantUrl, botUrl) = (FreeUrl(), FreeUrl());
        var store = Directory.CreateTempSubdirectory($"credbot-{name}-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = DemoSettings.Environment });
        builder.WebHost.UseUrls(tenantUrl);
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = tenantUrl;
        builder.Configuration["Demo:BotUrl"] = botUrl;
        builder.Services.AddDemoTenant();
        var demo = builder.Build();
        watch(demo);
        demo.UseWebSockets();
        demo.MapDemoTenant();
        await demo.StartAsync();
        var stage = new Stage(demo, tenantUrl, botUrl, store, settings);
        await stage.Bot.StartAsync(stage.Tenant);
        return stage;
    }

    /// <summary>Object id of somebody of the demo tenant, the same at every start.</summary>
    public static string IdOf(string person) => Seeds.Value[person];

    private static readonly Lazy<Dictionary<string, string>> Seeds = new(static () =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(BotProcess.Root, "seeds", "tenant.json"))).RootElement.GetProperty("people").EnumerateArray()
            .ToDictionary(static one => one.GetProperty("id").GetString()!, static one => one.GetProperty("objectId").GetString()!));

    public static string FreeUrl()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        Tenant.Dispose();
        await demo.StopAsync();
        await demo.DisposeAsync();
        Directory.Delete(Store, recursive: true);
    }

    private static IReadOnlyList<string> Settings(string tenantUrl, string store) =>
    [
        "--environment", "Production",
        $"--Bot:AppId={DemoSettings.AppId}", $"--Bot:TenantId={DemoSettings.TenantId}", "--Bot:Cloud=Custom", "--Bot:Issuer=https://api.botframework.com",
        $"--Bot:OpenIdMetadataUrl={tenantUrl}/demo/entra/botframework/v1/.well-known/openidconfiguration",
        $"--Bot:TokenServiceUrl={tenantUrl}/demo/botservice", $"--Bot:DefaultServiceUrl={tenantUrl}/demo/botservice/", $"--Bot:LoginUrl={tenantUrl}/demo/entra", "--Bot:TrustedServiceHosts:0=127.0.0.1",
        "--Bot:Credential=Secret", "--Bot:ClientSecret=demo", $"--Graph:BaseUrl={tenantUrl}/demo/graph/v1.0", $"--Storage:Path={store}",
    ];
}
