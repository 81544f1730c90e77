using CredBot.Dialogs.Language;
using CredBot.Graph;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>Something that would have been looked at and could not be: said on the card, never passed over.</summary>
/// <param name="What">What could not be read, as a noun: «the sign-in log».</param>
/// <param name="Error">Why.</param>
/// <param name="WhoMay">Who may read it, e.g. «a Reports Reader»; null where anybody may.</param>
internal sealed record Unseen(Sentence What, GraphError Error, Sentence? WhoMay = null)
{
    /// <summary>What is missing of a failed read.</summary>
    /// <param name="read">Null where it was not asked for.</param>
    /// <param name="what">See <see cref="What"/>.</param>
    /// <param name="whoMay">See <see cref="WhoMay"/>.</param>
    /// <returns>Null where nothing is.</returns>
    public static Unseen? From<T>(GraphResult<T>? read, Sentence what, Sentence? whoMay = null) =>
        read is GraphResult<T>.Failed failed ? new(what, failed.Error, whoMay) : null;

    /// <summary>The reads of which something is missing.</summary>
    public static IReadOnlyList<Unseen> Among(params IEnumerable<Unseen?> reads) => [.. reads.OfType<Unseen>()];
}
