using CredBot.Browser.World;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Playground;

/// <summary>The Agents Playground as anybody starts it, straight before the product in the environment Playground.</summary>
/// <remarks>Explicit, as <see cref="PlaygroundStories"/> are.</remarks>
public sealed class UnsignedStories(Chromium chromium)
{
    [Fact(Explicit = true)]
    public async Task With_Nothing_Set_And_Nothing_Signed_The_Bot_Greets_Answers_And_Takes_A_Click()
    {
        var folder = Directory.CreateTempSubdirectory("credbot-playground-");
        await using var product = new Product("Playground");
        await product.InitializeAsync();
        await using var playground = new PlaygroundProcess();
        await playground.StartAsync(product.Address, folder.FullName);
        await using var window = await chromium.WindowAsync("en");
        var browser = await window.NewPageAsync();
        await browser.GotoAsync(playground.Address.AbsoluteUri);
        var page = new PlaygroundPage(browser, static () => "");

        await page.GoToAsync("Personal Chat");
        await page.SeesAsync("Hello, this is CredBot");
        await page.SayAsync("thanks");
        await page.SeesAsync("You are welcome");
        await page.SayAsync("help");
        await Expect(page.Button("Reset a user's password")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await page.Button("Reset a user's password").ClickAsync();
        await page.SeesAsync("Whose password shall be reset?");

        folder.Delete(recursive: true);
    }
}
