using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;
using CredBot.Engine.Store;

namespace CredBot.Engine.Grains;

/// <summary>Carries out the effects that stay in the house: starts and signals of operations, lines of the audit. Each may be repeated without harm.</summary>
internal sealed class Courier(IGrainFactory grains, IStore store)
{
    /// <param name="effect">What is owed.</param>
    /// <param name="origin">The conversation on whose behalf.</param>
    public Task CarryAsync(OwedEffect effect, string origin) => effect.Kind switch
    {
        OwedKind.Start => grains.GetGrain<IOperation>(effect.Operation!)
            .Start(effect.Flow!, new Cloaked { Json = effect.Intent?.GetRawText() ?? "null" }, origin),
        OwedKind.Signal => grains.GetGrain<IOperation>(effect.Operation!).Signal(effect.SignalId!, effect.Verb!, effect.Actor!),
        OwedKind.Audit => store.AppendAsync(effect.Entry!, CancellationToken.None),
        _ => throw new NotSupportedException($"A {effect.Kind} is no errand."),
    };
}
