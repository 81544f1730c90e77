using CredBot.Bot.Builder;

namespace CredBot.Bot.Dialogs;

/// <summary>An answer that a prompt got, before it is known to fit.</summary>
/// <param name="Turn">The turn; a validator that says in it what is wrong spares the person the retry message.</param>
/// <param name="Options">What was asked.</param>
/// <param name="Recognised">Whether the prompt could make an answer of what came.</param>
/// <param name="Answer">That answer; its type's default where nothing was recognised.</param>
/// <param name="Number">1 for the first answer, one more with each that did not fit.</param>
public sealed record PromptAttempt<TAnswer>(TurnContext Turn, PromptOptions Options, bool Recognised, TAnswer? Answer, int Number);
