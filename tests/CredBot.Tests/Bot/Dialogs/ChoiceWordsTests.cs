using CredBot.Bot.Dialogs;

namespace CredBot.Tests.Bot.Dialogs;

public sealed class ChoiceWordsTests
{
    private static readonly Choice[] People =
    [
        new("id-1", "Daniel Lee · Finance · daniel@hanbit.example", ["daniel@hanbit.example", "daniel"]),
        new("id-2", "Daniel Lee · Sales · daniel.lee2@hanbit.example", ["daniel.lee2@hanbit.example", "daniel.lee2"]),
        new("id-3", "김소라 (Kim Sora)", null),
    ];

    [Theory]
    [InlineData("daniel.lee2@hanbit.example", "id-2")]
    [InlineData("DANIEL", "id-1")]
    [InlineData("Sales", "id-2")]
    [InlineData("finance", "id-1")]
    [InlineData("2", "id-2")]
    [InlineData("２", "id-2")]
    [InlineData("2번", "id-2")]
    [InlineData("the second one", "id-2")]
    [InlineData("두 번째", "id-2")]
    [InlineData("세번째요", "id-3")]
    [InlineData("김소라", "id-3")]
    [InlineData("id-3", "id-3")]
    public void Words_Find_The_Choice_They_Mean(string words, string value) => Assert.Equal(value, ChoiceWords.Find(People, words)?.Value);

    [Theory]
    [InlineData("Daniel Lee")]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("somebody else")]
    [InlineData("99999999999999")]
    public void Words_That_Fit_None_Or_Several_Find_Nothing(string words) => Assert.Null(ChoiceWords.Find(People, words));
}
