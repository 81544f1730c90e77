using System.Globalization;
using System.Text;

namespace CredBot.Graph;

/// <summary>What somebody typed to find a person, made harmless for a query.</summary>
internal sealed record SearchWords
{
    /// <summary>Longer than any display name or sign-in name.</summary>
    /// <remarks>Source: Graph v1.0 <c>user</c>: displayName 256 characters.</remarks>
    private const int Longest = 256;

    private SearchWords(string text) => Text = text;

    public string Text { get; }

    public bool IsObjectId => Guid.TryParseExact(Text, "D", out _);

    public bool IsAddress => Text.Contains('@', StringComparison.Ordinal);

    public bool IsOneWord => !Text.Contains(' ', StringComparison.Ordinal);

    /// <summary>As a literal of <c>$filter</c>: an apostrophe is written twice.</summary>
    public string Literal => $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>As a clause of <c>$search</c>, or null where nothing is left to search for.</summary>
    /// <remarks>
    /// Quotes, backslashes and &amp; become spaces: inside the clause they end it, escape, or hit a known fault; the search goes by words anyway.
    /// Source: Graph «$search query parameter».
    /// </remarks>
    public string? Clause
    {
        get
        {
            var words = string.Join(' ', Text.Split(['"', '\\', '&', ' '], StringSplitOptions.RemoveEmptyEntries));
            return words.Any(char.IsLetterOrDigit) ? $"\"displayName:{words}\"" : null;
        }
    }

    /// <returns>Null where nobody can be called so: nothing, or longer than a name can be.</returns>
    public static SearchWords? From(string words)
    {
        var text = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            text.Append(IsPartOfNames(rune) ? rune.ToString() : " ");
        }

        var tidy = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return tidy.Length is > 0 and <= Longest ? new(tidy) : null;
    }

    /// <summary>Unpaired surrogates come out as U+FFFD; a paste brings invisible characters along; the two joiners do belong to names.</summary>
    private static bool IsPartOfNames(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format));
}
