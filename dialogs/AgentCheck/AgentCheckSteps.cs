using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Engine.Contracts;
using CredBot.Graph.Passwords;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>Makes the word, and puts it on the asker's card.</summary>
internal sealed class AgentCheckSteps(ISecretSeal seal, ICardSurface cards) : ISteps
{
    public string Flow => AgentCheckFlow.FlowName;

    public async Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        var document = context.Document.Deserialize(DialogsJson.Wire.AgentCheckDocument)!;
        var result = context.Step is AgentCheckFlow.Make
            ? new AgentCheckStepResult { Seal = seal.Seal(document.Id, SpokenWord.Create().Value) }
            : new AgentCheckStepResult { Shown = await ShowAsync(context.Conversation, document, cancellationToken) };
        return JsonSerializer.SerializeToElement(result, DialogsJson.Wire.AgentCheckStepResult);
    }

    private async Task<bool> ShowAsync(string conversation, AgentCheckDocument document, CancellationToken cancellationToken) =>
        document.Seal is { } sealed_ && seal.Open(document.Id, sealed_) is { } word
        && await cards.RedrawAsync(conversation, document.Request.CardKey, AgentCheckCards.WithWord(document, word), cancellationToken) is ConnectorResult.Sent;
}
