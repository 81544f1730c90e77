using System.Net;
using Xunit.Sdk;

namespace CredBot.Tests.World.Cards;

/// <summary>That no card goes by unseen.</summary>
public sealed class CardWatchTests
{
    [Fact]
    public async Task What_The_Bot_Posts_And_What_It_Answers_A_Click_With_Is_Looked_At()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var posted = world.Cards.Seen;

        await mina.ConfirmsResetAsync(world);

        Assert.True(posted > 0);
        Assert.True(world.Cards.Seen > posted);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Blink"}]}}""", true)]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[]}}""", false)]
    [InlineData("", false)]
    public async Task Only_A_Bad_Card_Fails_The_Test(string answer, bool fails)
    {
        var watch = new CardWatch();
        using var http = new HttpClient(watch.Answers(new Canned(answer)));

        using var response = await http.GetAsync(new Uri("http://127.0.0.1/"));

        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
        Assert.Equal(fails, Record.Exception(watch.AssertGood) is XunitException);
    }

    private sealed class Canned(string answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) });
    }
}
