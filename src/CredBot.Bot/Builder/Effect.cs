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

        /// <summary>The only person of a group who sees it; it cannot be updated. Null for everybody.</summary>
        public ChannelAccount? OnlyFor { get; init; }
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
    public sealed record Signal(string OperationId, string SignalId, string Verb, string Actor) : Effect
    {
        /// <summary>What is said beside the verb, as the flow reads it; null for nothing. Stored in clear, so never a secret.</summary>
        public string? Value { get; init; }
    }

    /// <summary>Post a message to a person's own chat with the bot, wherever this effect is owed from; where there is no such chat, it is opened.</summary>
    /// <remarks>An operation hears how it ended by <c>Happening.Told</c>. Nobody who blocked or removed the bot is tried again before they come back.</remarks>
    /// <param name="Tenant">The tenant of who owes it; another one's people are not written to.</param>
    /// <param name="Person">Object id.</param>
    /// <param name="Key">Names the message within the product; the same key is sent once.</param>
    /// <param name="Activity">The message.</param>
    public sealed record Notify(string Tenant, string Person, string Key, Activity Activity) : Effect
    {
        /// <summary>The same message in other languages, by two-letter code: sent where it is the language of the person's client.</summary>
        public IReadOnlyDictionary<string, Activity>? Translations { get; init; }

        /// <summary>Id of the chat, where it was learnt elsewhere, as at an installation; null: as it is stored.</summary>
        public string? Chat { get; init; }
    }

    /// <summary>Run a turn in a person's own chat with the bot: a proactive turn, see <see cref="TurnContext.IsProactive"/>.</summary>
    /// <param name="Tenant">The tenant of who owes it.</param>
    /// <param name="Person">Object id.</param>
    /// <param name="Key">Names the turn within the product; the same key runs once.</param>
    /// <param name="Value">What the turn is about; its activity's value.</param>
    public sealed record Continue(string Tenant, string Person, string Key, JsonElement Value) : Effect;

    /// <summary>Append a line to the audit.</summary>
    public sealed record Audit(AuditEntry Entry) : Effect;
}
