using System.Globalization;
using System.Text;

namespace CredBot.Bot.Cards;

/// <summary>Text that came from people or directories, made safe for a card.</summary>
public static class CardText
{
    // As few as make emphasis, code, links and markup impossible: a client that knows no escapes shows each of them.
    private const string Special = "\\`*[<~";

    /// <summary>The text as it is, with Markdown switched off, in one line; what a name says can neither be a link nor look like part of the card.</summary>
    /// <param name="text">From outside.</param>
    /// <param name="longest">In UTF-16 units; what is longer ends in an ellipsis.</param>
    public static string Plain(string? text, int longest = 200)
    {
        var safe = new StringBuilder();
        var line = Shorten(text ?? "", longest);
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format && character is not '\u200D')
            {
                // Direction marks and line ends would let a name rearrange the words around it.
                safe.Append(char.IsControl(character) ? " " : "");
                continue;
            }

            if (Special.Contains(character, StringComparison.Ordinal) || (character is '_' && !IsWithinWord(line, index)))
            {
                safe.Append('\\');
            }

            safe.Append(character);
        }

        return safe.ToString();
    }

    /// <summary>An underscore between letters or digits emphasises nothing; addresses are full of them.</summary>
    private static bool IsWithinWord(string line, int index) =>
        index > 0 && index + 1 < line.Length && char.IsLetterOrDigit(line[index - 1]) && char.IsLetterOrDigit(line[index + 1]);

    /// <summary>The text in one line and no longer than a line, for words that are not read as Markdown.</summary>
    public static string Shown(string? text, int longest = 60) =>
        string.Concat(Shorten(text ?? "", longest).Select(static character => char.IsControl(character) ? ' ' : character));

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Never half of a surrogate pair.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + "…";
    }
}
