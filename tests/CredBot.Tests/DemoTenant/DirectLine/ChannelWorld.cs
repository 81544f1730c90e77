using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CredBot.DemoTenant;
using CredBot.DemoTenant.BotService;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.DemoTenant.DirectLine;

/// <summary>The demo tenant on loopback and a bot that only listens, with one clock that nobody moves but the test.</summary>
public sealed class ChannelWorld : IAsyncDisposable
{
    public const string AppId = "11111111-1111-4111-8111-111111111111";
    public const string TenantId = "22222222-2222-4222-8222-222222222222";

    private readonly WebApplication tenant;

    private ChannelWorld(WebApplication tenant, string url, CapturingBot bot, FakeTimeProvider time)
    {
        this.tenant = tenant;
        Url = url;
        Bot = bot;
        Time = time;
        Http = new HttpClient { BaseAddress = new Uri(url) };
    }

    public string Url { get; }

    public CapturingBot Bot { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public static async Task<ChannelWorld> StartAsync(bool withBot = true)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var bot = new CapturingBot(time);
        bot.Hold();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Demo" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Demo:BotUrl"] = bot.Url;
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddDemoTenant();
        var tenant = builder.Build();
        tenant.UseWebSockets();
        tenant.MapDemoTenant();
        await tenant.StartAsync();
        var world = new ChannelWorld(tenant, tenant.Urls.Single(), bot, time);
        if (withBot)
        {
            await world.StartBotAsync();
        }

        return world;
    }

    public Task StartBotAsync() => Bot.StartAsync(Url);

    /// <summary>A chat client of this person, at the table.</summary>
    public async Task<Client> ClientAsync(string person, string type = "personal", string? locale = null)
    {
        var client = new Client(this, person);
        await client.StartAsync(type, locale);
        return client;
    }

    /// <summary>Waits until nothing is on its way to the bot now.</summary>
    public Task DeliveredAsync() =>
        tenant.Services.GetRequiredService<DemoTenantQuiescence>().WhenIdleAsync(TestContext.Current.CancellationToken);

    /// <summary>A request with the bot's own token.</summary>
    public async Task<HttpResponseMessage> AsBotAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await BotTokenAsync());
        return await AskFirstAsync(Http, request);
    }

    /// <summary>Sends a large body only when the server wants it: one that refuses it hangs up before it is all there.</summary>
    internal static async Task<HttpResponseMessage> AskFirstAsync(HttpClient http, HttpRequestMessage request)
    {
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync();
            request.Headers.ExpectContinue = content.Headers.ContentLength > 100_000;
        }

        return await http.SendAsync(request);
    }

    public async Task<string> BotTokenAsync() => (await JsonAsync(await TokenAsync())).GetProperty("access_token").GetString()!;

    /// <summary>Asks Entra for the bot's token, with any field changed.</summary>
    public Task<HttpResponseMessage> TokenAsync(string? field = null, string? value = null, string tenantId = TenantId)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = AppId,
            ["client_secret"] = "demo",
            ["scope"] = "https://api.botframework.com/.default",
        };
        if (field is not null)
        {
            form[field] = value!;
        }

        return Http.PostAsync($"/demo/entra/{tenantId}/oauth2/v2.0/token", new FormUrlEncodedContent(form));
    }

    public async Task<string> SsoTokenAsync(string person) =>
        (await JsonAsync(await Http.PostAsync($"/demo/people/{person}/sso-token", null))).GetProperty("token").GetString()!;

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text.Length is 0 ? "{}" : text).RootElement;
    }

    /// <summary>The error's code.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await JsonAsync(response)).GetProperty("error").GetProperty("code").GetString();

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await tenant.StopAsync();
        await tenant.DisposeAsync();
        Http.Dispose();
    }
}
