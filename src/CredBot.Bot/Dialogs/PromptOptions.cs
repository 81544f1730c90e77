using CredBot.Bot.Schema;

namespace CredBot.Bot.Dialogs;

/// <summary>What a prompt says and how long it goes on. Stored while the prompt waits: no secret in it.</summary>
public sealed record PromptOptions
{
    /// <summary>The question.</summary>
    public required Activity Prompt { get; init; }

    /// <summary>What is said after an answer that did not fit; null to ask the question again.</summary>
    public Activity? Retry { get; init; }

    /// <summary>What can be chosen; for a confirmation yes and no, in this order. Null for free text.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Under which key the question is sent, for a card whose buttons name it; null to let the prompt make one.</summary>
    public string? Key { get; init; }

    /// <summary>Answers that do not fit, before the prompt ends without a result.</summary>
    public int Attempts { get; init; } = 3;
}
