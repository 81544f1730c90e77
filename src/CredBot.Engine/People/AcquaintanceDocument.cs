using CredBot.Bot.Schema;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;

namespace CredBot.Engine.People;

/// <summary>Everything stored of one person.</summary>
internal sealed record AcquaintanceDocument
{
    private const int KeptKeys = 64;

    public int Schema { get; init; } = DocumentSchema.Current;

    /// <summary>Their ids, service address and language; the conversation is their own chat, null until one is known.</summary>
    public ConversationReference? Reference { get; init; }

    /// <summary>When <see cref="Reference"/> last changed.</summary>
    public DateTimeOffset? RefreshedAt { get; init; }

    /// <summary>Nothing is sent until they come back; null where they can be reached, as far as is known.</summary>
    public Unreachable? Unreachable { get; init; }

    /// <summary>How often in a row the channel did not find their chat. Once means little; afterwards another one is opened.</summary>
    /// <remarks>Source: botbuilder-python#2102, sporadic ConversationNotFound.</remarks>
    public int Misses { get; init; }
    public long NextOwed { get; init; } = 1;

    /// <summary>What has not been handed over to their chat yet, and what has to be told about it.</summary>
    public IReadOnlyList<OwedEffect> Outbox { get; init => field = value ?? []; } = [];

    /// <summary>Keys of what was taken over, oldest first.</summary>
    public IReadOnlyList<string> Taken { get; init => field = value ?? []; } = [];

    /// <summary>The document after an activity of theirs; null where it teaches nothing new.</summary>
    /// <param name="heard">The activity's reference.</param>
    /// <param name="now">The time.</param>
    /// <remarks>
    /// One person can have several chats with the bot (sessions): the first one stays, so that messages do not wander, until it is lost. What is said
    /// in a group tells where they are, but neither that they have a chat of their own nor that they have let the bot back in.
    /// </remarks>
    public AcquaintanceDocument? After(ConversationReference heard, DateTimeOffset now)
    {
        var personal = heard.Conversation.IsPersonal;
        var chat = personal && (Reference?.Conversation is null || Unreachable is not null) ? Plain(heard.Conversation!) : Reference?.Conversation;
        var next = new ConversationReference
        {
            User = new ChannelAccount { Id = heard.User?.Id, AadObjectId = heard.User?.AadObjectId },
            Bot = new ChannelAccount { Id = heard.Bot?.Id },
            Conversation = chat is null ? null : chat with { TenantId = heard.TenantId },
            ChannelId = heard.ChannelId,
            ServiceUrl = heard.ServiceUrl,
            Locale = heard.Locale ?? Reference?.Locale,
            TenantId = heard.TenantId,
        };
        var back = personal && (Unreachable is not null || Misses > 0);
        return next == Reference && !back
            ? null
            : this with { Reference = next, RefreshedAt = now, Unreachable = back ? null : Unreachable, Misses = back ? 0 : Misses };
    }

    /// <summary>The document without the person's chat; null where there is none.</summary>
    public AcquaintanceDocument? Forget() => Reference is null ? null : this with { Reference = null, RefreshedAt = null, Unreachable = null, Misses = 0 };

    /// <summary>The document with an effect owed to the person; null where it was taken before.</summary>
    public AcquaintanceDocument? Take(OwedEffect effect, DateTimeOffset now) => Taken.Contains(effect.Key!)
        ? null
        : (this with { Taken = [.. Taken.TakeLast(KeptKeys - 1), effect.Key!] }).Owe(effect, now);

    public AcquaintanceDocument Owe(OwedEffect effect, DateTimeOffset now) => this with
    {
        Outbox = [.. Outbox, effect with { Number = NextOwed, Since = now, Tries = 0, DueAt = null }],
        NextOwed = NextOwed + 1,
    };

    /// <summary>The document after a refusal in one of the person's chats; null where it changes nothing.</summary>
    public AcquaintanceDocument? Lose(string chat, string code, bool unreachable, DateTimeOffset now)
    {
        if (unreachable)
        {
            return Unreachable is null ? this with { Unreachable = new Unreachable(code, now) } : null;
        }

        return Reference?.Conversation?.Id != chat ? null
            : Misses is 0 ? this with { Misses = 1 }
            : this with { Misses = 0, Reference = Reference with { Conversation = null } };
    }

    public AcquaintanceDocument Opened(ConversationReference at) => this with { Reference = at };

    public AcquaintanceDocument Settle(long number) => this with { Outbox = Conversations.Outbox.Without(Outbox, [number]) };

    private static ConversationAccount Plain(ConversationAccount chat) => new() { Id = chat.Id, ConversationType = "personal", TenantId = chat.TenantId };
}

/// <summary>Why nobody is there, and since when.</summary>
/// <param name="Code">As the channel said it.</param>
/// <param name="Since">When it was first said.</param>
internal sealed record Unreachable(string Code, DateTimeOffset Since);
