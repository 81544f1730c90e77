using System.Reflection;
using CredBot.Browser.World;
using Microsoft.Playwright;

namespace CredBot.Browser.Clients;

/// <summary>npm's <c>adaptivecards</c>, the renderer that others are measured by.</summary>
public sealed class OfficialRenderer(Chromium chromium, Product product, BarePages pages) : IClassFixture<Product>, IClassFixture<BarePages>
{
    private const string Card = "application/vnd.microsoft.card.adaptive";

    [Fact]
    public async Task Every_Card_Is_Drawn_Without_A_Complaint()
    {
        await using var window = await chromium.WindowAsync("en");
        var page = await pages.OpenAsync(window, "cards.html", product.Address);
        List<string> problems = [];

        foreach (var card in (await GreetingsAsync(window)).Concat(Recorded()))
        {
            var found = await page.EvaluateAsync<string[]>("json => draw(JSON.parse(json))", card);
            problems.AddRange(found.Select(problem => $"{problem}: {card}"));
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task The_Renderer_Complains_Of_A_Bad_Card()
    {
        await using var window = await chromium.WindowAsync("en");
        var page = await pages.OpenAsync(window, "cards.html", product.Address);

        var found = await page.EvaluateAsync<string[]>("json => draw(JSON.parse(json))", """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Blink"}]}""");

        Assert.NotEmpty(found);
    }

    private async Task<IReadOnlyList<string>> GreetingsAsync(IBrowserContext window)
    {
        var line = await LinePage.OpenAsync(window, pages, product, "sora", webSocket: true);
        await line.HearsAsync("Hello, this is CredBot");
        var cards = (await line.HeardAsync()).SelectMany(static activity => activity.TryGetProperty("attachments", out var list) ? list.EnumerateArray().ToList() : [])
            .Where(static attachment => attachment.GetProperty("contentType").GetString() is Card)
            .Select(static attachment => attachment.GetProperty("content").GetRawText()).ToList();
        Assert.NotEmpty(cards);
        return cards;
    }

    /// <summary>One card of each shape that the other tests have produced on this machine; none before they ran for the first time.</summary>
    private static IReadOnlyList<string> Recorded()
    {
        var folder = typeof(OfficialRenderer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key is "Cards").Value!;
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Select(File.ReadAllText)] : [];
    }
}
