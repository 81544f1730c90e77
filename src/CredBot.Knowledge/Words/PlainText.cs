using System.Globalization;
using System.Text;

namespace CredBot.Knowledge.Words;

/// <summary>A message reduced to what is compared: one case, one width, no accents, no punctuation, single spaces, digits all alike.</summary>
internal static class PlainText
{
    public static string Of(string masked)
    {
        // Accents are dropped by decomposing, which would also take Hangul syllables apart: only what lies below Hangul Jamo is decomposed.
        var plain = new StringBuilder(masked.Length);
        foreach (var letter in masked.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture))
        {
            Append(plain, letter is > '\u007f' and < '\u1100' ? Base(letter) : letter);
        }

        return plain.ToString().TrimEnd();
    }

    private static char Base(char letter) => letter is 'ß' ? 's' : letter.ToString().Normalize(NormalizationForm.FormD)[0];

    private static void Append(StringBuilder plain, char letter)
    {
        if (letter is '\'' or '’')
        {
            return;
        }

        if (char.IsLetterOrDigit(letter) || letter is '@')
        {
            plain.Append(char.IsDigit(letter) ? '0' : letter);
        }
        else if (plain is [.., not ' '])
        {
            plain.Append(' ');
        }
    }
}
