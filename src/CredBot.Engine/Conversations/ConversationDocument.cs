using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Engine.Store;

namespace CredBot.Engine.Conversations;

/// <summary>Everything stored of one conversation, in one document and therefore one write.</summary>
/// <remarks>Generated JSON code sets members that a document lacks to null, past their initialisers; hence the accessors: an older build's document is read.</remarks>
internal sealed record ConversationDocument
{
    private const int SeenRing = 256;
    private const int KeptAnswers = 8;
    private const int KeptMessages = 200;
    private const int KeptOperations = 64;
    private static readonly TimeSpan SeenFor = TimeSpan.FromHours(24);

    public int Schema { get; init; } = DocumentSchema.Current;
    public ConversationRecord Record { get; init => field = value ?? new(); } = new();

    /// <summary>How many turns were stored: the version that a turn was made from.</summary>
    public long Turns { get; init; }

    /// <summary>The person blocked or removed the bot; until they speak again nothing is sent.</summary>
    public bool Unreachable { get; init; }

    /// <summary>Messages that were owed too long and dropped.</summary>
    public long GivenUp { get; init; }
    public long NextMail { get; init; } = 1;
    public long NextOwed { get; init; } = 1;

    /// <summary>Activities that were acknowledged and wait for their turn, oldest first.</summary>
    public IReadOnlyList<Mail> Mailbox { get; init => field = value ?? []; } = [];

    /// <summary>Activities whose turn is stored, oldest first.</summary>
    public IReadOnlyList<SeenActivity> Seen { get; init => field = value ?? []; } = [];
    public IReadOnlyList<OwedEffect> Outbox { get; init => field = value ?? []; } = [];

    /// <summary>Which id the channel gave to which message, oldest first.</summary>
    public IReadOnlyList<SentMessage> Messages { get; init => field = value ?? []; } = [];

    /// <summary>How far each operation's messages have arrived here, longest silent first.</summary>
    public IReadOnlyList<HeardOperation> Heard { get; init => field = value ?? []; } = [];

    public bool IsIdle => Mailbox.Count is 0 && Outbox.Count is 0;

    public SeenActivity? SeenBefore(string? id) => id is null ? null : Seen.FirstOrDefault(seen => seen.Id == id);

    public string? SentAs(string key) => Messages.LastOrDefault(message => message.Key == key)?.Id;

    public ConversationDocument Take(Mail mail) => this with { Mailbox = [.. Mailbox, mail], NextMail = Math.Max(NextMail, mail.Number + 1) };

    public ConversationDocument Drop(long mail) => this with { Mailbox = [.. Mailbox.Where(entry => entry.Number != mail)] };

    /// <summary>The document after a turn.</summary>
    /// <param name="turn">What came out of it.</param>
    /// <param name="id">Id of its activity; null where it had none.</param>
    /// <param name="mail">Number of its mailbox entry; null for an invoke.</param>
    /// <param name="now">The time.</param>
    public ConversationDocument After(TurnOutcome turn, string? id, long? mail, DateTimeOffset now)
    {
        var owed = turn.Effects.Select((effect, index) => OwedEffect.From(effect, NextOwed + index, now)).ToList();
        var after = this with
        {
            Record = turn.Record,
            Turns = Turns + 1,
            Unreachable = false,
            Mailbox = mail is null ? Mailbox : [.. Mailbox.Where(entry => entry.Number != mail)],
            Seen = id is null ? Seen : Remember(new SeenActivity(id, now, turn.Response)),
            Outbox = Conversations.Outbox.Append(Outbox, owed),
            NextOwed = NextOwed + owed.Count,
        };
        return turn.Forgotten ? after.Forget() : after;
    }

    /// <summary>The document with an operation's messages owed; null where they were taken before.</summary>
    public ConversationDocument? Hear(string operation, IReadOnlyList<OwedEffect> effects, DateTimeOffset now)
    {
        var last = Heard.FirstOrDefault(heard => heard.Operation == operation)?.Number ?? 0;
        var news = effects.Where(effect => effect.Number > last).ToList();
        if (news.Count is 0)
        {
            return null;
        }

        var owed = news.Select((effect, index) => effect with { Number = NextOwed + index, Since = now, Tries = 0, DueAt = null }).ToList();
        var others = Heard.Where(heard => heard.Operation != operation).TakeLast(KeptOperations - 1);
        return this with
        {
            Heard = [.. others, new HeardOperation(operation, news[^1].Number)],
            Outbox = Conversations.Outbox.Append(Outbox, owed),
            NextOwed = NextOwed + owed.Count,
        };
    }

    public ConversationDocument Settle(IEnumerable<long> numbers) => this with { Outbox = Conversations.Outbox.Without(Outbox, numbers) };

    public ConversationDocument Sent(string key, string id) =>
        Unreachable ? this : this with { Messages = [.. Messages.Where(message => message.Key != key).TakeLast(KeptMessages - 1), new SentMessage(key, id)] };

    /// <summary>
    /// What a person who removed the bot leaves behind: which activities were heard (they may be delivered again), and what is owed to operations and to
    /// the audit. Nothing that was said, nothing about the person, and no address to write to.
    /// </summary>
    private ConversationDocument Forget() => this with
    {
        Record = new ConversationRecord(),
        Unreachable = true,
        Messages = [],
        Outbox = [.. Outbox.Where(static effect => !effect.IsMessage)],
        Seen = [.. Seen.Select(static seen => seen with { Answer = seen.Answer is { } answer ? answer with { Body = null } : null })],
    };

    private List<SeenActivity> Remember(SeenActivity seen)
    {
        var kept = Seen.Where(old => seen.At - old.At < SeenFor).TakeLast(SeenRing - 1).Append(seen).ToList();
        var answered = 0;
        for (var index = kept.Count - 1; index >= 0; index--)
        {
            if (kept[index].Answer?.Body is not null && ++answered > KeptAnswers)
            {
                kept[index] = kept[index] with { Answer = kept[index].Answer! with { Body = null } };
            }
        }

        return kept;
    }
}

/// <summary>An acknowledged activity. It is sealed, because people type codes and passwords.</summary>
internal sealed record Mail(long Number, string? Id, DateTimeOffset At, string Seal);

/// <summary>An activity whose turn is stored, and what an invoke was answered. Bodies are kept for the latest answers only.</summary>
internal sealed record SeenActivity(string Id, DateTimeOffset At, InvokeResponse? Answer = null);

internal sealed record SentMessage(string Key, string Id);

/// <param name="Operation">Its id.</param>
/// <param name="Number">Number of its last effect that was taken over.</param>
internal sealed record HeardOperation(string Operation, long Number);

/// <summary>What came out of a turn.</summary>
/// <param name="Record">The conversation as the turn leaves it.</param>
/// <param name="Effects">What it owes.</param>
/// <param name="Response">The answer to an invoke; null where nobody answered.</param>
/// <param name="Forgotten">The person removed the bot.</param>
/// <param name="Idle">Nothing was answered, owed or changed.</param>
internal sealed record TurnOutcome(
    ConversationRecord Record, IReadOnlyList<Effect> Effects, InvokeResponse? Response, bool Forgotten = false, bool Idle = false);
