using CredBot.Browser.World;
using static Microsoft.Playwright.Assertions;

namespace CredBot.Browser.Playground;

/// <summary>The Microsoft 365 Agents Playground as it comes from npm, against a bot that authenticates as in production.</summary>
/// <remarks>
/// Explicit, since its licence is a pre-release one and it belongs to no default run:
/// <c>dotnet run --project tests/CredBot.Browser -- -explicit only</c>.
/// </remarks>
public sealed class PlaygroundStories(Chromium chromium)
{
    [Fact(Explicit = true)]
    public async Task In_A_Personal_Chat_A_Reset_Runs_From_The_First_Word_To_The_Updated_Card()
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium);
        await world.GoToAsync("Personal Chat");
        await world.SeesAsync("Hello, this is CredBot");

        await world.SayAsync("Reset sora@hanbit.example's password");
        await world.SignInAsync();
        await world.SeesAsync("One sentence; never a password or a code.");
        await world.SayAsync("forgot it over the holidays, called back");
        await world.Button("Reset the password").ClickAsync();

        // The tenant takes its time: the click is answered long before, and the bot redraws the card by itself.
        await world.SeesAsync("Done:");
        Assert.Single(world.Proxy.Posted, static posted => posted.Contains("adaptiveCard/action", StringComparison.Ordinal));
        Assert.Contains("PUT 200", world.Proxy.Calls);
        Assert.Single(await world.Tenant.LedgerAsync(), static line => line is { IsReset: true, Caller: "mina", Subject: "sora", Status: 202 });
    }

    [Fact(Explicit = true)]
    public async Task A_Client_Without_Universal_Actions_Submits_The_Fallback()
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium);
        await world.GoToAsync("Personal Chat");
        world.Proxy.KnowsNoExecute = true;
        await world.SayAsync("help");
        await Expect(world.Button("Reset a user's password")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        await world.Button("Reset a user's password").ClickAsync();

        await world.SeesAsync("Whose password shall be reset?");
        Assert.Single(world.Proxy.Posted, static posted => posted.Contains("\"verb\":\"ask\"", StringComparison.Ordinal) && posted.Contains("\"type\":\"message\"", StringComparison.Ordinal));
    }

    [Theory(Explicit = true)]
    [InlineData("Help desk", "Send Message")]
    [InlineData("Hanbit - Announcements", "Post")]
    public async Task In_A_Group_And_In_A_Channel_The_Bot_Answers_Whoever_Names_It(string chat, string button)
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium);
        await world.GoToAsync(chat);

        await world.SayAsync("thanks", mentions: true, button);

        await world.SeesAsync("You are welcome");
    }
}
