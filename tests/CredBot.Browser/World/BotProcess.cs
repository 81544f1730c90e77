using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace CredBot.Browser.World;

/// <summary>The built product as its own process.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="settings">Its command line.</param>
internal sealed class BotProcess(Uri address, params string[] settings) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> lines = [];
    private Process? process;

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Built(), "--urls", address.GetLeftPart(UriPartial.Authority), .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready.WaitAsync(process, new Uri(address, "health/ready"), () => string.Join('\n', lines));
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

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private static string Built() =>
        typeof(BotProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key is "Product").Value!;
}
