namespace CredBot.Knowledge.Words;

/// <summary>Korean syllables and the letters in them: a mistyped letter leaves its neighbours whole.</summary>
/// <remarks>Source: Unicode, «Hangul syllable decomposition».</remarks>
internal static class Hangul
{
    private const string Leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string Vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string Tails = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    public static bool IsSyllable(char letter) => letter is >= '가' and <= '힣';

    /// <summary>Scripts written without spaces, or with spaces nobody agrees on.</summary>
    public static bool IsDense(char letter) => letter is (>= '\u3041' and <= '\u318e') or (>= '\u4e00' and <= '\u9fff') || IsSyllable(letter);

    /// <summary>Appends the two or three letters of a syllable; anything else as it is.</summary>
    public static void Letters(char letter, List<char> into)
    {
        if (!IsSyllable(letter))
        {
            into.Add(letter);
            return;
        }

        var index = letter - '가';
        into.Add(Leads[index / 588]);
        into.Add(Vowels[index % 588 / 28]);
        if (index % 28 is var tail and > 0)
        {
            into.Add(Tails[tail]);
        }
    }
}
