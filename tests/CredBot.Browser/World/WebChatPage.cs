using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.World;

/// <summary>Web Chat alone, without anything that the demo's page adds to it.</summary>
public sealed class WebChatPage
{
    private readonly IPage page;

    private WebChatPage(IPage page) => this.page = page;

    /// <summary>The page itself, for what has no name here.</summary>
    public IPage Page => page;

    public ILocator SendBox => page.Locator("[data-id='webchat-sendbox-input']");

    public ILocator Bubbles => page.Locator(".webchat__bubble");

    /// <summary>Opens it as a person of the demo tenant and waits for the bot's first word.</summary>
    /// <param name="window">Where it opens.</param>
    /// <param name="pages">Who serves the page.</param>
    /// <param name="product">Who serves Web Chat's file and Direct Line.</param>
    /// <param name="person">Id in the demo tenant.</param>
    /// <param name="locale">Web Chat's own setting.</param>
    /// <param name="webSocket">False for polling.</param>
    /// <param name="signsIn">Whether the page answers an OAuth card silently.</param>
    public static async Task<WebChatPage> OpenAsync(
        IBrowserContext window, BarePages pages, Product product, string person, string locale = "en-US", bool webSocket = true, bool signsIn = true)
    {
        var page = await pages.OpenAsync(window, "webchat.html", product.Address);
        await page.EvaluateAsync("options => start(...options)", new object[] { person, locale, webSocket, signsIn });
        var chat = new WebChatPage(page);
        await Expect(chat.Bubbles.First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        return chat;
    }

    /// <summary>Types and sends.</summary>
    public async Task SayAsync(string text)
    {
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>The newest message, of either side, with these words.</summary>
    public ILocator Said(string words) => Bubbles.Filter(new() { HasText = words }).Last;

    public ILocator Button(string title) => page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last;
}
