using CredBot.Knowledge.Errors;
using CredBot.Knowledge.Lint;
using CredBot.Knowledge.Seeds;
using CredBot.Knowledge.Words;

namespace CredBot.Knowledge;

/// <summary>Checks the FAQ, the phrases and the error codes against the rules that a reviewer would otherwise have to remember.</summary>
public static class FaqLint
{
    private const int LongestAnswer = 900;
    private static readonly string[] Required = ["en", "ko"];

    /// <param name="corpus">What is checked.</param>
    /// <param name="today">The day that review dates are measured against.</param>
    /// <returns>Empty where all is well.</returns>
    public static IReadOnlyList<FaqProblem> Check(FaqCorpus corpus, DateOnly today) =>
        [.. Check(corpus, PhraseBook.Load(SeedFile.Embedded("intents/"), corpus), today), .. ErrorLint.Check(ErrorCodes.Load(), today)];

    internal static IReadOnlyList<FaqProblem> Check(FaqCorpus corpus, IReadOnlyList<Phrase> phrases, DateOnly today) =>
    [
        .. Missing(corpus),
        .. corpus.Entries.SelectMany(entry => Check(entry, today)),
        .. Duplicates(phrases),
    ];

    private static IEnumerable<FaqProblem> Missing(FaqCorpus corpus)
    {
        // A language that somebody has begun is finished before it ships.
        var languages = corpus.Entries.Select(static entry => entry.Language).Union(Required);
        return Intents.Faq.SelectMany(id => languages, static (id, language) => (id, language))
            .Where(pair => !corpus.Entries.Any(entry => entry.Id == pair.id && entry.Language == pair.language))
            .Select(static pair => new FaqProblem($"{pair.id}/{pair.language}", "this language is missing"));
    }

    private static IEnumerable<FaqProblem> Check(FaqEntry entry, DateOnly today) =>
        Problems(entry, today).Select(what => new FaqProblem($"{entry.Id}/{entry.Language}", what));

    private static IEnumerable<string> Problems(FaqEntry entry, DateOnly today)
    {
        if (!Intents.Faq.Contains(entry.Id))
        {
            yield return "the recogniser knows no such id";
        }

        if (!Languages.Known.Contains(entry.Language))
        {
            yield return "no such language is known";
        }

        if (entry.Sources.Count is 0 || entry.Links.Count is 0)
        {
            yield return "it needs at least one source and one link";
        }

        if (entry.Reviewed > today || entry.Reviewed < today.AddYears(-1))
        {
            yield return $"it was reviewed on {entry.Reviewed:yyyy-MM-dd}: longer than a year ago, or not yet";
        }

        if (AnswerText.Visible(entry.Answer).Length is var length and > LongestAnswer)
        {
            yield return $"the answer has {length} characters, at most {LongestAnswer} fit a card";
        }

        if (entry.Answer.Contains("credential reset", StringComparison.Ordinal) && !entry.Answer.Contains("--append", StringComparison.Ordinal))
        {
            yield return "'az ad app credential reset' without --append removes every other credential of the app";
        }

        foreach (var problem in AnswerText.Addresses(entry).Select(Addresses.Problem).OfType<string>()
            .Concat(RetiredNames.Find(entry)).Concat(ResettingRoles.Problems(entry)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<FaqProblem> Duplicates(IReadOnlyList<Phrase> phrases) =>
        phrases.GroupBy(static phrase => PlainText.Of(phrase.Text), StringComparer.Ordinal)
            .Select(static group => (Text: group.Key, Ids: group.Select(static phrase => phrase.Intent).Distinct().ToList()))
            .Where(static group => group.Ids.Count > 1)
            .Select(static group => new FaqProblem(string.Join(" and ", group.Ids), $"both claim the phrase \"{group.Text}\""));
}
