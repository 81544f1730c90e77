using System.Text.RegularExpressions;
using CredBot.Browser.World;
using Microsoft.Playwright;

namespace CredBot.Browser.Playground;

/// <summary>The Agents Playground, the signing proxy, a bot in a normal environment, and the demo's tenant for its sign-in and its Graph.</summary>
internal sealed partial class PlaygroundWorld : IAsyncDisposable
{
    private readonly Product tenant = new();
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("credbot-playground-");
    private readonly Uri botAddress = Free.Address();
    private readonly PlaygroundProcess playground = new();
    private BotProcess? bot;
    private IBrowserContext? window;

    /// <summary>Between the two.</summary>
    public SigningProxy Proxy { get; private set; } = null!;

    /// <summary>What the person sees.</summary>
    public PlaygroundPage Page { get; private set; } = null!;

    /// <summary>The demo's tenant.</summary>
    public Product Tenant => tenant;

    /// <param name="chromium">The browser.</param>
    /// <param name="installed">The only type of conversation that has the app; null where all have it, as the Playground wants.</param>
    public static async Task<PlaygroundWorld> StartAsync(Chromium chromium, string? installed = null)
    {
        var world = new PlaygroundWorld();
        try
        {
            await world.tenant.InitializeAsync();
            world.Proxy = await SigningProxy.StartAsync(world.playground.Address, world.botAddress);
            world.Proxy.Installed = installed;
            world.bot = new BotProcess(world.botAddress, world.Settings);
            await world.bot.StartAsync();
            await world.playground.StartAsync(world.Proxy.Address, serviceUrl: world.Proxy.ServiceUrl);
            world.window = await chromium.WindowAsync("en");
            var page = await world.window.NewPageAsync();
            await page.GotoAsync(world.playground.Address.AbsoluteUri);
            world.Page = new PlaygroundPage(page, world.Proxy.Tell);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Signs in as everybody must whose client cannot do it silently: in a tab of its own, with the code typed into the chat.</summary>
    public async Task SignInAsync()
    {
        await Page.SeesAsync("please sign in");
        var link = Proxy.Sent.Select(static sent => SignInLink().Match(sent)).Last(static match => match.Success).Value;
        var tab = await window!.NewPageAsync();
        await tab.GotoAsync(link);
        await tab.Locator("button[value=accept]").ClickAsync();
        var code = await tab.Locator("output").InnerTextAsync();
        await tab.CloseAsync();
        await Page.SayAsync(code);
    }

    public async ValueTask DisposeAsync()
    {
        if (window is not null)
        {
            await window.DisposeAsync();
        }

        await playground.DisposeAsync();
        if (bot is not null)
        {
            await bot.DisposeAsync();
        }

        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        await tenant.DisposeAsync();
        store.Delete(recursive: true);
    }

    private string[] Settings =>
    [
        "--environment", "Production",
        "--Bot:AppId=11111111-1111-4111-8111-111111111111",
        "--Bot:TenantId=22222222-2222-4222-8222-222222222222",
        "--Bot:Cloud=Custom",
        "--Bot:Issuer=https://api.botframework.com",
        $"--Bot:OpenIdMetadataUrl={Proxy.Address}openid",
        $"--Bot:TokenServiceUrl={tenant.Address}demo/botservice",
        $"--Bot:LoginUrl={tenant.Address}demo/entra",
        "--Bot:TrustedServiceHosts:0=127.0.0.1",
        "--Bot:Credential=Secret",
        "--Bot:ClientSecret=demo",
        $"--Graph:BaseUrl={tenant.Address}demo/graph/v1.0",
        $"--Storage:Path={store.FullName}",
    ];

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/demo/entra/signin\?state=[\w-]+")]
    private static partial Regex SignInLink();
}
