using System.Text.RegularExpressions;
using CredBot.Browser.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Clients;

/// <summary>botframework-webchat as it comes from npm, on a page that adds nothing but the sign-in that Web Chat leaves to its host.</summary>
public sealed class WebChatAlone(Chromium chromium, Product product, BarePages pages) : IClassFixture<Product>, IClassFixture<BarePages>
{
    private const string Request = "Reset tom@hanbit.example's password";
    private const string Why = "Why is Tom Becker's password to be reset?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Message_Is_Shown_As_Sent_And_Answered_With_A_Card(bool webSocket)
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "sora", webSocket: webSocket);

        await chat.SayAsync("How do I reset my password?");

        await Expect(chat.Said("You can reset your password yourself")).ToContainTextAsync("sora@hanbit.example");
        await Expect(chat.Page.GetByText("Sending")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_Card_Is_Answered_By_Its_Submit_Fallback_And_The_Tenant_Acts_Once()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "mina");
        await chat.SayAsync("Reset sora@hanbit.example's password");
        await Expect(chat.Said("One sentence; never a password or a code.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await chat.SayAsync("forgot it over the holidays, called back");

        var submitted = chat.Page.WaitForRequestAsync(static request => request.PostData?.Contains("\"postBack\":true", StringComparison.Ordinal) is true);
        await chat.Button("Reset the password").ClickAsync();

        Assert.Contains("\"type\":\"message\"", (await submitted).PostData, StringComparison.Ordinal);
        await product.TypesNumberAsync(window, chat.Said("Read this number"), "sora");
        await Expect(chat.Said("Done:")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.Single(await product.LedgerAsync(), static line => line is { IsReset: true, Caller: "mina", Subject: "sora", Status: 202 });
    }

    [Fact]
    public async Task A_Host_That_Answers_The_Sign_In_Card_Signs_In_Without_A_Word()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "ursula");

        await chat.SayAsync(Request);

        await Expect(chat.Said(Why)).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_Host_That_Knows_No_Silent_Sign_In_Shows_The_Button_And_The_Code_Is_Typed()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "aiko", signsIn: false);
        await chat.SayAsync(Request);

        var tab = await window.RunAndWaitForPageAsync(() => chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Sign in") }).Last.ClickAsync());
        await tab.GetByRole(AriaRole.Button).First.ClickAsync();
        await chat.SayAsync(await tab.Locator("output").InnerTextAsync());

        await Expect(chat.Said(Why)).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task In_Korean_Both_Web_Chat_And_The_Bot_Speak_Korean()
    {
        await using var window = await chromium.WindowAsync("ko");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "jun", "ko-KR");

        await Expect(chat.SendBox).ToHaveAttributeAsync("placeholder", "메시지 입력");
        await chat.SayAsync("비밀번호 재설정 어떻게 해요?");

        await Expect(chat.Said("암호")).ToBeVisibleAsync();
        await Expect(chat.Page.GetByText("보내는 중")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_A_Lost_Connection_Nothing_Is_Missing_And_Nothing_Is_Doubled()
    {
        await using var window = await chromium.WindowAsync("en");
        await using var otherWindow = await chromium.WindowAsync("en");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "daniel");

        var outage = await Outage.BeginAsync(chat.Page, webSocket: true);
        var other = await WebChatPage.OpenAsync(otherWindow, pages, product, "daniel");
        await other.SayAsync("thanks");
        await Expect(other.Said("You are welcome")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await outage.EndAsync();

        await Expect(chat.Said("You are welcome")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(chat.Bubbles).ToHaveCountAsync(await other.Bubbles.CountAsync());
    }

    [Fact]
    public async Task Axe_Finds_Nothing_Serious_With_A_Card_On_The_Page()
    {
        await using var window = await chromium.WindowAsync("en");
        var chat = await WebChatPage.OpenAsync(window, pages, product, "grace");
        await chat.SayAsync("How do I reset my password?");
        await Expect(chat.Page.Locator(".ac-adaptiveCard").Last).ToBeVisibleAsync();

        Assert.Empty(await Axe.SeriousAsync(chat.Page));
    }
}
