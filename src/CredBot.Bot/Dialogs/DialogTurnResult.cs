namespace CredBot.Bot.Dialogs;

/// <summary>How a call to the stack ended.</summary>
/// <param name="Status">Where the stack stands.</param>
/// <param name="Result">What the outermost dialog gave back; null unless <see cref="DialogTurnStatus.Complete"/>.</param>
public sealed record DialogTurnResult(DialogTurnStatus Status, object? Result = null)
{
    public static DialogTurnResult Waiting { get; } = new(DialogTurnStatus.Waiting);
}
