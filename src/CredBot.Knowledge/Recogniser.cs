using System.Text;
using CredBot.Knowledge.SlotRules;
using CredBot.Knowledge.Words;

namespace CredBot.Knowledge;

/// <summary>Words → intent, slots and confidence; embedded, deterministic, safe to share between threads.</summary>
/// <remarks>How it works and what it was measured at: <c>seeds/intents/README.md</c>.</remarks>
public sealed class Recogniser
{
    /// <summary>From here on an intent is acted on.</summary>
    public const double SureFrom = 0.60;

    /// <summary>From here on the nearest intents are offered; below, the message is declined.</summary>
    public const double UnsureFrom = 0.22;

    /// <summary>Nobody asks a question at greater length; what is pasted below it is not read.</summary>
    private const int MostLetters = 1500;

    /// <summary>It never changes, and to unpack it takes longer than a thousand messages.</summary>
    private static readonly Lazy<Model> Embedded = new(ModelFile.LoadEmbedded);

    private readonly Lazy<Model> model;

    public Recogniser() => model = Embedded;

    internal Recogniser(Func<Model> load) => model = new Lazy<Model>(load);

    /// <param name="text">One message; mentions of the bot already taken out.</param>
    /// <param name="locale">BCP 47 as the channel sends it; null where it sends none. It decides the language to answer in, not the intent.</param>
    public Recognition Recognise(string text, string? locale)
    {
        var beginning = Beginning(text);
        var reading = SlotReader.Read(beginning);
        var probabilities = model.Value.Probabilities(Features.Of(reading));
        IReadOnlyList<IntentScore> top =
        [
            .. Intents.All.Zip(probabilities, static (intent, probability) => new IntentScore(intent, probability))
                .Where(static score => score.Intent is not Intents.OutOfScope)
                .OrderByDescending(static score => score.Score)
                .Take(3),
        ];
        var confidence = ConfidenceOf(top[0].Score);
        return new Recognition
        {
            Text = text,
            Language = Languages.LanguageOf(beginning, locale),
            Intent = confidence is Confidence.Sure ? top[0].Intent : Intents.OutOfScope,
            Score = top[0].Score,
            Top = top,
            Slots = reading.Slots,
            Confidence = confidence,
        };
    }

    /// <summary>Half a surrogate pair, which normalising would throw at, becomes a replacement character.</summary>
    private static string Beginning(string text)
    {
        var beginning = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MostLetters)).EnumerateRunes())
        {
            beginning.Append(rune);
        }

        return beginning.ToString();
    }

    internal static Confidence ConfidenceOf(double score) =>
        score >= SureFrom ? Confidence.Sure : score >= UnsureFrom ? Confidence.Unsure : Confidence.None;
}
