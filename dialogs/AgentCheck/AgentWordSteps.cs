using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>Puts the word of the check on the colleague's card.</summary>
internal sealed class AgentWordSteps(IOperations operations, ISecretSeal seal, ICardSurface cards) : ISteps
{
    public string Flow => AgentWordFlow.FlowName;

    public async Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(context.Conversation, context.Document.Deserialize(DialogsJson.Wire.AgentWordDocument)!, cancellationToken);
        return JsonSerializer.SerializeToElement(new AgentCheckStepResult { Shown = shown }, DialogsJson.Wire.AgentCheckStepResult);
    }

    private async Task<bool> ShowAsync(string conversation, AgentWordDocument document, CancellationToken cancellationToken)
    {
        var check = (await operations.ReadAsync(document.Check, cancellationToken))?.Deserialize(DialogsJson.Wire.AgentCheckDocument);
        if (check?.Seal is not { } sealed_ || seal.Open(check.Id, sealed_) is not { } word)
        {
            return false;
        }

        // After an installation the question stands under its second key.
        var card = AgentCheckCards.WithWord(document, word);
        foreach (var key in NoticeRequest.Keys(AgentCheckFlow.NoticeId(check.Id)))
        {
            if (await cards.RedrawAsync(conversation, key, card, cancellationToken) is ConnectorResult.Sent)
            {
                return true;
            }
        }

        return false;
    }
}
