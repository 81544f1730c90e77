using System.Globalization;
using System.Text;

namespace CredBot.Bot.Cards;

/// <summary>Text that came from people or directories, made safe for a card.</summary>
public static class CardText
{
    private const string Special = "\\`*_[]()#~<>!|";

    /// <summary>The text as it is, with Markdown switched off, in one line; what a name says can neither be a link nor look like part of the card.</summary>
    /// <param name="text">From outside.</param>
    /// <param name="longest">In UTF-16 units; what is longer ends in an ellipsis.</param>
    public static string Plain(string? text, int longest = 200)
    {
        var safe = new StringBuilder();
        foreach (var character in Shorten(text ?? "", longest))
        {
            if (char.IsControl(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format && character is not '\u200D')
            {
                // Direction marks and line ends would let a name rearrange the words around it.
                safe.Append(char.IsControl(character) ? " " : "");
                continue;
            }

            if (Special.Contains(character, StringComparison.Ordinal))
            {
                safe.Append('\\');
            }

            safe.Append(character);
        }

        return safe.ToString();
    }

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
