using Microsoft.Playwright;

namespace CredBot.Browser.World;

/// <summary>The machine's own Chromium, one for all tests; a missing one fails them, and says what to do.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assert.True(
            File.Exists(Path),
            $"The browser tests drive {Path}, which is not there. Install it with: apt-get install -y --no-install-recommends chromium fonts-noto-cjk");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quiet });
    }

    /// <summary>A window of its own, with nothing kept from another.</summary>
    public Task<IBrowserContext> WindowAsync(string language, ColorScheme scheme = ColorScheme.Light, int width = 1280) => browser!.NewContextAsync(new()
    {
        Locale = language is "ko" ? "ko-KR" : "en-US",
        TimezoneId = "Asia/Seoul",
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = width, Height = 900 },
    });

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
