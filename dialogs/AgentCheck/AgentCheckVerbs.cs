using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>The buttons of a check, of either side. Who clicked is taken from the authenticated activity.</summary>
internal sealed class AgentCheckVerbs(IOperations operations)
{
    /// <summary>Of the colleague.</summary>
    public const string Here = "agentHere", NotMe = "agentNotMe";

    /// <summary>Of the asker.</summary>
    public const string Matches = "wordMatches", Differs = "wordDiffers", Stop = "stopAgentCheck";

    public IEnumerable<VerbRoute> Routes =>
    [
        new(Here, HereAsync),
        new(NotMe, (turn, click, cancel) => SignalAsync(turn, click, OfAgent, AgentCheckFlow.NotMe, AgentCheckText.Told, cancel)),
        new(Matches, (turn, click, cancel) => SignalAsync(turn, click, OfAsker, AgentCheckFlow.Matches, AgentCheckText.Noted, cancel)),
        new(Differs, (turn, click, cancel) => SignalAsync(turn, click, OfAsker, AgentCheckFlow.Differs, AgentCheckText.HangUp, cancel)),
        new(Stop, (turn, click, cancel) => SignalAsync(turn, click, OfAsker, AgentCheckFlow.Stop, AgentCheckText.Noted, cancel)),
    ];

    private static string OfAgent(AgentCheckDocument document) => document.Request.AgentId;

    private static string OfAsker(AgentCheckDocument document) => document.Request.Requester.Id;

    private async Task<InvokeResponse> HereAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken)
    {
        var (check, refusal) = await FindAsync(turn, click, OfAgent, cancellationToken);
        if (check is null)
        {
            return refusal!;
        }

        Signal(turn, check, AgentCheckFlow.Here);
        var word = new AgentWordDocument
        {
            Id = AgentCheckFlow.WordId(check.Id), Check = check.Id, Language = turn.Language, AskerName = check.Request.RequesterName,
        };
        turn.Owe(new Effect.Start(word.Id, AgentWordFlow.FlowName, DialogsJson.Wire.Write(word)));
        return CardAnswer.Message(AgentCheckText.WordComes.In(turn.Language));
    }

    private async Task<InvokeResponse> SignalAsync(
        TurnContext turn, CardClick click, Func<AgentCheckDocument, string> side, string verb, Sentence said, CancellationToken cancellationToken)
    {
        var (check, refusal) = await FindAsync(turn, click, side, cancellationToken);
        if (check is null)
        {
            return refusal!;
        }

        Signal(turn, check, verb);
        if (verb is AgentCheckFlow.NotMe)
        {
            var card = AgentCheckCards.NotMe(check.Request.RequesterName, turn.Language);
            foreach (var key in NoticeRequest.Keys(AgentCheckFlow.NoticeId(check.Id)))
            {
                turn.Owe(new Effect.Update(key, card));
            }
        }

        return CardAnswer.Message(said.In(turn.Language));
    }

    /// <summary>The same words for a foreign check and for none.</summary>
    private async Task<(AgentCheckDocument? Check, InvokeResponse? Refusal)> FindAsync(
        TurnContext turn, CardClick click, Func<AgentCheckDocument, string> side, CancellationToken cancellationToken)
    {
        var check = ((JsonElement?)click.Data).Member(CardData.Operation).String() is { Length: > 0 and < 100 } id
            && id.StartsWith(AgentCheckDialog.Kind, StringComparison.Ordinal)
            ? (await operations.ReadAsync(id, cancellationToken))?.Deserialize(DialogsJson.Wire.AgentCheckDocument)
            : null;
        if (check is null || !turn.Activity.IsPersonal || Requester.From(turn) is not { } who || who.Id != side(check) || who.Tenant != check.Request.Requester.Tenant)
        {
            return (null, CardAnswer.Message(AgentCheckText.NotYours.In(turn.Language)));
        }

        return check.Status is AgentCheckStatus.Over ? (null, CardAnswer.Message(AgentCheckText.IsOver.In(turn.Language))) : (check, null);
    }

    private static void Signal(TurnContext turn, AgentCheckDocument check, string verb)
    {
        var actor = turn.Activity.ActorId!;
        turn.Owe(new Effect.Signal(check.Id, $"{check.Id}:{actor}:{verb}:{turn.TurnId}", verb, actor));
    }
}
