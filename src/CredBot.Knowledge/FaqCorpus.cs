using System.Globalization;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge;

/// <summary>The questions and answers that CredBot carries, in every language they are written in.</summary>
/// <remarks>One file per question and language: <c>seeds/faq/&lt;id&gt;/&lt;language&gt;.md</c>.</remarks>
public sealed class FaqCorpus
{
    private const string Fallback = "en";
    private readonly Dictionary<(string Id, string Language), FaqEntry> entries;

    internal FaqCorpus(IEnumerable<FaqEntry> entries) =>
        this.entries = entries.ToDictionary(static entry => (entry.Id, entry.Language));

    /// <summary>Everything, in the order of the files.</summary>
    public IReadOnlyCollection<FaqEntry> Entries => entries.Values;

    /// <exception cref="SeedFormatException">A file cannot be read.</exception>
    public static FaqCorpus Load() => Load(SeedFile.Embedded("faq/"));

    internal static FaqCorpus Load(IEnumerable<SeedFile> files) => new(files.Select(Parse));

    /// <summary>One answer, in English where it is not written in this language.</summary>
    /// <param name="id">One of <see cref="Intents.Faq"/>.</param>
    /// <param name="language">As <see cref="Languages.LanguageOf"/> says it.</param>
    /// <exception cref="KeyNotFoundException">There is no such question.</exception>
    public FaqEntry Get(string id, string language) =>
        entries.GetValueOrDefault((id, language)) ?? entries.GetValueOrDefault((id, Fallback))
        ?? throw new KeyNotFoundException($"The FAQ has no question '{id}'.");

    private static FaqEntry Parse(SeedFile file)
    {
        var head = FrontMatter.Parse(file);
        head.Allow("id", "language", "title", "reviewed", "sources", "links", "phrases");
        var entry = new FaqEntry
        {
            Id = head.One("id"),
            Language = head.One("language"),
            Title = head.One("title"),
            Reviewed = Date(head),
            Sources = [.. head.Many("sources").Select(static source => source.Value)],
            Links = [.. head.Many("links").Select(link => Link(head, link.Line, link.Value))],
            Phrases = [.. head.Many("phrases").Select(static phrase => phrase.Value)],
            Answer = head.Body,
        };
        if (file.Path != $"faq/{entry.Id}/{entry.Language}.md")
        {
            throw new SeedFormatException(file.Path, head.LineOf("id"), $"the head says {entry.Id}/{entry.Language}");
        }

        return entry.Answer.Length > 0 ? entry : throw new SeedFormatException(file.Path, 1, "there is no answer below the head");
    }

    private static DateOnly Date(FrontMatter head) =>
        DateOnly.TryParseExact(head.One("reviewed"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new SeedFormatException(head.Path, head.LineOf("reviewed"), "'reviewed' is not a date like 2026-11-20");

    private static FaqLink Link(FrontMatter head, int line, string value) =>
        value.LastIndexOf(": ", StringComparison.Ordinal) is var colon and > 0
            ? new FaqLink(value[..colon], value[(colon + 2)..].Trim())
            : throw new SeedFormatException(head.Path, line, "a link is 'title: address'");
}
