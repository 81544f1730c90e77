using System.Collections.Concurrent;
using CredBot.Browser.World;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Clients;

/// <summary>A card with an input that must be filled, in Web Chat. None of the bot's own cards has an input so far, so the test posts one in its name.</summary>
/// <remarks>A button that never sends again after one failed check (microsoft/BotFramework-WebChat#4583) was not seen with these versions.</remarks>
public sealed class RequiredInput(Chromium chromium, Product product, BarePages pages) : IClassFixture<Product>, IClassFixture<BarePages>
{
    private const string Input = """{"type":"Input.Text","id":"why","label":"Why","isRequired":true,"errorMessage":"Say in a sentence why."}""";
    private const string Actions = """[{"type":"Action.Submit","title":"Go on","data":{"answer":"a"}}]""";

    private static readonly Guid Sora = Guid.Parse("774dde16-ed0b-5f0d-9e8f-3aff016d17c7");

    [Theory]
    [InlineData($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{Input}}],"actions":{{Actions}}}""")]
    [InlineData($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{Input}},{"type":"ActionSet","actions":{{Actions}}}]}""")]
    public async Task Left_Empty_It_Sends_Nothing_And_Says_Why_And_Filled_It_Is_Sent(string card)
    {
        await using var window = await chromium.WindowAsync("en");
        await using var connector = new OwnConnector(product);
        var chat = await WebChatPage.OpenAsync(window, pages, product, "sora");
        ConcurrentQueue<string> submitted = [];
        chat.Page.Request += (_, request) =>
        {
            if (request.PostData is { } body && body.Contains("\"postBack\":true", StringComparison.Ordinal))
            {
                submitted.Enqueue(body);
            }
        };
        await connector.ShowAsync(Sora, card);

        await chat.Button("Go on").ClickAsync();
        await Expect(chat.Page.GetByText("Say in a sentence why.")).ToBeVisibleAsync();

        var sent = chat.Page.WaitForRequestAsync(static request => request.PostData?.Contains("\"postBack\":true", StringComparison.Ordinal) is true);
        await chat.Page.GetByRole(AriaRole.Textbox, new() { Name = "Why" }).Last.FillAsync("locked out");
        await chat.Button("Go on").ClickAsync();
        await sent;

        Assert.Contains("\"why\":\"locked out\"", Assert.Single(submitted), StringComparison.Ordinal);
    }
}
