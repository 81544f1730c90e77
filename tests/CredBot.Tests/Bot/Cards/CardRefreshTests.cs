using CredBot.Bot.Cards;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Cards;

public sealed class CardRefreshTests
{
    [Fact]
    [Statement(120)]
    public void It_Names_At_Most_60_People_Each_Once_By_Their_Channel_Id()
    {
        var people = Enumerable.Range(0, 100).SelectMany(static number => new[] { $"29:{number}", $"29:{number}", $"dl_{number}", $"{Guid.NewGuid()}", "28:bot" });

        var refresh = CardRefresh.For("status", "k", people)!;

        Assert.Equal(Enumerable.Range(0, 60).Select(static number => $"29:{number}"), refresh.UserIds);
    }

    [Fact]
    public void Without_Anybody_There_Is_None_Since_It_Would_Be_For_Everybody() => Assert.Null(CardRefresh.For("status", "k", ["dl_mina", ""]));

    [Fact]
    public void It_Is_Written_As_Teams_Reads_It()
    {
        var card = new AdaptiveCard { Body = [], Refresh = CardRefresh.For("status", "k", ["29:mina"], ("operation", "o")) }.ToJson();

        Assert.Equal(
            """{"action":{"type":"Action.Execute","verb":"status","data":{"messageKey":"k","operation":"o"}},"userIds":["29:mina"]}""",
            card.GetProperty("refresh").GetRawText());
    }
}
