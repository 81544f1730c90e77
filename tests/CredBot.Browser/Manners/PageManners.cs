using CredBot.Browser.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Manners;

/// <summary>How the page behaves towards whoever sits in front of it, and towards the rest of the world.</summary>
public sealed class PageManners(Chromium chromium, Product product) : IClassFixture<Product>
{
    public static TheoryData<string, ColorScheme, int> Looks => new()
    {
        { "en", ColorScheme.Light, 1280 },
        { "ko", ColorScheme.Dark, 1280 },
        { "ko", ColorScheme.Light, 768 },
        { "en", ColorScheme.Dark, 320 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_Finds_Nothing_Serious_With_A_Card_On_The_Page(string language, ColorScheme scheme, int width)
    {
        await using var window = await chromium.WindowAsync(language, scheme, width);
        var chat = await ChatPage.OpenAsync(window, product.Address, "jun");
        await chat.SayAsync(language is "ko" ? "비밀번호 재설정 어떻게 해요?" : "How do I reset my password?");
        await Expect(chat.Cards.Last).ToBeVisibleAsync();

        Assert.Empty(await Axe.SeriousAsync(chat.Page));
        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Nothing_Is_Requested_From_Any_Other_Host()
    {
        await using var window = await chromium.WindowAsync("en");
        List<string> elsewhere = [];
        window.Request += (_, request) => Note(request.Url);
        window.Page += (_, page) => page.WebSocket += (_, socket) => Note(socket.Url);
        var chat = await ChatPage.OpenAsync(window, product.Address, "daniel");

        await chat.SayAsync("How do I reset my password?");
        await Expect(chat.Cards.Last).ToBeVisibleAsync();

        Assert.Empty(elsewhere);

        void Note(string url)
        {
            if (new Uri(url) is { Scheme: not ("data" or "blob") } uri && uri.Authority != product.Address.Authority)
            {
                elsewhere.Add(url);
            }
        }
    }

    [Fact]
    public async Task Everything_Can_Be_Done_With_The_Keyboard()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "sora");
        var page = chat.Page;

        // The first stop leads to the people; the chosen person's chat opens.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "[data-person='mina']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#chat-title")).ToHaveTextAsync("You are Lee Mina");
        await Expect(chat.Said("")).ToBeVisibleAsync();

        await TabToAsync(page, "[data-id='webchat-sendbox-input']", backwards: true);
        await page.Keyboard.TypeAsync("May I reset sora@hanbit.example's password?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Button("Start a reset")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        // Web Chat's way into a message: back to the history, Enter, and Escape out again.
        await TabToAsync(page, ".webchat__basic-transcript", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, ".ac-pushButton");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Said("Why is 김소라 (Kim Sora)'s password to be reset?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everybody_Keeps_Their_Own_Chat_While_One_Switches()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "sora");
        await chat.SayAsync("How do I reset my password?");
        await Expect(chat.Card("You can reset your password yourself")).ToBeVisibleAsync();

        await chat.BecomeAsync("olivia");
        await Expect(chat.Card("You can reset your password yourself")).ToHaveCountAsync(0);

        await chat.BecomeAsync("sora");
        await Expect(chat.Card("You can reset your password yourself")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_Language_Is_Kept_For_The_Next_Visit()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "sora");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "한국어" }).ClickAsync();
        await chat.Page.ReloadAsync();

        await Expect(chat.Page.Locator("#ledger-title")).ToHaveTextAsync("테넌트에 일어난 일");
        await Expect(chat.SendBox).ToHaveAttributeAsync("placeholder", "CredBot에게 메시지 쓰기");
    }

    private static async Task TabToAsync(IPage page, string selector, bool backwards = false)
    {
        for (var stops = 0; stops < 60; stops++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"60 stops did not lead to {selector}.");
    }
}
