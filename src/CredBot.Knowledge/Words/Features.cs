using System.Runtime.InteropServices;
using CredBot.Knowledge.SlotRules;

namespace CredBot.Knowledge.Words;

/// <summary>The evidence in a message, as hashes: runs of letters, of the letters inside Korean syllables, words, concepts and pairs of concepts.</summary>
internal static class Features
{
    private const int Groups = 3;

    /// <summary>Each feature once per group, with how often it stands in the message.</summary>
    public static Dictionary<uint, int>[] Of(SlotReading reading)
    {
        var plain = PlainText.Of(reading.Masked);
        var features = Enumerable.Range(0, Groups).Select(static _ => new Dictionary<uint, int>()).ToArray();
        AddLetters(plain, features[(int)FeatureGroup.Letters]);
        AddWords(plain, features[(int)FeatureGroup.Words]);
        AddConcepts(plain, reading.Slots, features[(int)FeatureGroup.Concepts]);
        return features;
    }

    private static void AddLetters(string plain, Dictionary<uint, int> into)
    {
        foreach (var range in plain.AsSpan().Split(' '))
        {
            var word = plain.AsSpan(range);
            if (word.Length > 0 && !Hangul.IsDense(word[0]))
            {
                Runs($" {word} ", 3, 5, 'c', into);
            }
        }

        var dense = string.Concat(plain.Where(Hangul.IsDense));
        Runs(dense, 1, 4, 'd', into);
        List<char> letters = [];
        foreach (var letter in dense)
        {
            Hangul.Letters(letter, letters);
        }

        Runs(CollectionsMarshal.AsSpan(letters), 4, 7, 'j', into);
    }

    private static void AddWords(string plain, Dictionary<uint, int> into)
    {
        var before = "";
        foreach (var word in plain.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(Hash(word, 'w'), into);
            Add(Hash($"{before} {word}", 'b'), into);
            before = word;
        }

        Add(Hash($"{before} ", 'b'), into);
    }

    private static void AddConcepts(string plain, Slots slots, Dictionary<uint, int> into)
    {
        var concepts = Concepts.Shipped.Find(plain).Select(static concept => Concepts.Shipped.Names[concept]).ToList();
        concepts.AddRange(Named(slots));
        for (var first = 0; first < concepts.Count; first++)
        {
            Add(Hash(concepts[first], 'k'), into);
            for (var second = first + 1; second < concepts.Count; second++)
            {
                Add(Hash($"{concepts[first]}+{concepts[second]}", 'p'), into);
            }
        }
    }

    private static IEnumerable<string> Named(Slots slots)
    {
        if (slots.User is not null || slots.Upn is not null)
        {
            yield return "@user";
        }

        if (slots.App is not null || slots.AppId is not null)
        {
            yield return "@app";
        }

        if (slots.Days is not null)
        {
            yield return "@days";
        }
    }

    private static void Runs(ReadOnlySpan<char> text, int shortest, int longest, char kind, Dictionary<uint, int> into)
    {
        for (var start = 0; start < text.Length; start++)
        {
            for (var length = shortest; length <= longest && start + length <= text.Length; length++)
            {
                Add(Hash(text.Slice(start, length), kind), into);
            }
        }
    }

    private static void Add(uint hash, Dictionary<uint, int> into) => CollectionsMarshal.GetValueRefOrAddDefault(into, hash, out _)++;

    /// <remarks>FNV-1a, 32 bits: the same on every machine, which string.GetHashCode is not.</remarks>
    private static uint Hash(ReadOnlySpan<char> text, char kind)
    {
        var hash = (2166136261u ^ kind) * 16777619u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash;
    }
}
