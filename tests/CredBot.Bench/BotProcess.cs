using System.Diagnostics;
using System.Text;

namespace CredBot.Bench;

/// <summary>The built product as a process of its own, which can be stopped in its tracks.</summary>
internal sealed class BotProcess(string url, IReadOnlyList<string> settings) : IDisposable
{
    private readonly StringBuilder said = new();
    private Process? process;

    /// <summary>Everything the process wrote, over all its lives.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Bytes it holds in memory now.</summary>
    public long Memory
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="http">Any client.</param>
    /// <param name="ready">Path that answers 200 once it is.</param>
    public async Task StartAsync(HttpClient http, string ready = "/health/ready")
    {
        var start = new ProcessStartInfo("dotnet", [Executable, "--urls", url, .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Waiting.UntilAsync("the bot is ready", TimeSpan.FromSeconds(60), async () =>
        {
            try
            {
                using var answer = await http.GetAsync(url + ready);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>SIGSTOP: it holds its connections and does nothing more.</summary>
    public void Freeze()
    {
        using var kill = Process.Start("kill", ["-STOP", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }

    /// <summary>Folder of the sources.</summary>
    public static string Root { get; } = FindRoot();

    private static string Executable { get; } = Path.Combine(Root, "src", "CredBot", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "credbot.dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CredBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }
}
