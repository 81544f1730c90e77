using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CredBot.Knowledge;

/// <summary>Which language to answer in.</summary>
public static class Languages
{
    private const string English = "en";

    // Latin script does not tell languages apart; the little words do. Those that two of the languages share are left out of both.
    private static readonly FrozenDictionary<string, string> LittleWords = new (string Language, string Words)[]
    {
        (English, "the of to is are my i you how what why please can could would does not for with and this that it when where who need want have"),
        ("de", "der die das ist und nicht ich mein meine meinen wie warum bitte kann für mit eine einen wo wer auf von zum habe wird"),
        ("fr", "le les est je mon ma pour comment pourquoi puis pas avec une des du dans qui peux suis au vous sont"),
        ("es", "el los las mi cómo qué puedo para con una está usuario por quién dónde contraseña tengo hay"),
        ("pt-BR", "o os minha meu como não posso para com uma está usuário por quem onde senha tenho você um"),
    }.SelectMany(static pair => pair.Words.Split(' ').Select(word => (word, pair.Language)))
        .GroupBy(static pair => pair.word).Where(static group => group.Count() is 1)
        .ToFrozenDictionary(static group => group.Key, static group => group.Single().Language, StringComparer.Ordinal);

    /// <summary>The languages we expect to be spoken to in.</summary>
    public static IReadOnlyList<string> Known { get; } = [English, "ko", "ja", "zh-Hans", "de", "fr", "es", "pt-BR"];

    /// <summary>The script decides where it can; then the locale; then English.</summary>
    /// <param name="text">The message. A short Latin one ("ok", an address, a name) says nothing, so the locale does.</param>
    /// <param name="locale">BCP 47 as the channel sends it; null where it sends none.</param>
    /// <returns>One of <see cref="Known"/>.</returns>
    public static string LanguageOf(string text, string? locale)
    {
        var said = FromLocale(locale);
        var words = Scripts.Count(text);
        if (words.Kana > 0)
        {
            return "ja";
        }

        if (words.Hangul > 0 && !words.IsNameAmongLatin)
        {
            return "ko";
        }

        if (words.Han > 0 && words.Hangul is 0)
        {
            return said is "ja" ? said : "zh-Hans";
        }

        return Latin(text) ?? said ?? English;
    }

    private static string? FromLocale(string? locale)
    {
        var first = locale?.Split('-', '_')[0].ToLowerInvariant();
        return first is null ? null : Known.FirstOrDefault(known => known.Split('-')[0] == first);
    }

    private static string? Latin(string text)
    {
        var words = text.ToLower(CultureInfo.InvariantCulture)
            .Split([' ', ',', '.', '?', '!', '\'', '’', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var hits = words.Select(static word => LittleWords.GetValueOrDefault(word)).OfType<string>()
            .CountBy(static language => language).OrderByDescending(static pair => pair.Value).ToList();
        return hits switch
        {
            [{ Value: >= 2 } best] => best.Key,
            [{ Value: >= 2 } best, var next, ..] when next.Value < best.Value => best.Key,
            // "reset my password": one is enough for English, whose little words are nobody's surname.
            [{ Key: English }] when words.Length >= 3 => English,
            _ => null,
        };
    }

    /// <summary>Words by the script of their first letter.</summary>
    private readonly record struct Scripts(int Hangul, int Kana, int Han, int Latin)
    {
        /// <summary>"reset 김소라's password": one Korean word in a Latin sentence is a name.</summary>
        public bool IsNameAmongLatin => Hangul is 1 && Latin >= 3;

        public static Scripts Count(string text)
        {
            var (hangul, kana, han, latin) = (0, 0, 0, 0);
            var inWord = false;
            foreach (var rune in text.EnumerateRunes())
            {
                kana += rune.Value is >= 0x3041 and <= 0x30FF ? 1 : 0;
                han += rune.Value is >= 0x4E00 and <= 0x9FFF ? 1 : 0;
                hangul += !inWord && rune.Value is >= 0xAC00 and <= 0xD7A3 or >= 0x3131 and <= 0x318E ? 1 : 0;
                latin += !inWord && Rune.IsLetter(rune) && rune.Value < 0x250 ? 1 : 0;
                inWord = Rune.IsLetterOrDigit(rune) || rune.Value is '\'' or '’';
            }

            return new Scripts(hangul, kana, han, latin);
        }
    }
}
