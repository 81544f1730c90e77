using System.Security.Cryptography;

namespace CredBot.Graph.Passwords;

/// <summary>Two words that are shown on both ends of a call, e.g. <c>otter violin</c>: who can say them sees the other card. They do not print themselves.</summary>
/// <remarks>18 bits from a cryptographic source: whoever guesses, guesses once.</remarks>
public sealed class SpokenWord
{
    private SpokenWord(string value) => Value = value;

    /// <summary>In clear.</summary>
    public string Value { get; }

    public static SpokenWord Create() => new($"{Word()} {Word()}");

    public override string ToString() => "•••";

    private static string Word() => WordList.At(RandomNumberGenerator.GetInt32(WordList.Count));
}
