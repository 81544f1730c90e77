using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Builder;

/// <summary>Something a turn or a move of an operation owes the world. It is stored with the state in one write and carried out afterwards.</summary>
/// <remarks>A message owed by an operation goes to the conversation that started it. No effect ever carries a secret: effects are stored in clear.</remarks>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Teams drops suggested actions from a message that carries a card or a file, so nobody may count on both.</summary>
    /// <remarks>Source: Teams docs «Suggested actions».</remarks>
    private static Activity Sendable(Activity activity) => activity is { SuggestedActions: not null, Attachments.Count: > 0 }
        ? throw new ArgumentException("A message has suggested actions or attachments, not both.", nameof(activity))
        : activity;

    /// <summary>Post an activity to the conversation. The id the channel gives it is remembered under <paramref name="Key"/>.</summary>
    /// <param name="Key">Names the message within its conversation, so that it can be updated later; unique per message.</param>
    /// <param name="Activity">The message; addressing is filled in by the sender.</param>
    public sealed record Send(string Key, Activity Activity) : Effect
    {
        public Activity Activity { get; init => field = Sendable(value); } = Sendable(Activity);
    }

    /// <summary>Replace a message sent before under <paramref name="Key"/>; where it was never delivered, nothing happens.</summary>
    public sealed record Update(string Key, Activity Activity) : Effect
    {
        public Activity Activity { get; init => field = Sendable(value); } = Sendable(Activity);
    }

    /// <summary>Start an operation. Starting the same id again does nothing.</summary>
    /// <param name="OperationId">Business key: a second click makes the same id.</param>
    /// <param name="Flow">Name of the flow that moves it.</param>
    /// <param name="Intent">What was asked, as the flow's own record.</param>
    public sealed record Start(string OperationId, string Flow, JsonElement Intent) : Effect;

    /// <summary>Tell a running operation something: approve, cancel, … The same signal id counts once.</summary>
    /// <param name="OperationId">The operation.</param>
    /// <param name="SignalId">Key of this signal, <c>op:actor:verb</c>.</param>
    /// <param name="Verb">What is asked for.</param>
    /// <param name="Actor">Object id of the person, from the authenticated activity.</param>
    public sealed record Signal(string OperationId, string SignalId, string Verb, string Actor) : Effect;

    /// <summary>Append a line to the audit.</summary>
    public sealed record Audit(AuditEntry Entry) : Effect;
}
