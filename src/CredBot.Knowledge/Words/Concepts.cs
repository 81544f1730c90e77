using System.Collections.Frozen;
using CredBot.Knowledge.Seeds;

namespace CredBot.Knowledge.Words;

/// <summary>Different words for the same thing, in all languages: "greyed out", "회색" and "ausgegraut" are one concept.</summary>
/// <remarks>
/// <c>seeds/intents/concepts.txt</c>. A Latin word is matched from its start to its end, or to anywhere with a <c>*</c>;
/// one of a dense script is matched anywhere, spaces aside. A long Latin word may miss a letter, have one too many or a wrong one.
/// </remarks>
internal sealed class Concepts
{
    private const int ShortestTypo = 6;
    private const int LongestTypo = 24;
    private readonly FrozenDictionary<string, (string Word, int Concept)[]> byStart;
    private readonly FrozenDictionary<string, int> typos;

    private Concepts(WordLists lists)
    {
        Names = [.. lists.Names];
        var words = Names.SelectMany((name, concept) => lists[name].Select(word => (Word: Plain(word), Concept: concept)))
            .DistinctBy(static pair => pair).ToList();
        byStart = words.GroupBy(static pair => Start(pair.Word))
            .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static pair => pair.Word.Length).ToArray());
        typos = words.Where(static pair => pair.Word.Length >= ShortestTypo && !pair.Word.Contains(' ') && !Hangul.IsDense(pair.Word[0]))
            .Select(static pair => (Word: pair.Word.TrimEnd('*'), pair.Concept))
            .Where(static pair => pair.Word.Length >= ShortestTypo)
            .SelectMany(static pair => Shortened(pair.Word).Append(pair.Word).Select(word => (word, pair.Concept)))
            .GroupBy(static pair => pair.word).Where(static group => group.Select(static pair => pair.Concept).Distinct().Count() is 1)
            .ToFrozenDictionary(static group => group.Key, static group => group.First().Concept);
    }

    public static Concepts Shipped { get; } = new(WordLists.Parse(SeedFile.Embedded("intents/concepts.txt")));

    public IReadOnlyList<string> Names { get; }

    /// <summary>The concepts in a plain text, each once, ascending.</summary>
    public SortedSet<int> Find(string plain)
    {
        SortedSet<int> found = [];
        Span(plain, found, dense: false);
        Span(Dense(plain), found, dense: true);
        return found;
    }

    /// <summary>Joins what dense scripts wrote apart; a space stays between two Latin words.</summary>
    private static string Dense(string plain) =>
        string.Concat(plain.Where((letter, index) =>
            letter is not ' ' || !(Hangul.IsDense(plain[index - 1]) || (index + 1 < plain.Length && Hangul.IsDense(plain[index + 1])))));

    private void Span(string text, SortedSet<int> found, bool dense)
    {
        for (var at = 0; at < text.Length;)
        {
            var isDense = Hangul.IsDense(text[at]);
            var begins = isDense ? dense : !dense && (at is 0 || !IsLatin(text[at - 1])) && text[at] is not ' ';
            if (begins && Longest(text, at, found) is var length and > 0)
            {
                at += length;
                continue;
            }

            if (begins && !isDense)
            {
                Typo(text, at, found);
            }

            at++;
        }
    }

    /// <returns>The length of the longest word that stands here; 0 where none does.</returns>
    private int Longest(string text, int at, SortedSet<int> found)
    {
        var start = text.AsSpan(at, Math.Min(2, text.Length - at));
        var length = 0;
        foreach (var (word, concept) in byStart.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(start, out var words) ? words : [])
        {
            var bare = word.AsSpan().TrimEnd('*');
            if (bare.Length < length)
            {
                break;
            }

            if (text.AsSpan(at).StartsWith(bare, StringComparison.Ordinal) && (word[^1] is '*' || Hangul.IsDense(word[^1]) || Ends(text, at + bare.Length)))
            {
                length = bare.Length;
                found.Add(concept);
            }
        }

        return length;
    }

    private void Typo(string text, int at, SortedSet<int> found)
    {
        var end = at;
        while (end < text.Length && IsLatin(text[end]))
        {
            end++;
        }

        if (end - at is < ShortestTypo - 1 or > LongestTypo)
        {
            return;
        }

        var word = text[at..end];
        foreach (var candidate in Shortened(word).Prepend(word))
        {
            if (typos.TryGetValue(candidate, out var concept))
            {
                found.Add(concept);
                return;
            }
        }
    }

    private static bool Ends(string text, int end) => end == text.Length || !IsLatin(text[end]);

    private static bool IsLatin(char letter) => letter is not ' ' && !Hangul.IsDense(letter);

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(0, word.Length).Select(index => word.Remove(index, 1));

    private static string Start(string word) => word.Length > 1 && word[1] is not '*' ? word[..2] : word[..1];

    private static string Plain(string word)
    {
        var plain = PlainText.Of(word);
        plain = Hangul.IsDense(plain[0]) ? plain.Replace(" ", "", StringComparison.Ordinal) : plain;
        return word.EndsWith('*') ? plain + '*' : plain;
    }
}
