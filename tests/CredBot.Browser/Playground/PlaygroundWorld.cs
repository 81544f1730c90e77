using System.Diagnostics;
using System.Text.RegularExpressions;
using CredBot.Browser.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Playground;

/// <summary>The Agents Playground, the signing proxy, a bot in a normal environment, and the demo's tenant for its sign-in and its Graph.</summary>
internal sealed partial class PlaygroundWorld : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Playground");
    private readonly Product tenant = new();
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("credbot-playground-");
    private readonly Uri address = Free.Address();
    private readonly Uri botAddress = Free.Address();
    private BotProcess? bot;
    private Process? playground;
    private IBrowserContext? window;

    /// <summary>Between the two.</summary>
    public SigningProxy Proxy { get; private set; } = null!;

    /// <summary>The Playground's page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>The demo's tenant.</summary>
    public Product Tenant => tenant;

    public static async Task<PlaygroundWorld> StartAsync(Chromium chromium)
    {
        var world = new PlaygroundWorld();
        try
        {
            await world.tenant.InitializeAsync();
            world.Proxy = await SigningProxy.StartAsync(world.address, world.botAddress);
            world.bot = new BotProcess(world.botAddress, [.. world.Settings()]);
            await world.bot.StartAsync();
            await InstallAsync();
            await world.StartPlaygroundAsync();
            world.window = await chromium.WindowAsync("en");
            world.Page = await world.window.NewPageAsync();
            await world.Page.GotoAsync(world.address.AbsoluteUri);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a chat of the list on the left.</summary>
    public async Task GoToAsync(string chat) => await Page.GetByRole(AriaRole.Treeitem, new() { Name = chat }).First.ClickAsync();

    /// <summary>Types and sends.</summary>
    /// <param name="text">What.</param>
    /// <param name="mentions">Whether it speaks to the bot by name, without which a group is not heard.</param>
    /// <param name="button">What sends it.</param>
    public async Task SayAsync(string text, bool mentions = false, string button = "Send Message")
    {
        var box = Page.Locator("[role=textbox][data-lexical-editor=true]").First;
        await box.ClickAsync();
        if (mentions)
        {
            await box.PressSequentiallyAsync("@");
            await Page.Locator("#typeahead-menu").GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "CredBot" }).First.ClickAsync();
        }

        await box.PressSequentiallyAsync(mentions ? $" {text}" : text);
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
    }

    /// <summary>Waits until these words stand on the page.</summary>
    public async Task SeesAsync(string words)
    {
        try
        {
            await Expect(Page.GetByText(words).Last).ToBeVisibleAsync(new() { Timeout = 60_000 });
        }
        catch (PlaywrightException missing)
        {
            Assert.Fail($"{missing.Message}\nThe Playground posted:\n{string.Join('\n', Proxy.Posted)}\nThe bot sent:\n{string.Join('\n', Proxy.Sent)}\nwith {string.Join(", ", Proxy.Calls)}");
        }
    }

    public ILocator Button(string title) => Page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last;

    /// <summary>Signs in as everybody must whose client cannot do it silently: in a tab of its own, with the code typed into the chat.</summary>
    public async Task SignInAsync()
    {
        await SeesAsync("please sign in");
        var link = Proxy.Sent.Select(static sent => SignInLink().Match(sent)).Last(static match => match.Success).Value;
        var tab = await window!.NewPageAsync();
        await tab.GotoAsync(link);
        await tab.Locator("button[value=accept]").ClickAsync();
        var code = await tab.Locator("output").InnerTextAsync();
        await tab.CloseAsync();
        await SayAsync(code);
    }

    public async ValueTask DisposeAsync()
    {
        if (window is not null)
        {
            await window.DisposeAsync();
        }

        if (playground is { HasExited: false })
        {
            playground.Kill(entireProcessTree: true);
            await playground.WaitForExitAsync();
        }

        playground?.Dispose();
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

    private IEnumerable<string> Settings() =>
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

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            return;
        }

        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"]) { WorkingDirectory = Folder };
        using var npm = Process.Start(start)!;
        await npm.WaitForExitAsync();
        Assert.Equal(0, npm.ExitCode);
    }

    private async Task StartPlaygroundAsync()
    {
        var start = new ProcessStartInfo("node",
        [
            "--require", "./loopback.cjs", "node_modules/@microsoft/m365agentsplayground/cli.js", "start", "-e", $"{Proxy.Address}api/messages",
            "-c", "msteams", "-p", $"{address.Port}", "--service-url", Proxy.ServiceUrl, "--disable-telemetry",
        ])
        {
            WorkingDirectory = Folder,
        };
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        playground = Process.Start(start)!;
        // It says that it listens before it reads its settings; this answers only after.
        await Ready.WaitAsync(playground, new Uri(address, "_internal/v1/config"), static () => "the Playground");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/demo/entra/signin\?state=[\w-]+")]
    private static partial Regex SignInLink();
}
