using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.World;

/// <summary>The person on the other end of an agent's line, before their own screen.</summary>
internal static class Caller
{
    private static readonly Regex Number = new("[0-9]{3} [0-9]{3}");

    /// <summary>The agent reads the number that stands on their card, and the caller types it on theirs.</summary>
    /// <param name="product">The demo.</param>
    /// <param name="window">Where the caller's page opens.</param>
    /// <param name="card">The agent's card.</param>
    /// <param name="person">Id of the caller.</param>
    public static async Task TypesNumberAsync(this Product product, IBrowserContext window, ILocator card, string person)
    {
        await Expect(card).ToContainTextAsync(Number, new() { Timeout = 20_000 });
        var number = Number.Match(await card.InnerTextAsync()).Value;
        var chat = await ChatPage.OpenAsync(window, product.Address, person);
        // The page draws its cards anew when the welcome comes, and a click in that moment falls on one that is gone.
        await Expect(chat.Card("Hello, this is CredBot")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await chat.Cards.GetByLabel("The six digits").FillAsync(number);
        await chat.ClickAsync("Confirm with this number");
        await Expect(chat.Card("Thank you. The help desk goes on.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await chat.Page.CloseAsync();
    }
}
