using System.Text;

namespace CredBot.Knowledge.Seeds;

/// <summary>A phrase with choices, "(reset|change) my password", spelt out.</summary>
internal static class Alternation
{
    /// <summary>More sentences of one line teach the trainer nothing new and only weigh on the build.</summary>
    private const int Most = 16;

    /// <returns>All sentences, or <see cref="Most"/> of them spread evenly; in a fixed order.</returns>
    /// <exception cref="FormatException">A parenthesis has no partner, or stands inside another.</exception>
    public static IReadOnlyList<string> Expand(string line)
    {
        var parts = Parts(line);
        var total = parts.Aggregate(1L, static (product, part) => product * part.Length);
        var count = Math.Min(total, Most);
        return [.. Enumerable.Range(0, (int)count).Select(index => Sentence(parts, Number(index, count, total))).Distinct()];
    }

    // An even step alone would never turn the last choice of a line whose choices divide it.
    private static long Number(int index, long count, long total) => count == total ? index : ((total * index / count) + (index * 7L)) % total;

    private static string Sentence(List<string[]> parts, long number)
    {
        var sentence = new StringBuilder();
        foreach (var part in parts)
        {
            sentence.Append(part[number % part.Length]);
            number /= part.Length;
        }

        return string.Join(' ', sentence.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static List<string[]> Parts(string line)
    {
        List<string[]> parts = [];
        for (var start = 0; start < line.Length;)
        {
            var open = line.IndexOf('(', start);
            var plain = open < 0 ? line[start..] : line[start..open];
            if (plain.Contains(')', StringComparison.Ordinal))
            {
                throw new FormatException("a ')' without its '('");
            }

            parts.Add([plain]);
            if (open < 0)
            {
                break;
            }

            var close = line.IndexOf(')', open);
            if (close < 0 || line.IndexOf('(', open + 1, close - open - 1) >= 0)
            {
                throw new FormatException("a '(' without its ')'");
            }

            parts.Add(line[(open + 1)..close].Split('|'));
            start = close + 1;
        }

        return parts;
    }
}
