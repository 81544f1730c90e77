using System.Text.Json;
using Microsoft.Playwright;

namespace CredBot.Browser.World;

/// <summary>directlinejs alone, on a page of another origin than the server's.</summary>
public sealed class LinePage
{
    private readonly IPage page;

    private LinePage(IPage page) => this.page = page;

    /// <summary>The page itself, for what has no name here.</summary>
    public IPage Page => page;

    /// <summary>Connects as a person of the demo tenant.</summary>
    public static async Task<LinePage> OpenAsync(IBrowserContext window, BarePages pages, Product product, string person, bool webSocket)
    {
        var page = await pages.OpenAsync(window, "line.html", product.Address);
        await page.EvaluateAsync("options => connect(...options)", new object[] { person, webSocket });
        return new LinePage(page);
    }

    /// <returns>The activity's id, as the server gave it.</returns>
    public Task<string> SayAsync(string text, string clientActivityId) =>
        page.EvaluateAsync<string>("words => say(...words)", new object[] { text, clientActivityId });

    /// <summary>Every activity that came, in order, as often as it came.</summary>
    public async Task<IReadOnlyList<JsonElement>> HeardAsync() =>
        JsonSerializer.Deserialize<JsonElement[]>(await page.EvaluateAsync<string>("() => JSON.stringify(heard)"))!;

    /// <summary>Waits for an activity of the bot's with these words in it.</summary>
    public async Task HearsAsync(string words)
    {
        try
        {
            await page.WaitForFunctionAsync(
                "words => heard.some(activity => activity.from.role === 'bot' && JSON.stringify(activity).includes(words))", words, new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"«{words}» did not come. What came: {string.Join('\n', await HeardAsync())}");
        }
    }
}
