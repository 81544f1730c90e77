using System.Diagnostics;

namespace CredBot.Browser.World;

/// <summary>Waits for a process that serves.</summary>
internal static class Ready
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AsksEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until an address answers with success.</summary>
    /// <param name="process">Who serves it.</param>
    /// <param name="address">What to ask.</param>
    /// <param name="said">What the process said so far, for the message of a failure.</param>
    public static async Task WaitAsync(Process process, Uri address, Func<string> said)
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Within);
        using var timer = new PeriodicTimer(AsksEvery);
        while (!await IsReadyAsync(http, address, patience.Token))
        {
            Assert.False(process.HasExited, $"It ended while it started:\n{said()}");
            Assert.False(patience.IsCancellationRequested, $"It was not ready within {Within}:\n{said()}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return (await http.GetAsync(address, cancellationToken)).IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
