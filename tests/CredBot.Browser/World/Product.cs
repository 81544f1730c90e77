using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;

namespace CredBot.Browser.World;

/// <summary>The product as its own process in the environment Demo, on a free port.</summary>
public sealed class Product : IAsyncLifetime
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AsksEvery = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentQueue<string> lines = [];
    private Process? process;
    private HttpClient? http;

    /// <summary>Where the page is, with a trailing slash.</summary>
    public Uri Address { get; } = Free.Address();

    private HttpClient Http => http ?? throw new InvalidOperationException("The product has not been started.");

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Built(), "--environment", "Demo", "--urls", Address.GetLeftPart(UriPartial.Authority) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        http = new HttpClient { BaseAddress = Address };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>What the tenant really did, as <c>GET /demo/ledger</c> tells it.</summary>
    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync() =>
        (await Http.GetFromJsonAsync<LedgerLine[]>("demo/ledger", JsonSerializerOptions.Web))!;

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">As <c>POST /demo/faults</c> takes it.</param>
    public async Task FailAsync(object fault) => (await Http.PostAsJsonAsync("demo/faults", fault)).EnsureSuccessStatusCode();

    public async Task RevokeConsentAsync(string person) => (await Http.DeleteAsync($"demo/people/{person}/consent")).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        using var timer = new PeriodicTimer(AsksEvery);
        while (!await IsReadyAsync(patience.Token))
        {
            Assert.False(process!.HasExited, $"The product ended while it started:\n{string.Join('\n', lines)}");
            Assert.False(patience.IsCancellationRequested, $"The product was not ready within {StartsWithin}:\n{string.Join('\n', lines)}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await Http.GetAsync("health/ready", cancellationToken)).StatusCode is HttpStatusCode.OK;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private static string Built() =>
        typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key is "Product").Value!;
}

/// <summary>One line of the ledger, read with our own eyes.</summary>
public sealed record LedgerLine(string Caller, string Method, string Path, string? Subject, int Status)
{
    public bool IsReset => Method is "POST" && Path.EndsWith("/resetPassword", StringComparison.OrdinalIgnoreCase);
}
