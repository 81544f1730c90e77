using CredBot.Bot.Cards;
using CredBot.Tests.Stories.Reset;

namespace CredBot.Tests.Bot.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("[click](https://evil.example)", "\\[click](https://evil.example)")]
    [InlineData("**boss**", "\\*\\*boss\\*\\*")]
    [InlineData("_quiet_", "\\_quiet\\_")]
    [InlineData("first_last@hanbit.example", "first_last@hanbit.example")]
    [InlineData("김소라 (Kim Sora)", "김소라 (Kim Sora)")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("right\u202Eleft", "rightleft")]
    [InlineData("👩‍🚒", "👩‍🚒")]
    [InlineData(null, "")]
    [Security(42)]
    public void Text_From_Outside_Can_Not_Act_As_Markup(string? text, string safe) => Assert.Equal(safe, CardText.Plain(text));

    [Fact]
    public void Long_Text_Ends_In_An_Ellipsis_And_Never_In_Half_A_Character()
    {
        Assert.Equal("aaaaa…", CardText.Plain(new string('a', 300), 5));
        Assert.Equal("aaaa…", CardText.Plain("aaaa😀bbb", 5));
    }
}
