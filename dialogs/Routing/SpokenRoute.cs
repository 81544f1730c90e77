using System.Text.Json;
using System.Text.RegularExpressions;
using CredBot.Bot.Builder;

namespace CredBot.Dialogs.Routing;

/// <summary>Words that mean one thing, said while nothing else is talked about: for what nobody should reach, or miss, by being misunderstood.</summary>
/// <param name="Words">Matches the whole message.</param>
internal sealed record SpokenRoute(Regex Words)
{
    /// <summary>Owes what follows; null where <see cref="Intent"/> names a dialog.</summary>
    public Func<TurnContext, CancellationToken, Task>? AnswerAsync { get; init; }

    /// <summary>The route whose dialog begins, with what the message names.</summary>
    public string? Intent { get; init; }

    /// <summary>That dialog's options from the words; null: from what the recogniser found in them.</summary>
    public Func<Match, JsonElement?>? Options { get; init; }
}
