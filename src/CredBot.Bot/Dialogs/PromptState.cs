namespace CredBot.Bot.Dialogs;

/// <summary>A prompt that waits.</summary>
internal sealed record PromptState
{
    public required PromptOptions Options { get; init; }

    /// <summary>Key of the question's message; a click must name it.</summary>
    public required string Key { get; init; }

    /// <summary>Answers so far that did not fit.</summary>
    public int Attempt { get; init; }
}
