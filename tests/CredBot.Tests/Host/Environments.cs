using System.Net;
using CredBot.Demo;
using CredBot.DemoTenant;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace CredBot.Tests.Host;

/// <summary>What each environment maps and refuses. Source: docs/architecture.md.</summary>
public sealed class Environments
{
    [Theory]
    [Statement(28)]
    [InlineData("Production")]
    [InlineData("Development")]
    [InlineData("Staging")]
    public async Task Without_An_App_Id_Nothing_But_The_Demo_Starts(string environment)
    {
        var invalid = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var app = CredBotHost.Build(["--environment", environment, "--urls", "http://127.0.0.1:0", $"--Storage:Path={Temporary()}"]);
            await app.StartAsync(TestContext.Current.CancellationToken);
        });

        Assert.Contains("Bot__AppId", string.Join(' ', invalid.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demo/people")]
    [InlineData("/demo/ledger")]
    [InlineData("/demo/graph/v1.0/me")]
    [InlineData("/demo/entra/botframework/v1/.well-known/openidconfiguration")]
    [InlineData("/v3/directline/conversations")]
    [Statement(142)]
    public async Task Outside_The_Demo_No_Demo_Route_Is_There(string path)
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await world.Bot.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    [Statement(142)]
    public void The_Demo_Does_Not_Start_In_Production()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Services.AddDemoTenant();
        var app = builder.Build();

        var refused = Assert.Throws<InvalidOperationException>(() => app.MapDemoTenant());

        Assert.Contains("does not start in Production", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Statement(1)]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_Posts_Reach_The_Bot(string method)
    {
        await using var world = await DemoWorld.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await world.Bot.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [Statement(28)]
    [InlineData("Production")]
    [InlineData("Development")]
    public void Settings_Of_The_Demo_Stop_The_Start_Of_Anything_But_The_Demo(string environment)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            CredBotHost.Build(["--environment", environment, "--urls", "http://127.0.0.1:0", "--Demo:BotUrl=http://127.0.0.1:3978", $"--Storage:Path={Temporary()}"]));

        Assert.Contains(environment, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(31)]
    public async Task In_The_Demo_Too_The_Bot_Hears_The_Channel_Alone()
    {
        await using var app = CredBotHost.Build(["--environment", DemoSettings.Environment, "--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using var answer = await http.PostAsync("/api/messages", new StringContent("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_Demo_Refuses_An_Address_That_Is_Not_Loopback()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(static () =>
            Task.FromResult(CredBotHost.Build(["--environment", DemoSettings.Environment, "--urls", "http://0.0.0.0:3978"])));

        Assert.Contains("loopback", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_Says_What_Is_Missing_And_Holds_No_Secret()
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal("{\"status\":\"Healthy\",\"missing\":[]}", await world.Bot.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        await world.FaultAsync(new { path = "/demo/entra/botframework", kind = "status", status = 503 });
        await world.RestartBotAsync();
        var ready = await world.Bot.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("signing keys cannot be fetched", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await world.Bot.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string Temporary() => Directory.CreateTempSubdirectory("credbot-test-").FullName;
}
