using System.Text.Json;

namespace CredBot.Engine.Contracts;

/// <summary>What one step of an operation is told.</summary>
/// <param name="Step">The step's name, as the flow's move asked for it.</param>
/// <param name="Operation">The operation's id.</param>
/// <param name="Conversation">Key of the conversation that started the operation; see <see cref="ICardSurface"/>.</param>
/// <param name="Document">The stored document, as the flow's own record.</param>
public sealed record StepContext(string Step, string Operation, string Conversation, JsonElement Document);
