using CredBot.Browser.World;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Stories;

/// <summary>The group chat on the page: what is said to one person is marked as theirs, and nobody else sees it.</summary>
public sealed class GroupStories(Chromium chromium, Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_Refusal_In_The_Group_Is_Marked_And_Seen_By_Who_Spoke_Alone()
    {
        await using var window = await chromium.WindowAsync("ko");
        var chat = await ChatPage.OpenAsync(window, product.Address, "mina");
        await chat.Page.Locator("[data-place='groupChat']").ClickAsync();
        await Expect(chat.Said("안녕하세요")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await chat.SayAsync("비밀번호 재설정 어떻게 해요?");
        await Expect(chat.Said("개인 채팅으로 보내 주세요")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(chat.Messages.Filter(new() { HasText = "나에게만 보이는 메시지입니다" })).ToHaveCountAsync(1);

        await chat.Page.Locator("[data-person='sora']").ClickAsync();
        await Expect(chat.Said("비밀번호 재설정 어떻게 해요?")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(chat.Said("개인 채팅으로 보내 주세요")).ToHaveCountAsync(0);
    }
}
