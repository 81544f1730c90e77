using CredBot.Knowledge;
using CredBot.Knowledge.Seeds;
using CredBot.Knowledge.Words;

namespace CredBot.Tests.Knowledge;

/// <summary>The recogniser before sentences it was not taught: <c>seeds/eval/utterances.tsv</c>.</summary>
public sealed class Examination
{
    private static readonly Recogniser Recogniser = new();
    private static readonly List<(string Language, string Intent, string Text)> Questions =
    [
        .. File.ReadLines(Path.Combine(Root(), "seeds", "eval", "utterances.tsv"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1], parts[2])),
    ];

    [Theory]
    [InlineData("ko", 0.88)]
    [InlineData("en", 0.88)]
    [InlineData("es", 0.90)]
    [InlineData("ja", 0.90)]
    [InlineData("zh-Hans", 0.84)]
    [InlineData("pt-BR", 0.84)]
    [InlineData("fr", 0.82)]
    [InlineData("de", 0.78)]
    public void The_Right_Intent_Comes_First(string language, double floor)
    {
        var right = Questions.Where(question => question.Language == language && question.Intent is not Intents.OutOfScope)
            .Select(question => Recogniser.Recognise(question.Text, null).Top[0].Intent == question.Intent ? 1.0 : 0).Average();

        Assert.True(right >= floor, $"{right:P1} of {language} is right, the floor is {floor:P0}");
    }

    [Fact]
    public void Little_That_Is_Not_Ours_Is_Acted_On()
    {
        var acted = Questions.Where(question => question.Intent is Intents.OutOfScope)
            .Select(question => Recogniser.Recognise(question.Text, null).Confidence is Confidence.Sure ? 1.0 : 0).Average();

        Assert.True(acted <= 0.08, $"{acted:P1} is acted on");
    }

    [Fact]
    public void No_Question_Was_Taught_Before()
    {
        var taught = PhraseBook.Load().Select(phrase => PlainText.Of(phrase.Text)).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Questions, question => taught.Contains(PlainText.Of(question.Text)));
    }

    [Fact]
    public void Every_Intent_Is_Asked_In_Both_Languages() =>
        Assert.All(["ko", "en"], language => Assert.Empty(Intents.All.Except(Questions.Where(question => question.Language == language).Select(question => question.Intent))));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CredBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
