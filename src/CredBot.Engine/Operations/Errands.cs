using System.Text.Json;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;

namespace CredBot.Engine.Operations;

/// <summary>Carries out what an operation owes. All of it stays in the house, can be repeated without harm, and is never given up.</summary>
internal sealed partial class Errands(
    string operation, GrainDocument<OperationDocument> document, Courier courier, IGrainFactory grains, TimeProvider time, ILogger logger)
{
    private readonly HashSet<long> settled = [];

    /// <summary>When the next effect may go out; null where nothing is owed.</summary>
    public DateTimeOffset? Due => Outbox.Due(document.Current.Owed);

    /// <summary>Whether there is something to carry out now.</summary>
    public bool HasWork => Outbox.Next(document.Current.Owed, settled, time.GetUtcNow()) is not null;

    /// <summary>Whether every effect below <paramref name="number"/> has gone out, or has been tried and waits. A line of the audit must have been written: what cannot be recorded is not done.</summary>
    public bool HaveTried(long number) =>
        document.Current.Owed.All(effect => effect.Number >= number || (effect.Tries > 0 && effect.Kind is not OwedKind.Audit));

    /// <summary>Goes on until nothing is left, or everything waits for its time.</summary>
    public async Task RunAsync()
    {
        while (Outbox.Next(document.Current.Owed, settled, time.GetUtcNow()) is { } effect)
        {
            var group = effect.IsMessage ? Messages(effect) : [effect];
            try
            {
                await (effect.IsMessage ? TellAsync(group) : courier.CarryAsync(effect.Kind is OwedKind.Notify ? effect with { Operation = operation } : effect, document.Current.Origin));
                settled.UnionWith(group.Select(static sent => sent.Number));
            }
            catch (Exception failure)
            {
                Log.Postponed(logger, operation, effect.Kind, failure);
                await AmendAsync(owed => group.Aggregate(owed, (list, late) => Outbox.With(list, Outbox.Delay(late, null, time.GetUtcNow()))));
            }
        }

        if (settled.Count > 0)
        {
            await AmendAsync(static owed => owed);
        }
    }

    /// <summary>The messages that stand together at this place: they go over in one write.</summary>
    private OwedEffect[] Messages(OwedEffect first) => [.. document.Current.Owed
        .SkipWhile(effect => effect.Number != first.Number)
        .Where(effect => !settled.Contains(effect.Number))
        .TakeWhile(static effect => effect.IsMessage)];

    /// <summary>The conversation takes a number over once, so a repeat is harmless.</summary>
    private Task TellAsync(OwedEffect[] messages) => grains.GetGrain<IConversation>(document.Current.Origin)
        .Owe(operation, new Cloaked { Json = JsonSerializer.Serialize(messages, EngineJson.Wire.OwedEffectArray) });

    private async Task AmendAsync(Func<IReadOnlyList<OwedEffect>, IReadOnlyList<OwedEffect>> change)
    {
        long[] gone = [.. settled];
        await document.AmendAsync(document => document with { Owed = change(Outbox.Without(document.Owed, gone)) });
        settled.ExceptWith(gone);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An owed {Kind} of operation {Operation} could not be carried out; it will be tried again.")]
        public static partial void Postponed(ILogger logger, string operation, OwedKind kind, Exception failure);
    }
}
