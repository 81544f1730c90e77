using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;

namespace CredBot.Engine.Conversations;

/// <summary>The kinds of <see cref="Effect"/>, as they are stored.</summary>
internal enum OwedKind
{
    Send,
    Update,
    Start,
    Signal,
    Audit,
}

/// <summary>An effect as it is stored until it has been carried out. Only the members of its kind are set.</summary>
internal sealed record OwedEffect
{
    /// <summary>Grows within its document; the order of delivery.</summary>
    public long Number { get; init; }
    public OwedKind Kind { get; init; }
    public DateTimeOffset Since { get; init; }

    /// <summary>How often it failed.</summary>
    public int Tries { get; init; }

    /// <summary>Not before; null for at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Key of the message.</summary>
    public string? Key { get; init; }
    public Activity? Activity { get; init; }

    /// <summary>The only person of a group who sees the message; null for everybody.</summary>
    public ChannelAccount? OnlyFor { get; init; }
    public string? Operation { get; init; }
    public string? Flow { get; init; }
    public JsonElement? Intent { get; init; }
    public string? SignalId { get; init; }
    public string? Verb { get; init; }
    public string? Actor { get; init; }
    public AuditEntry? Entry { get; init; }

    public bool IsMessage => Kind is OwedKind.Send or OwedKind.Update;

    /// <summary>What waits for a due time holds up only its own lane: messages keep their order, and a start that fails mutes nobody.</summary>
    public string Lane => Kind switch
    {
        OwedKind.Send or OwedKind.Update => "messages",
        OwedKind.Audit => $"audit {Entry?.Key}",
        _ => $"operation {Operation}",
    };

    public static OwedEffect From(Effect effect, long number, DateTimeOffset now)
    {
        var owed = new OwedEffect { Number = number, Since = now };
        return effect switch
        {
            Effect.Send send => owed with { Kind = OwedKind.Send, Key = send.Key, Activity = send.Activity, OnlyFor = send.OnlyFor },
            Effect.Update update => owed with { Kind = OwedKind.Update, Key = update.Key, Activity = update.Activity },
            Effect.Start start => owed with { Kind = OwedKind.Start, Operation = start.OperationId, Flow = start.Flow, Intent = start.Intent },
            Effect.Signal signal => owed with
            {
                Kind = OwedKind.Signal, Operation = signal.OperationId, SignalId = signal.SignalId, Verb = signal.Verb, Actor = signal.Actor,
            },
            Effect.Audit audit => owed with { Kind = OwedKind.Audit, Entry = audit.Entry },
            _ => throw new NotSupportedException($"There is no way to carry out a {effect.GetType().Name}."),
        };
    }
}
