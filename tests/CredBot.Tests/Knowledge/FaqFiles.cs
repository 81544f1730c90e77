using CredBot.Knowledge;
using CredBot.Knowledge.Seeds;

namespace CredBot.Tests.Knowledge;

public sealed class FaqFiles
{
    private const string Good = """
        ---
        id: faq-user-reset
        language: en
        title: How do users reset their password?
        reviewed: 2026-11-20
        sources:
          - https://learn.microsoft.com/x
        links:
          - Reset: now: https://aka.ms/sspr
        phrases:
          - forgot it
        ---

        Open the page.
        """;

    [Fact]
    public void A_Head_And_A_Body_Make_An_Entry()
    {
        var entry = Load(Good).Get("faq-user-reset", "en");

        Assert.Equal("How do users reset their password?", entry.Title);
        Assert.Equal("Open the page.", entry.Answer);
        Assert.Equal(new FaqLink("Reset: now", "https://aka.ms/sspr"), Assert.Single(entry.Links));
        Assert.Equal(["forgot it"], entry.Phrases);
        Assert.Equal(new DateOnly(2026, 11, 20), entry.Reviewed);
    }

    [Theory]
    [InlineData("id: faq-user-reset", "id: faq-user-change", 2)]
    [InlineData("language: en", "language:", 3)]
    [InlineData("title: How", "titel: How", 4)]
    [InlineData("reviewed: 2026-11-20", "reviewed: 20.11.2026", 5)]
    [InlineData("reviewed: 2026-11-20", "language: ko", 5)]
    [InlineData("sources:", "sources", 6)]
    [InlineData("sources:\n", "\n", 7)]
    [InlineData("- Reset: now: https://aka.ms/sspr", "- https://aka.ms/sspr", 9)]
    [InlineData("Open the page.", "", 1)]
    [InlineData("---\n\nOpen", "Open", 1)]
    public void A_Bad_Head_Is_Refused_With_File_And_Line(string written, string instead, int line)
    {
        var problem = Assert.Throws<SeedFormatException>(() => Load(Good.ReplaceLineEndings("\n").Replace(written, instead, StringComparison.Ordinal)));

        Assert.Equal(("faq/faq-user-reset/en.md", line), (problem.File, problem.Line));
        Assert.StartsWith($"faq/faq-user-reset/en.md:{line}: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Language_That_Is_Not_Written_Yet_Falls_Back_To_English() =>
        Assert.Equal("en", FaqCorpus.Load().Get(Intents.FaqUserReset, "ja").Language);

    [Fact]
    public void An_Unknown_Question_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => FaqCorpus.Load().Get("faq-nothing", "en"));

    [Fact]
    public void Every_Question_Stands_In_Korean_And_English()
    {
        var corpus = FaqCorpus.Load();

        Assert.All(Intents.Faq, id => Assert.All(["ko", "en"], language => Assert.Equal((id, language), (corpus.Get(id, language).Id, corpus.Get(id, language).Language))));
    }

    [Theory]
    [InlineData("(reset|change) my (password|pw)", "reset my password", "change my password", "reset my pw", "change my pw")]
    [InlineData("reset (it|) now", "reset it now", "reset now")]
    [InlineData("plain", "plain")]
    public void An_Alternation_Is_Spelt_Out(string line, params string[] sentences) =>
        Assert.Equal(sentences, Alternation.Expand(line));

    [Theory]
    [InlineData("reset (my password")]
    [InlineData("reset my) password")]
    [InlineData("(reset (my|the) password|x)")]
    public void A_Lonely_Parenthesis_Is_Refused(string line) =>
        Assert.Throws<FormatException>(() => Alternation.Expand(line));

    [Fact]
    public void A_Phrase_File_Of_No_Intent_Is_Refused() =>
        Assert.Throws<SeedFormatException>(() => PhraseBook.Load([new SeedFile("intents/en/reset-the-moon.txt", "hello")], new FaqCorpus([])));

    private static FaqCorpus Load(string text) => FaqCorpus.Load([new SeedFile("faq/faq-user-reset/en.md", text)]);
}
