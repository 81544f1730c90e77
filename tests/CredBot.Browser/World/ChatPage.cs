using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.World;

/// <summary>The demo's chat page as somebody in front of it uses it.</summary>
public sealed class ChatPage
{
    private readonly IPage page;

    private ChatPage(IPage page) => this.page = page;

    /// <summary>The page itself, for what has no name here.</summary>
    public IPage Page => page;

    /// <summary>Cards in the chat that is shown, oldest first.</summary>
    public ILocator Cards => page.Locator(".webchat:not([hidden]) .ac-adaptiveCard");

    /// <summary>The short notice above the send box.</summary>
    public ILocator Notice => page.Locator(".webchat:not([hidden]) .webchat__toaster");

    public ILocator SendBox => page.Locator(".webchat:not([hidden]) [data-id='webchat-sendbox-input']");

    public ILocator Ledger => page.Locator("#ledger-list > li");

    public ILocator Consent => page.Locator("dialog#consent");

    /// <summary>Opens the page as a person and waits until the bot has said its first word.</summary>
    public static async Task<ChatPage> OpenAsync(IBrowserContext window, Uri address, string person)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync($"{address}#{person}");
        var chat = new ChatPage(page);
        await chat.GreetedAsync();
        return chat;
    }

    /// <summary>Becomes somebody else.</summary>
    public async Task BecomeAsync(string person)
    {
        await page.Locator($"[data-person='{person}']").ClickAsync();
        await GreetedAsync();
    }

    /// <summary>Types and sends.</summary>
    public async Task SayAsync(string text)
    {
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>Everything said by either side, each where it stands.</summary>
    public ILocator Messages => page.Locator(".webchat:not([hidden]) .webchat__basic-transcript__activity");

    /// <summary>Waits to be asked why, and tells it.</summary>
    public async Task SaysWhyAsync(string reason)
    {
        await Expect(Said("One sentence; never a password or a code.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await SayAsync(reason);
        await Expect(Button("Reset the password")).ToBeVisibleAsync();
    }

    /// <summary>One card, known by something that stands on it.</summary>
    public ILocator Card(string words) => Cards.Filter(new() { HasText = words });

    /// <summary>Presses a button of the newest card that has it.</summary>
    public Task ClickAsync(string title) => Button(title).ClickAsync();

    public ILocator Button(string title) => Cards.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last;

    /// <summary>What was said in the chat, everything after each other.</summary>
    public ILocator Said(string words) => page.Locator(".webchat:not([hidden]) .webchat__bubble").Filter(new() { HasText = words }).Last;

    private async Task GreetedAsync() => await Expect(page.Locator(".webchat:not([hidden]) .webchat__bubble").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
}
