using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Safeguards;

/// <summary>What operators do to the safeguards by a button.</summary>
internal sealed class SafeguardsVerbs(IOptions<ResetOptions> options)
{
    /// <summary>Ends a freeze before its time.</summary>
    public const string Lift = "liftFreeze";

    public IEnumerable<VerbRoute> Routes => [new(Lift, LiftAsync)];

    private Task<InvokeResponse> LiftAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var data = (JsonElement?)click.Data;
        if (Requester.From(turn) is not { } who || !options.Value.Operators.Contains(who.Id, StringComparer.OrdinalIgnoreCase)
            || data.Member(VerbRoute.Subject).String() is not { } subject || !Guid.TryParse(subject, out _)
            || data.Member(CardData.Operation).String() is not { Length: > 0 and < 100 } operation)
        {
            return Task.FromResult(CardAnswer.Message(SafeguardsText.OperatorsOnly.In(turn.Language)));
        }

        var book = SafeguardAsk.OperationId(who.Tenant);
        var lifted = JsonSerializer.Serialize(new Objection(subject, operation, who.Id), DialogsJson.Wire.Objection);
        turn.Owe(new Effect.Signal(book, $"{book}:{operation}:{turn.TurnId}:lift", Objection.Lifted, who.Id) { Value = lifted });
        return Task.FromResult(CardAnswer.Message(SafeguardsText.LiftedNow.In(turn.Language)));
    }
}
