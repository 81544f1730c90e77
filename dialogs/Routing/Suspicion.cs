using System.Text.Json;
using CredBot.Bot.Builder;

namespace CredBot.Dialogs.Routing;

/// <summary>Something that nobody does by mistake: refused where it happened, and told to whoever is on call.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Actor">Object id of who did it, from the authenticated activity.</param>
/// <param name="Operation">What it was done to; the person's own id where it was no operation.</param>
internal sealed record Suspicion(SuspicionKind Kind, string Actor, string Operation)
{
    /// <summary>Signal to the safeguards.</summary>
    public const string Raised = "suspected";

    /// <summary>Owes the alarm, once a day for the same person and thing.</summary>
    public static void Raise(TurnContext turn, SuspicionKind kind, string? operation)
    {
        if (Requester.From(turn) is not { } who)
        {
            return;
        }

        var (book, suspicion) = (SafeguardAsk.OperationId(who.Tenant), new Suspicion(kind, who.Id, operation ?? who.Id));
        turn.Owe(new Effect.Start(book, SafeguardAsk.FlowName, DialogsJson.Wire.Write(SafeguardAsk.ForTenant(who))));
        turn.Owe(new Effect.Signal(book, $"{book}:{suspicion.Operation}:{who.Id}:{kind}:{turn.Now.UtcDateTime:yyyyMMdd}", Raised, who.Id)
        {
            Value = JsonSerializer.Serialize(suspicion, DialogsJson.Wire.Suspicion),
        });
    }
}
