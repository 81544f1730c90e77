using System.Text.RegularExpressions;
using CredBot.Browser.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Stories;

/// <summary>The main jobs, from the first word to what the tenant then holds, through the page and with nothing replaced.</summary>
public sealed class CredentialStories(Chromium chromium, Product product) : IClassFixture<Product>
{
    private const string Reason = "forgot it over the holidays, called back";

    [Fact]
    public async Task An_End_User_Asks_In_Korean_And_Gets_Their_Own_Card()
    {
        await using var window = await chromium.WindowAsync("ko");
        var chat = await ChatPage.OpenAsync(window, product.Address, "sora");

        await chat.SayAsync("비밀번호 재설정 어떻게 해요?");

        var card = chat.Card("직접 암호를 재설정할 수 있습니다");
        await Expect(card).ToContainTextAsync("sora@hanbit.example");
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "암호 재설정 페이지 열기" })
            .Or(card.GetByRole(AriaRole.Link, new() { Name = "암호 재설정 페이지 열기" }))).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        Assert.DoesNotContain(await product.LedgerAsync(), static line => line.Caller is "sora");
    }

    [Fact]
    public async Task Whoever_Doubts_A_Caller_Sees_The_Same_Words_As_The_Real_Colleague()
    {
        await using var window = await chromium.WindowAsync("en");
        var daniel = await ChatPage.OpenAsync(window, product.Address, "daniel");
        await Expect(daniel.Card("Hello, this is CredBot")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await daniel.SayAsync("is aiko@hanbit.example really from the helpdesk?");
        await Expect(daniel.Card("Checking:")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await using var other = await chromium.WindowAsync("en");
        var aiko = await ChatPage.OpenAsync(other, product.Address, "aiko");
        await Expect(aiko.Card("Hello, this is CredBot")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await aiko.ClickAsync("Yes, I am talking with them");
        var shown = aiko.Card("Say these words to them").Locator(".ac-richTextBlock");
        await Expect(shown).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(daniel.Card("Never say them first").Locator(".ac-richTextBlock")).ToHaveTextAsync(await shown.InnerTextAsync(), new() { Timeout = 20_000 });

        await daniel.ClickAsync("They said these words");
        await Expect(daniel.Card("Confirmed: this is Aiko Tanaka")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(aiko.Card("has confirmed that it is you")).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task An_Agent_Resets_A_Cloud_User_And_Sees_Done_And_The_Password_Once()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "mina");
        await chat.SayAsync("Reset bora@hanbit.example's password");
        await chat.SaysWhyAsync(Reason);
        var messages = await chat.Messages.CountAsync();

        await chat.ClickAsync("Reset the password");
        await product.TypesNumberAsync(window, chat.Card("Read this number"), "bora");
        var done = chat.Card("Done:");
        await Expect(done).ToBeVisibleAsync(new() { Timeout = 20_000 });
        // The card changed where it stood: no second message, and nothing of the question is left.
        Assert.Equal(messages, await chat.Messages.CountAsync());
        await Expect(chat.Card("If you confirm")).ToHaveCountAsync(0);

        await chat.ClickAsync("Show the password once");
        var password = await done.Locator(".ac-richTextBlock").InnerTextAsync();
        Assert.Matches(new Regex(@"^\S{8,}$"), password.Trim());

        await chat.ClickAsync("Hide it now");
        await Expect(chat.Card("The temporary password has been removed")).ToBeVisibleAsync();
        await Expect(chat.Page.GetByText(password.Trim(), new() { Exact = true })).ToHaveCountAsync(0);

        Assert.Single(await product.LedgerAsync(), static line => line is { IsReset: true, Caller: "mina", Subject: "bora", Status: 202 });
        await Expect(chat.Ledger.Filter(new() { HasText = "reset the password, 202 accepted" }).First).ToContainTextAsync("Lee Mina → Jung Bora");
    }

    [Fact]
    public async Task An_Agent_Is_Refused_For_A_User_Who_Outranks_Them_With_The_Rule()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "peter");

        await chat.SayAsync("Reset grace@hanbit.example's password");

        var card = chat.Card("password cannot be reset by you");
        await Expect(card).ToContainTextAsync("They hold the role Global Administrator, and your role (Password Administrator) may not reset somebody who holds it.");
        await Expect(card).ToContainTextAsync("Roles that could: ");
        Assert.DoesNotContain(await product.LedgerAsync(), static line => line.Caller is "peter");
    }

    [Fact]
    public async Task A_Reset_That_The_Tenant_Answers_With_503_Is_Told_And_Not_Tried_Again()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "ursula");
        await chat.SayAsync("Reset yuna@hanbit.example's password");
        await chat.SaysWhyAsync(Reason);
        await product.FailAsync(new { path = "8062d8fb-9957-5d66-8c72-91e94a11dce0.*resetPassword", method = "POST", kind = "status", status = 503, times = 1 });

        await chat.ClickAsync("Reset the password");
        await product.TypesNumberAsync(window, chat.Card("Read this number"), "yuna");

        var card = chat.Card("Failed:");
        await Expect(card).ToContainTextAsync("not available right now (503)", new() { Timeout = 20_000 });
        await Expect(card).ToContainTextAsync("Nothing was changed.");
        await Expect(chat.Ledger.Filter(new() { HasText = "reset the password, 503 failed" })).ToHaveCountAsync(1);
        Assert.Single(await product.LedgerAsync(), static line => line is { IsReset: true, Subject: "yuna" });
    }

    [Fact]
    public async Task Somebody_Who_Has_Not_Consented_Is_Asked_Once_And_No_Is_Taken_For_No()
    {
        await product.RevokeConsentAsync("aiko");
        await using var window = await chromium.WindowAsync("en");
        var chat = await ChatPage.OpenAsync(window, product.Address, "aiko");

        await chat.SayAsync("Reset tom@hanbit.example's password");
        await chat.Consent.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();
        await Expect(chat.Said("You did not sign in")).ToBeVisibleAsync();

        await chat.SayAsync("Reset tom@hanbit.example's password");
        await chat.Consent.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Expect(chat.Said("Why is Tom Becker's password to be reset?")).ToBeVisibleAsync();
    }
}
