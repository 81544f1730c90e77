using CredBot.Browser.World;

namespace CredBot.Browser.Clients;

/// <summary>botframework-directlinejs as it comes from npm, from another origin.</summary>
public sealed class DirectLineJs(Chromium chromium, Product product, BarePages pages) : IClassFixture<Product>, IClassFixture<BarePages>
{
    private const string Greeting = "Hello, this is CredBot";
    private const string Answer = "You are welcome";

    [Theory]
    [InlineData(true, "sora")]
    [InlineData(false, "yuna")]
    public async Task A_Message_Is_Echoed_With_Its_Client_Id_And_Answered(bool webSocket, string person)
    {
        await using var window = await chromium.WindowAsync("en");
        var line = await LinePage.OpenAsync(window, pages, product, person, webSocket);

        var id = await line.SayAsync("thanks", "mine-1");
        await line.HearsAsync(Answer);

        var echo = Assert.Single(await line.HeardAsync(), activity => activity.GetProperty("id").GetString() == id);
        Assert.Equal("mine-1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal($"dl_{person}", echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("thanks", echo.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(true, "daniel")]
    [InlineData(false, "olivia")]
    public async Task After_A_Lost_Connection_Only_What_Was_Said_Meanwhile_Comes_And_Comes_Once(bool webSocket, string person)
    {
        await using var window = await chromium.WindowAsync("en");
        await using var otherWindow = await chromium.WindowAsync("en");
        var line = await LinePage.OpenAsync(window, pages, product, person, webSocket);
        await line.HearsAsync(Greeting);
        var before = await line.HeardAsync();

        var outage = await Outage.BeginAsync(line.Page, webSocket);
        var other = await LinePage.OpenAsync(otherWindow, pages, product, person, webSocket: true);
        var id = await other.SayAsync("thanks", "meanwhile");
        await other.HearsAsync(Answer);
        var request = await outage.EndAsync();
        await line.HearsAsync(Answer);

        Assert.Matches("watermark=[1-9]", request);
        var heard = await line.HeardAsync();
        Assert.Equal(heard.Count, heard.Select(static activity => activity.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(id, heard[before.Count].GetProperty("id").GetString());
    }
}
