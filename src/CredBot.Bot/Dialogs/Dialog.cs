using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CredBot.Bot.Dialogs;

/// <summary>A piece of conversation with a beginning and an end.</summary>
/// <param name="id">Unique in its set; stored, so it never changes once shipped.</param>
public abstract class Dialog(string id)
{
    public string Id { get; } = id;

    /// <summary>Raised when what is stored has another meaning than before under the same names; what an older version left waiting is then begun anew.</summary>
    public virtual int Version => 1;

    /// <summary>Whether this build can go on with what was stored. Where not, the whole stack is cleared: a wrong place is worse than none.</summary>
    public virtual bool CanResume(DialogInstance instance) => instance.Version == Version;

    /// <param name="context">The stack; this dialog is on top.</param>
    /// <param name="options">The dialog's own options record; null for none.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public abstract Task<DialogTurnResult> BeginAsync(DialogContext context, JsonElement? options, CancellationToken cancellationToken);

    /// <summary>The person did something while this dialog was on top.</summary>
    public abstract Task<DialogTurnResult> ContinueAsync(DialogContext context, CancellationToken cancellationToken);

    /// <summary>The dialog that stood above this one ended.</summary>
    /// <param name="context">The stack; this dialog is on top again.</param>
    /// <param name="result">What the ended dialog gave back; lives for this turn only.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public virtual Task<DialogTurnResult> ResumeAsync(DialogContext context, object? result, CancellationToken cancellationToken) =>
        context.EndAsync(result, cancellationToken);

    /// <summary>What is stored while this dialog waits.</summary>
    private protected DialogInstance Instance<TState>(string? step, TState state, JsonTypeInfo<TState> type) =>
        new(Id, step, JsonSerializer.SerializeToElement(state, type), Version);

    /// <summary>Whether a stored state still is one.</summary>
    private protected static bool Reads<TState>(JsonElement? state, JsonTypeInfo<TState> type)
    {
        try
        {
            return state is { } json && json.Deserialize(type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Asks again, after an interruption was answered.</summary>
    public virtual Task RepromptAsync(DialogContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
