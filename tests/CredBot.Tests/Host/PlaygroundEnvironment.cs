using System.Net;
using CredBot.Bot.Connector;
using CredBot.Tests.World;

namespace CredBot.Tests.Host;

/// <summary>The environment Playground hears the Agents Playground, which cannot sign, and nobody else who does not.</summary>
public sealed class PlaygroundEnvironment
{
    private const string Foreign = "77777777-7777-4777-8777-777777777777";

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://[::1]:56150/_connector")]
    public async Task An_Activity_Without_A_Token_Is_Heard_From_And_For_Loopback(string? serviceUrl)
    {
        await using var world = await StartAsync();

        Assert.Equal(202, await world.PostAsync(world.Message().With("serviceUrl", serviceUrl ?? world.ServiceUrl).ToJsonString(), null));
        Assert.Equal(1, world.Turns);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    [InlineData("Demo")]
    public async Task In_Every_Other_Environment_It_Is_Refused(string environment)
    {
        await using var world = await StartAsync(environment);

        await world.RefusesAsync(401, world.Message().ToJsonString(), null);
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData("::ffff:192.0.2.7")]
    [InlineData("2001:db8::7")]
    public async Task A_Connection_From_Elsewhere_Is_Refused(string address)
    {
        await using var world = await StartAsync();
        world.ConnectedFrom = IPAddress.Parse(address);

        await world.RefusesAsync(401, world.Message().ToJsonString(), null);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/kr/")]
    [InlineData("http://192.0.2.7:56150/_connector")]
    [InlineData("http://127.0.0.1.example/_connector")]
    [InlineData("file:///connector")]
    [InlineData("connector")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_Service_That_Is_Not_On_This_Machine_Is_Refused(string? serviceUrl)
    {
        await using var world = await StartAsync();

        await world.RefusesAsync(401, world.Message().With("serviceUrl", serviceUrl).ToJsonString(), null);
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:8080")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    public async Task A_Web_Page_Or_A_Tunnel_On_This_Machine_Is_Refused(string header, string value)
    {
        await using var world = await StartAsync();

        await world.RefusesAsync(401, world.Message().ToJsonString(), null, [(header, value)]);
    }

    [Fact]
    public async Task A_Token_That_Is_Shown_Is_Checked_As_Everywhere()
    {
        await using var world = await StartAsync();
        using var unknown = new ForgedKey("somebody", "msteams");
        using var foreign = new ForgedKey("webchat-key", "webchat");
        world.Channel.Keys = [world.Key, foreign];

        foreach (var authorization in (string[])["", "Bearer", "Bearer x", "Basic eDp5", $"Bearer {world.Forge.Token(signedBy: unknown)}", $"Bearer {world.Forge.Token(static claims => claims["aud"] = "x")}"])
        {
            await world.RefusesAsync(401, world.Message().ToJsonString(), authorization);
        }

        await world.RefusesAsync(401, world.Message(), world.Forge.Token(static claims => claims["serviceurl"] = "http://127.0.0.1:9"));
        await world.RefusesAsync(403, world.Message(), world.Forge.Token(signedBy: foreign));
        await world.HearsAsync(world.Message());
    }

    [Fact]
    public async Task Tenant_Channel_And_Shape_Are_Checked_Without_A_Token_Too()
    {
        await using var world = await StartAsync();

        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", Foreign).ToJsonString(), null);
        await world.RefusesAsync(403, world.Message().Without("channelId").ToJsonString(), null);
        await world.RefusesAsync(400, "[]", null);
    }

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://192.0.2.7:3978")]
    [InlineData("http://127.0.0.1:3978;http://0.0.0.0:3979")]
    [InlineData("http://127.0.0.1:0", "--Kestrel:Endpoints:Open:Url=http://0.0.0.0:3979")]
    public void It_Does_Not_Start_On_An_Address_That_Others_Reach(string urls, params string[] more)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => CredBotHost.Build(["--environment", PlaygroundSender.Environment, "--urls", urls, .. more]));

        Assert.StartsWith("The environment Playground listens on loopback only; http://", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("is not loopback. Set Urls to http://127.0.0.1:3978.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot:TokenServiceUrl", "https://api.botframework.com")]
    [InlineData("Bot:LoginUrl", "https://login.microsoftonline.com")]
    [InlineData("Graph:BaseUrl", "https://graph.microsoft.com/v1.0")]
    public void It_Does_Not_Start_Before_A_Real_Tenant(string setting, string url)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            CredBotHost.Build(["--environment", PlaygroundSender.Environment, "--urls", "http://127.0.0.1:0", $"--{setting}={url}"]));

        Assert.Equal($"The environment Playground works with the demo's tenant on loopback only; {setting} is {url}. Take that setting away.", refused.Message);
    }

    [Fact]
    public async Task It_Needs_No_Settings_And_Brings_The_Demo_Tenant()
    {
        await using var app = CredBotHost.Build(["--environment", PlaygroundSender.Environment, "--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Contains("\"mina\"", await http.GetStringAsync("/demo/people", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var ready = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static Task<ForgedWorld> StartAsync(string environment = PlaygroundSender.Environment) =>
        ForgedWorld.StartAsync(environment: environment, settings: $"--Bot:AllowedTenants:0={ForgedWorld.Tenant}");
}
