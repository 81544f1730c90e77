namespace CredBot.Knowledge.Seeds;

/// <summary>All phrases: <c>seeds/intents/&lt;language&gt;/&lt;intent&gt;.txt</c>, and those of the FAQ's entries.</summary>
internal static class PhraseBook
{
    /// <exception cref="SeedFormatException">A file cannot be read.</exception>
    public static IReadOnlyList<Phrase> Load() => Load(SeedFile.Embedded("intents/"), FaqCorpus.Load());

    public static IReadOnlyList<Phrase> Load(IEnumerable<SeedFile> files, FaqCorpus corpus) =>
    [
        .. files.SelectMany(Read),
        .. corpus.Entries.SelectMany(static entry => entry.Phrases.Append(entry.Title).Select(text => new Phrase(entry.Id, entry.Language, text, 1))),
    ];

    private static IEnumerable<Phrase> Read(SeedFile file)
    {
        // What lies in no language's folder is a word list.
        if (file.Path.Split('/') is not [_, var language, var name])
        {
            return [];
        }

        var intent = Path.GetFileNameWithoutExtension(name);
        return Intents.All.Contains(intent)
            ? SeedLines.Of(file).SelectMany(line => Spell(file, line.Line, line.Number, intent, language))
            : throw new SeedFormatException(file.Path, 1, $"there is no intent '{intent}'");
    }

    private static IEnumerable<Phrase> Spell(SeedFile file, string line, int number, string intent, string language)
    {
        try
        {
            var sentences = Alternation.Expand(line);
            var weight = 1 / MathF.Sqrt(sentences.Count);
            return sentences.Select(sentence => new Phrase(intent, language, sentence, weight));
        }
        catch (FormatException problem)
        {
            throw new SeedFormatException(file.Path, number, problem.Message);
        }
    }
}
