using CredBot.Bot.Connector;
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
        await world.Page.GoToAsync("Personal Chat");
        await world.Page.SeesAsync("Hello, this is CredBot");

        await world.Page.SayAsync("Reset sora@hanbit.example's password");
        await world.SignInAsync();
        await world.Page.SeesAsync("One sentence; never a password or a code.");
        await world.Page.SayAsync("forgot it over the holidays, called back");
        await world.Page.Button("Reset the password").ClickAsync();

        // The tenant takes its time: the click is answered long before, and the bot redraws the card by itself.
        await world.Page.SeesAsync("Done:");
        Assert.Single(world.Proxy.Posted, static posted => posted.Contains("adaptiveCard/action", StringComparison.Ordinal));
        Assert.Contains(world.Proxy.Calls, static call => call is { Method: "PUT", Status: 200 });
        Assert.Single(await world.Tenant.LedgerAsync(), static line => line is { IsReset: true, Caller: "mina", Subject: "sora", Status: 202 });
    }

    [Fact(Explicit = true)]
    public async Task A_Client_Without_Universal_Actions_Submits_The_Fallback()
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium);
        await world.Page.GoToAsync("Personal Chat");
        world.Proxy.KnowsNoExecute = true;
        await world.Page.SayAsync("help");
        await Expect(world.Page.Button("Reset a user's password")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        await world.Page.Button("Reset a user's password").ClickAsync();

        await world.Page.SeesAsync("Whose password shall be reset?");
        Assert.Single(world.Proxy.Posted, static posted => posted.Contains("\"verb\":\"ask\"", StringComparison.Ordinal) && posted.Contains("\"type\":\"message\"", StringComparison.Ordinal));
    }

    [Theory(Explicit = true)]
    [InlineData("Help desk", "Send Message")]
    [InlineData("Hanbit - Announcements", "Post")]
    public async Task In_A_Group_And_In_A_Channel_The_Bot_Answers_Whoever_Names_It(string chat, string button)
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium);
        await world.Page.GoToAsync(chat);

        await world.Page.SayAsync("thanks", mentions: "CredBot", button);

        await world.Page.SeesAsync("You are welcome");
    }

    [Fact(Explicit = true)]
    public async Task A_Question_Asked_In_The_Group_Goes_On_In_A_Private_Chat_That_The_Bot_Opens()
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium, installed: "groupChat");
        await world.Page.GoToAsync("Help desk");

        await world.Page.SayAsync("Reset sora@hanbit.example's password", mentions: "CredBot");

        await world.Page.SeesAsync("Please write to me in private.");
        await world.Page.GoToAsync("Personal Chat");
        await world.Page.SeesAsync("You asked me this where others can read it.");
        var opened = Assert.Single(world.Proxy.Calls, static call => call is { Method: "POST", Path: "v3/conversations", Status: 201 });
        Assert.Contains("a:1playground", opened.Answer, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public async Task A_Delete_That_The_Channel_Does_Not_Know_Is_Refused_Once_And_The_Chat_Goes_On()
    {
        await using var world = await PlaygroundWorld.StartAsync(chromium);
        await world.Page.GoToAsync("Personal Chat");
        await world.Page.SayAsync("thanks");
        await world.Page.SeesAsync("You are welcome");
        // What is sent next goes out after the last one's id is known.
        await world.Page.SayAsync("help");
        await Expect(world.Page.Button("Reset a user's password")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        // The bot itself deletes nothing so far; its client is asked.
        await using var connector = new OwnConnector(world.Tenant);
        var result = await connector.DeleteAsync(world.Proxy.ServiceUrl, "a:1playground", world.Proxy.IdOf("You are welcome"));

        Assert.Equal(501, Assert.IsType<ConnectorResult.Refused>(result).Status);
        await world.Page.SeesAsync("You are welcome");
        await world.Page.SayAsync("cancel");
        await world.Page.SeesAsync("There is nothing under way to cancel.");
        Assert.Equal(501, Assert.Single(world.Proxy.Calls, static call => call.Method is "DELETE").Status);
    }
}
