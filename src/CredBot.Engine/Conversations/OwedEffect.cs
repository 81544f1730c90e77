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
    Notify,
    Continue,

    /// <summary>An operation hears what became of what it owed to a person.</summary>
    Told,

    /// <summary>A person's own chat refused a message; whoever keeps the person hears of it.</summary>
    Lost,
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

    /// <summary>It was posted once, and nobody knows whether it arrived; it is posted once more and no further.</summary>
    public bool Doubtful { get; init; }

    /// <summary>It stands in place of a message that was too large.</summary>
    public bool Shrunk { get; init; }

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

    /// <summary>What a signal says beside its verb.</summary>
    public string? Value { get; init; }
    public AuditEntry? Entry { get; init; }

    /// <summary>Tenant of the person meant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Object id of the person meant.</summary>
    public string? Person { get; init; }

    /// <summary>Id of the person's own chat.</summary>
    public string? Chat { get; init; }

    /// <summary>The activity in other languages.</summary>
    public IReadOnlyDictionary<string, Activity>? Translations { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Code { get; init; }

    /// <summary>The person blocked or removed the bot.</summary>
    public bool Unreachable { get; init; }

    /// <summary>The lane of all messages.</summary>
    public const string Messages = "messages";

    public bool IsMessage => Kind is OwedKind.Send or OwedKind.Update;

    /// <summary>What waits for a due time holds up only its own lane: messages keep their order, and a start that fails mutes nobody.</summary>
    public string Lane => Kind switch
    {
        OwedKind.Send or OwedKind.Update => Messages,
        OwedKind.Audit => $"audit {Entry?.Key}",
        OwedKind.Notify or OwedKind.Continue or OwedKind.Lost => $"person {Tenant} {Person}",
        _ => $"operation {Operation}",
    };

    /// <summary>The message in the language of a client, where it was written in that.</summary>
    public Activity In(string? locale) =>
        locale is { Length: >= 2 } && Translations?.GetValueOrDefault(locale[..2].ToLowerInvariant()) is { } translated ? translated : Activity!;

    /// <summary>What the operation that owed it hears.</summary>
    /// <param name="code">Why it was refused; null where it was sent.</param>
    public OwedEffect Report(string? code) => new() { Kind = OwedKind.Told, Operation = Operation, Key = Key, Code = code };

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
                Kind = OwedKind.Signal, Operation = signal.OperationId, SignalId = signal.SignalId, Verb = signal.Verb, Actor = signal.Actor, Value = signal.Value,
            },
            Effect.Notify notify => owed with
            {
                Kind = OwedKind.Notify, Tenant = notify.Tenant, Person = notify.Person, Key = notify.Key, Activity = notify.Activity,
                Translations = notify.Translations, Chat = notify.Chat,
            },
            Effect.Continue next => owed with
            {
                Kind = OwedKind.Continue, Tenant = next.Tenant, Person = next.Person, Key = next.Key, Intent = next.Value,
            },
            Effect.Audit audit => owed with { Kind = OwedKind.Audit, Entry = audit.Entry },
            _ => throw new NotSupportedException($"There is no way to carry out a {effect.GetType().Name}."),
        };
    }
}
