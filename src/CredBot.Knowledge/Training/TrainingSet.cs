using System.Text.RegularExpressions;
using CredBot.Knowledge.Seeds;
using CredBot.Knowledge.SlotRules;
using CredBot.Knowledge.Words;

namespace CredBot.Knowledge.Training;

/// <summary>The phrases with their placeholders filled, read as the recogniser will read messages, mistakes of the slot rules included.</summary>
internal static partial class TrainingSet
{
    private const float ThinnedWeight = 0.5f;

    /// <summary>Every sentence twice: whole, and with about half of its evidence missing, as in a message that says the same in other words.</summary>
    public static IReadOnlyList<Sample> Of(IReadOnlyList<Phrase> phrases)
    {
        var whole = Whole(phrases).ToList();
        return [.. whole, .. whole.Select(static (sample, number) => new Sample(sample.Intent, Thin(sample.Features, number), sample.Weight * ThinnedWeight))];
    }

    private static IEnumerable<Sample> Whole(IReadOnlyList<Phrase> phrases)
    {
        var mass = phrases.GroupBy(static phrase => phrase.Intent).ToDictionary(static group => group.Key, static group => group.Sum(static phrase => phrase.Weight));
        var mean = mass.Values.Average();

        // An intent with few phrases is no rarer than one with many; out of scope is as wide as the world and keeps its weight.
        return phrases.Select((phrase, turn) => new Sample(
            Intents.All.IndexOf(phrase.Intent),
            Features.Of(SlotReader.Read(Fill(phrase, turn))),
            phrase.Weight * (phrase.Intent is Intents.OutOfScope ? 1 : MathF.Sqrt(mean / mass[phrase.Intent]))));
    }

    /// <summary>Which half goes is told by the feature and the sentence's number, not by chance: the same seeds give the same model.</summary>
    private static Dictionary<uint, int>[] Thin(Dictionary<uint, int>[] features, int number) =>
        Array.ConvertAll(features, group => group.Where(feature => (((feature.Key ^ ((uint)number * 2246822519u)) * 2654435761u) >> 17) % 2 is 0).ToDictionary());

    private static string Fill(Phrase phrase, int turn) =>
        Placeholder().Replace(phrase.Text, match =>
        {
            var name = match.Groups["name"].Value;
            var lists = WordLists.Shipped;
            var words = lists[lists.Names.Contains($"{name} {phrase.Language}") ? $"{name} {phrase.Language}" : lists.Names.Contains(name) ? name : $"{name} en"];
            return words[turn % words.Count];
        });

    private static int IndexOf(this IReadOnlyList<string> list, string item)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index] == item)
            {
                return index;
            }
        }

        throw new ArgumentException($"There is no intent '{item}'.", nameof(item));
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();
}
