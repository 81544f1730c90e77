namespace CredBot.Knowledge.Seeds;

/// <summary>The head of a Markdown file between two <c>---</c> lines: <c>key: value</c>, or <c>key:</c> and indented <c>- item</c> lines. Nothing else of YAML.</summary>
internal sealed class FrontMatter
{
    private const string Fence = "---";
    private readonly Dictionary<string, (int Line, List<(int Line, string Value)> Values)> keys = new(StringComparer.Ordinal);

    private FrontMatter(string path) => Path = path;

    public string Path { get; }

    /// <summary>What follows the head, without blank lines around it.</summary>
    public string Body { get; private set; } = "";

    /// <exception cref="SeedFormatException">The file is not of this form.</exception>
    public static FrontMatter Parse(SeedFile file)
    {
        var lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, static line => line.TrimEnd() is Fence);
        if (lines[0].TrimEnd() is not Fence || end < 0)
        {
            throw new SeedFormatException(file.Path, 1, "expected a head between two --- lines");
        }

        var head = new FrontMatter(file.Path) { Body = string.Join('\n', lines[(end + 1)..]).Trim() };
        string? list = null;
        for (var index = 1; index < end; index++)
        {
            list = head.Read(lines[index].TrimEnd(), index + 1, list);
        }

        return head;
    }

    /// <summary>The one value of a key.</summary>
    /// <exception cref="SeedFormatException">It is missing, empty or a list.</exception>
    public string One(string key) => keys.TryGetValue(key, out var found) && found.Values is [{ Value: { Length: > 0 } value }]
        ? value
        : throw new SeedFormatException(Path, LineOf(key), $"'{key}' needs one value");

    /// <summary>The values of a key; empty where it is missing.</summary>
    public IReadOnlyList<(int Line, string Value)> Many(string key) => keys.TryGetValue(key, out var found) ? found.Values : [];

    /// <returns>1 where the key is missing.</returns>
    public int LineOf(string key) => keys.TryGetValue(key, out var found) ? found.Line : 1;

    /// <exception cref="SeedFormatException">A key stands in the head that is none of these: most likely a typing error.</exception>
    public void Allow(params ReadOnlySpan<string> allowed)
    {
        foreach (var (key, (line, _)) in keys)
        {
            if (!allowed.Contains(key))
            {
                throw new SeedFormatException(Path, line, $"unknown key '{key}'");
            }
        }
    }

    private string? Read(string line, int number, string? list)
    {
        if (line.Length is 0)
        {
            return list;
        }

        if (line.TrimStart() is ['-', ' ', .. var item])
        {
            _ = list ?? throw new SeedFormatException(Path, number, "a list item without a list");
            keys[list].Values.Add((number, item.Trim()));
            return list;
        }

        if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && !char.IsWhiteSpace(line[0]))
        {
            var (key, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (!keys.TryAdd(key, (number, value.Length is 0 ? [] : [(number, value)])))
            {
                throw new SeedFormatException(Path, number, $"'{key}' stands twice");
            }

            return value.Length is 0 ? key : null;
        }

        throw new SeedFormatException(Path, number, "expected 'key: value' or '- item'");
    }
}
