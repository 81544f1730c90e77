using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.PasswordWatch;

/// <summary>The button that ends a watch.</summary>
internal sealed class PasswordWatchVerbs(IOperations operations)
{
    public IEnumerable<VerbRoute> Routes => [new(PasswordWatchRequest.Stop, StopAsync)];

    private async Task<InvokeResponse> StopAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        if (((JsonElement?)click.Data).Member(CardData.Operation).String() is not { Length: > 0 and < 100 } operation
            || (await operations.ReadAsync(operation, cancellationToken))?.Deserialize(DialogsJson.Wire.PasswordWatchDocument) is not { Status: PasswordWatchStatus.Watching } watch
            || Requester.From(turn) is not { } who || who.Id != watch.Request.Requester.Id || who.Tenant != watch.Request.Requester.Tenant)
        {
            return CardAnswer.Message(PasswordWatchText.NotYours.In(turn.Language));
        }

        turn.Owe(new Effect.Signal(watch.Id, $"{watch.Id}:{who.Id}:{PasswordWatchRequest.Stop}", PasswordWatchRequest.Stop, who.Id));
        return CardAnswer.Message(PasswordWatchText.Stopped.In(turn.Language));
    }
}
