using System.Collections.Frozen;

namespace CredBot.Knowledge.Seeds;

/// <summary>Named lists of words, one a line as <c>name: word | word</c>; a name may stand on several lines, which add up.</summary>
internal sealed class WordLists
{
    private readonly Dictionary<string, List<string>> lists = new(StringComparer.Ordinal);

    /// <summary>The lists of <c>seeds/intents/lists.txt</c>.</summary>
    public static WordLists Shipped { get; } = Parse(SeedFile.Embedded("intents/lists.txt"));

    public IEnumerable<string> Names => lists.Keys;

    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public IReadOnlyList<string> this[string name] =>
        lists.TryGetValue(name, out var words) ? words : throw new KeyNotFoundException($"There is no word list '{name}'.");

    public static WordLists Parse(IReadOnlyList<SeedFile> files)
    {
        var all = new WordLists();
        foreach (var file in files)
        {
            all.Read(file);
        }

        return all;
    }

    public FrozenSet<string> Set(string name) => this[name].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private void Read(SeedFile file)
    {
        foreach (var (line, number) in SeedLines.Of(file))
        {
            if (line.IndexOf(": ", StringComparison.Ordinal) is not (var colon and > 0))
            {
                throw new SeedFormatException(file.Path, number, "expected 'name: word | word'");
            }

            var words = line[(colon + 2)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (!lists.TryAdd(line[..colon], [.. words]))
            {
                lists[line[..colon]].AddRange(words);
            }
        }
    }
}
