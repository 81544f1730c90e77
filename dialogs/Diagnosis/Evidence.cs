using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>A fact that a verdict rests on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was found; text from a directory has gone through <c>CardText.Plain</c>.</param>
/// <param name="AsOf">When it was true, where the source is older than the question (reports are hours old); null for read just now.</param>
internal sealed record Evidence(Sentence Name, Sentence Value, DateTimeOffset? AsOf = null)
{
    /// <summary>A fact whose value is the same in every language.</summary>
    public static Evidence Of(Sentence name, string value, DateTimeOffset? asOf = null) => new(name, new Sentence(value, value), asOf);
}
