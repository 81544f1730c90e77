using System.Text.Json;
using CredBot.Bot.Builder;

namespace CredBot.Bot.Dialogs;

/// <summary>The stack of dialogs of one conversation during one turn.</summary>
public sealed class DialogContext(DialogSet dialogs, TurnContext turn)
{
    public TurnContext Turn { get; } = turn;

    /// <summary>The innermost dialog; null on an empty stack.</summary>
    public DialogInstance? Active
    {
        get => Stack.Count > 0 ? Stack[0] : null;
        internal set => Stack = [value!, .. Stack.Skip(1)];
    }

    private IReadOnlyList<DialogInstance> Stack
    {
        get => Turn.Conversation.Dialogs;
        set => Turn.Conversation = Turn.Conversation with { Dialogs = value };
    }

    /// <exception cref="ArgumentException">There is no such dialog.</exception>
    public Task<DialogTurnResult> BeginAsync(string id, JsonElement? options, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Find(id) ?? throw new ArgumentException($"There is no dialog {id}.", nameof(id));
        Stack = [new DialogInstance(id, null, null, dialog.Version), .. Stack];
        return dialog.BeginAsync(this, options, cancellationToken);
    }

    /// <returns><see cref="DialogTurnStatus.Empty"/> where nothing is under way.</returns>
    public Task<DialogTurnResult> ContinueAsync(CancellationToken cancellationToken)
    {
        if (Active is not { } active)
        {
            return Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));
        }

        // A stack that this build cannot read would fail on every turn from now on; it is cleared once instead.
        return CanResume
            ? dialogs.Find(active.Id)!.ContinueAsync(this, cancellationToken)
            : Task.FromResult(Lose());
    }

    /// <summary>Ends the innermost dialog and goes on with the one below it.</summary>
    public Task<DialogTurnResult> EndAsync(object? result, CancellationToken cancellationToken)
    {
        Stack = [.. Stack.Skip(1)];
        return Active is { } parent
            ? dialogs.Find(parent.Id)!.ResumeAsync(this, result, cancellationToken)
            : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Complete, result));
    }

    /// <summary>Ends the innermost dialog and begins another in its place.</summary>
    public Task<DialogTurnResult> ReplaceAsync(string id, JsonElement? options, CancellationToken cancellationToken)
    {
        Stack = [.. Stack.Skip(1)];
        return BeginAsync(id, options, cancellationToken);
    }

    public DialogTurnResult CancelAll()
    {
        var status = Stack.Count > 0 ? DialogTurnStatus.Cancelled : DialogTurnStatus.Empty;
        Stack = [];
        return new DialogTurnResult(status);
    }

    public Task RepromptAsync(CancellationToken cancellationToken) =>
        Active is { } active && CanResume ? dialogs.Find(active.Id)!.RepromptAsync(this, cancellationToken) : Task.CompletedTask;

    private bool CanResume => Stack.All(instance => dialogs.Find(instance.Id)?.CanResume(instance) is true);

    internal DialogTurnResult Lose()
    {
        Stack = [];
        return new DialogTurnResult(DialogTurnStatus.Lost);
    }
}
