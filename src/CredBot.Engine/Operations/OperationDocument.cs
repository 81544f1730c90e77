using System.Text.Json;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;

namespace CredBot.Engine.Operations;

/// <summary>Everything stored of one operation.</summary>
internal sealed record OperationDocument
{
    private const int KeptSignals = 256;

    public int Schema { get; init; } = DocumentSchema.Current;

    /// <summary>Null where the operation was never started.</summary>
    public string? Flow { get; init; }

    /// <summary>Key of the conversation that started it; its messages go there.</summary>
    public string Origin { get; init => field = value ?? ""; } = "";

    /// <summary>The flow's own record.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>The step that was asked for and has not been reported on.</summary>
    public RecordedStep? Step { get; init; }
    public DateTimeOffset? WakeAt { get; init; }
    public bool Ended { get; init; }

    /// <summary>Number of the last move.</summary>
    public long Version { get; init; }
    public DateTimeOffset Updated { get; init; }
    public long NextOwed { get; init; } = 1;
    public IReadOnlyList<OwedEffect> Owed { get; init => field = value ?? []; } = [];

    /// <summary>Signals that were counted, oldest first.</summary>
    public IReadOnlyList<string> Signals { get; init => field = value ?? []; } = [];

    /// <summary>Nothing will happen to it any more.</summary>
    public bool IsDone => Flow is null || (Ended && Owed.Count is 0);

    /// <summary>The document after a move.</summary>
    /// <param name="move">What the flow decided.</param>
    /// <param name="runner">Who writes it, and alone may perform the step it asks for.</param>
    /// <param name="outstanding">The step recorded before that has still to be reported on; null where this move is its report.</param>
    /// <param name="now">The time.</param>
    /// <remarks>
    /// A step that was asked for is reported on, as performed or as found, whatever else moves the operation meanwhile: a move that asks for none leaves
    /// it recorded, and asking for it by the same name again does not ask twice. Only another step takes its place.
    /// </remarks>
    public OperationDocument After(JsonMove move, string runner, RecordedStep? outstanding, DateTimeOffset now)
    {
        var version = Version + 1;
        var owed = move.Effects.Select((effect, index) => OwedEffect.From(effect, NextOwed + index, now)).ToList();
        var step = move.Perform is { } name && name != outstanding?.Name ? new RecordedStep(name, version, runner, NextOwed + owed.Count) : outstanding;
        return this with
        {
            Document = move.Document,
            Step = move.Ended ? null : step,
            WakeAt = move.Ended ? null : move.WakeAt,
            Ended = move.Ended,
            Version = version,
            Updated = now,
            Owed = Outbox.Append(Owed, owed),
            NextOwed = NextOwed + owed.Count,
        };
    }

    public OperationDocument Count(string signal) => this with { Signals = [.. Signals.TakeLast(KeptSignals - 1), signal] };

    public OperationRow Row(string id) => new(
        id, ConversationKey.TenantOf(Origin), Flow ?? "", Ended ? "ended" : Step?.Name ?? "waiting", WakeAt, Updated, Version);
}

/// <summary>A step that a move asked for.</summary>
/// <param name="Name">As the flow calls it.</param>
/// <param name="Version">The move that asked for it.</param>
/// <param name="Runner">Who wrote that move: one activation, never two.</param>
/// <param name="After">The step begins when every effect owed below this number has gone out, or has been tried.</param>
internal sealed record RecordedStep(string Name, long Version, string Runner, long After);
