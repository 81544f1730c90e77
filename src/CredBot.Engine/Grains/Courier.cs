using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;
using CredBot.Engine.People;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Engine.Grains;

/// <summary>Carries out the effects that stay in the house: starts and signals of operations, lines of the audit, what is owed to a person. Each may be repeated without harm.</summary>
internal sealed partial class Courier(IGrainFactory grains, IStore store, IOptions<BotOptions> options, ILogger<Courier> logger)
{
    /// <param name="effect">What is owed.</param>
    /// <param name="origin">The conversation on whose behalf.</param>
    public Task CarryAsync(OwedEffect effect, string origin) => effect.Kind switch
    {
        OwedKind.Start => grains.GetGrain<IOperation>(effect.Operation!)
            .Start(effect.Flow!, new Cloaked { Json = effect.Intent?.GetRawText() ?? "null" }, origin),
        OwedKind.Signal => grains.GetGrain<IOperation>(effect.Operation!)
            .Signal(effect.SignalId!, effect.Verb!, effect.Actor!, effect.Value is { } value ? new Cloaked { Json = value } : null),
        OwedKind.Notify or OwedKind.Continue => NotifyAsync(effect, ConversationKey.TenantOf(origin)),
        OwedKind.Told => grains.GetGrain<IOperation>(effect.Operation!).Told(effect.Key!, effect.Code),
        OwedKind.Lost => Person(effect).Lose(effect.Chat!, effect.Code!, effect.Unreachable),
        OwedKind.Audit => store.AppendAsync(effect.Entry!, CancellationToken.None),
        _ => throw new NotSupportedException($"A {effect.Kind} is no errand."),
    };

    /// <summary>Nobody is written to, and no turn runs, on behalf of another tenant or in one that may not talk to the bot: the check that an activity from outside passes.</summary>
    private Task NotifyAsync(OwedEffect effect, string tenant)
    {
        var refusal = !tenant.Equals(effect.Tenant, StringComparison.OrdinalIgnoreCase) || !options.Value.Allows(effect.Tenant) ? "TenantNotAllowed"
            : !Guid.TryParse(effect.Person, out _) ? "MemberId"
            : null;
        if (refusal is null)
        {
            return Person(effect).Notify(new Cloaked { Json = JsonSerializer.Serialize(effect, EngineJson.Wire.OwedEffect) });
        }

        Log.Refused(logger, effect.Kind, refusal);
        return effect.Operation is { } operation ? grains.GetGrain<IOperation>(operation).Told(effect.Key!, refusal) : Task.CompletedTask;
    }

    private IAcquaintance Person(OwedEffect effect) =>
        grains.GetGrain<IAcquaintance>(AcquaintanceKey.Of(options.Value.AppId, effect.Tenant!, effect.Person!));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A {Kind} was refused: {Reason}.")]
        public static partial void Refused(ILogger logger, OwedKind kind, string reason);
    }
}
