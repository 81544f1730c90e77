namespace CredBot.Graph.Passwords;

/// <summary>
/// 512 English words that are told apart on the phone and on paper: 4 to 8 letters, no two that differ in one letter only, no number words, no
/// seasons, no months.
/// </summary>
internal static class WordList
{
    public const int Count = 512;

    private static readonly Lazy<string[]> Words = new(Load);

    public static string At(int index) => Words.Value[index];

    private static string[] Load()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("words.txt") ?? throw new InvalidDataException("words.txt is not embedded.");
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // Fewer distinct words would be less entropy than is promised.
        return words.Length is Count && words.Distinct().Count() is Count
            ? words
            : throw new InvalidDataException($"words.txt must hold {Count} different words.");
    }
}
