namespace CredBot.Engine.Conversations;

/// <summary>Cuts a long text where a reader would pause; pure.</summary>
internal static class LongText
{
    /// <summary>Where to cut, best first: between paragraphs, lines, sentences, words.</summary>
    private static readonly string[][] Pauses = [["\n\n"], ["\n"], [". ", "? ", "! ", "。", "？", "！"], [" "]];

    /// <param name="text">The whole.</param>
    /// <param name="longest">UTF-16 units of a piece, two at least.</param>
    /// <returns>The pieces in order; together they are the text, without the white space at their ends.</returns>
    public static IReadOnlyList<string> Split(string text, int longest)
    {
        var pieces = new List<string>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var end = rest.Length <= longest ? rest.Length : End(rest, longest);
            pieces.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        return pieces;
    }

    /// <summary>Behind the last good pause; one in the first half would leave many small pieces.</summary>
    private static int End(string text, int longest)
    {
        foreach (var pauses in Pauses)
        {
            var end = pauses.Max(pause => text.LastIndexOf(pause, longest - 1, longest, StringComparison.Ordinal) is var at and >= 0 ? at + pause.Length : 0);
            if (end > longest / 2)
            {
                return end;
            }
        }

        return char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }
}
