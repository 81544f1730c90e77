using System.Text.RegularExpressions;
using CredBot.Bot.Builder;

namespace CredBot.Dialogs.Routing;

/// <summary>Fixed words that mean one thing, said while nothing else is talked about: for commands that nobody should reach by being misunderstood.</summary>
/// <param name="Words">Matches the whole message.</param>
/// <param name="AnswerAsync">Owes what follows.</param>
internal sealed record SpokenRoute(Regex Words, Func<TurnContext, CancellationToken, Task> AnswerAsync);
