using CredBot.Bot.Schema;
using CredBot.Bot.State;

namespace CredBot.Bot.Builder;

/// <summary>One turn: the activity and the stored conversation come in; the new conversation and the effects owed go out.</summary>
/// <remarks>A turn may read from the network and never changes anything there: all it wants done is in <see cref="Effects"/>.</remarks>
public sealed class TurnContext(Activity activity, ConversationRecord conversation, string turnId, DateTimeOffset now)
{
    private readonly List<Effect> effects = [];

    public Activity Activity { get; } = activity;

    /// <summary>Names this turn within its conversation; the same again when the turn is replayed.</summary>
    public string TurnId { get; } = turnId;
    public DateTimeOffset Now { get; } = now;

    /// <summary>What will be stored when the turn ends well. A turn that throws leaves the stored one as it was.</summary>
    public ConversationRecord Conversation { get; set; } = conversation;

    public IReadOnlyList<Effect> Effects => effects;

    /// <summary>The answer to an invoke; null until somebody answers.</summary>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>Whether this turn has spoken.</summary>
    public bool Responded { get; private set; }

    /// <summary>Whether the conversation is to be forgotten when the turn ends well.</summary>
    public bool Forgotten { get; private set; }

    /// <summary>The person took the bot away: nothing that was remembered of the conversation stays, and nothing is said in it any more.</summary>
    public void Forget() => Forgotten = true;

    /// <summary>Owe the conversation a message.</summary>
    /// <returns>The key under which the message can be updated later.</returns>
    public string Send(Activity message, string? key = null)
    {
        key ??= $"{TurnId}#{effects.Count}";
        Owe(new Effect.Send(key, message));
        return key;
    }

    public void Owe(Effect effect)
    {
        Responded |= effect is Effect.Send;
        effects.Add(effect);
    }
}
