using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Playground;

/// <summary>The Playground's page.</summary>
/// <param name="page">Where it is open.</param>
/// <param name="told">What went over the wire so far, for the message of a failure.</param>
internal sealed class PlaygroundPage(IPage page, Func<string> told)
{
    /// <summary>Opens a chat of the list on the left.</summary>
    public async Task GoToAsync(string chat) => await page.GetByRole(AriaRole.Treeitem, new() { Name = chat }).First.ClickAsync();

    /// <summary>Types and sends.</summary>
    /// <param name="text">What.</param>
    /// <param name="mentions">Whom it speaks to by name, without which a group is not heard; null for nobody.</param>
    /// <param name="button">What sends it.</param>
    public async Task SayAsync(string text, string? mentions = null, string button = "Send Message")
    {
        var box = page.Locator("[role=textbox][data-lexical-editor=true]").First;
        await box.ClickAsync();
        if (mentions is not null)
        {
            await box.PressSequentiallyAsync("@");
            await page.Locator("#typeahead-menu").GetByRole(AriaRole.Menuitem).Filter(new() { HasText = mentions }).First.ClickAsync();
        }

        await box.PressSequentiallyAsync(mentions is not null ? $" {text}" : text);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
    }

    /// <summary>Waits until these words stand in a message of the bot's, in the chat that is shown.</summary>
    /// <remarks>A chat's messages look otherwise than a channel's. Its list of chats and its log show the newest ones too, and are not meant.</remarks>
    public async Task SeesAsync(string words)
    {
        try
        {
            await Expect(page.Locator(".fai-OutputCard, [role=group]").GetByText(words).Last).ToBeVisibleAsync(new() { Timeout = 60_000 });
        }
        catch (PlaywrightException missing)
        {
            Assert.Fail($"{missing.Message}\n{told()}");
        }
    }

    /// <summary>A button of the newest card that has it.</summary>
    public ILocator Button(string title) => page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last;
}
