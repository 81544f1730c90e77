namespace CredBot.Bot.Dialogs;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Value">What the choice means; given back and never shown.</param>
/// <param name="Title">What the person sees, plain text.</param>
/// <param name="Synonyms">Other words for it.</param>
public sealed record Choice(string Value, string Title, IReadOnlyList<string>? Synonyms = null);
