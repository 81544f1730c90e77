using System.Net.Http.Json;
using System.Text.Json;

namespace CredBot.Browser.World;

/// <summary>The product as its own process in the environment Demo or another that has the demo's tenant, on a free port.</summary>
public sealed class Product : IAsyncLifetime
{
    private readonly BotProcess process;
    private readonly HttpClient http;

    public Product()
        : this("Demo")
    {
    }

    internal Product(string environment)
    {
        process = new BotProcess(Address, "--environment", environment);
        http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Where the page is, with a trailing slash.</summary>
    public Uri Address { get; } = Free.Address();

    public async ValueTask InitializeAsync() => await process.StartAsync();

    /// <summary>What the tenant really did, as <c>GET /demo/ledger</c> tells it.</summary>
    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync() =>
        (await http.GetFromJsonAsync<LedgerLine[]>("demo/ledger", JsonSerializerOptions.Web))!;

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">As <c>POST /demo/faults</c> takes it.</param>
    public async Task FailAsync(object fault) => (await http.PostAsJsonAsync("demo/faults", fault)).EnsureSuccessStatusCode();

    public async Task RevokeConsentAsync(string person) => (await http.DeleteAsync($"demo/people/{person}/consent")).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }
}

/// <summary>One line of the ledger, read with our own eyes.</summary>
public sealed record LedgerLine(string Caller, string Method, string Path, string? Subject, int Status)
{
    public bool IsReset => Method is "POST" && Path.EndsWith("/resetPassword", StringComparison.OrdinalIgnoreCase);
}
