using System.Diagnostics;
using CredBot.Browser.World;

namespace CredBot.Browser.Playground;

/// <summary>The Agents Playground as it comes from npm, as its own process.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private static readonly string Installed = Path.Combine(AppContext.BaseDirectory, "Playground");
    private Process? process;

    /// <summary>Where its page is, with a trailing slash.</summary>
    public Uri Address { get; } = Free.Address();

    /// <summary>Installs it where it is not, starts it and waits until it is ready.</summary>
    /// <param name="bot">Base address of whom it posts to, with a trailing slash.</param>
    /// <param name="folder">Where it looks for its settings; null for those beside the tests.</param>
    /// <param name="serviceUrl">Where its connector is said to be; null for what it says itself.</param>
    public async Task StartAsync(Uri bot, string? folder = null, string? serviceUrl = null)
    {
        await InstallAsync();
        var start = new ProcessStartInfo("node",
        [
            "--require", Path.Combine(Installed, "loopback.cjs"), Path.Combine(Installed, "node_modules/@microsoft/m365agentsplayground/cli.js"),
            "start", "-e", $"{bot}api/messages", "-c", "msteams", "-p", $"{Address.Port}", "--disable-telemetry",
            .. serviceUrl is null ? (string[])[] : ["--service-url", serviceUrl],
        ])
        {
            WorkingDirectory = folder ?? Installed,
        };
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        process = Process.Start(start)!;
        // It says that it listens before it reads its settings; this answers only after.
        await Ready.WaitAsync(process, new Uri(Address, "_internal/v1/config"), static () => "the Playground");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
    }

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Installed, "node_modules")))
        {
            return;
        }

        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"]) { WorkingDirectory = Installed };
        using var npm = Process.Start(start)!;
        await npm.WaitForExitAsync();
        Assert.Equal(0, npm.ExitCode);
    }
}
