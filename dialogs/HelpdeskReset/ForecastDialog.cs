using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Graph.Rules;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>A dry run: whom → which agent → what the rules would say. Nothing is asked of anybody, nothing is written, nothing counts against a limit.</summary>
internal sealed class ForecastDialog(GraphClient graph, IOptions<ResetOptions> policy, SafeguardOutlook safeguards) : WaterfallDialog<ForecastState>(DialogIds.ResetForecast)
{
    protected override JsonTypeInfo<ForecastState> StateType => DialogsJson.Wire.ForecastState;

    protected override IReadOnlyList<WaterfallStep<ForecastState>> Steps =>
    [
        new(nameof(FindSubject), FindSubject),
        new(nameof(FindAgent), FindAgent),
        new(nameof(Tell), Tell),
    ];

    private static StepOutcome<ForecastState> FindSubject(WaterfallStepContext<ForecastState> step) =>
        step.Begin(DialogIds.Subject, DialogsJson.Wire.Write(SubjectOptions.ForCheck(step.State.Subject)), step.State);

    private static StepOutcome<ForecastState> FindAgent(WaterfallStepContext<ForecastState> step) => step.Result switch
    {
        FoundSubject found when step.State.Agent is null => step.Next(step.State with { SubjectId = found.User.Id }, found with { User = found.Asker.Me }),
        FoundSubject found => step.Begin(DialogIds.Subject, DialogsJson.Wire.Write(SubjectOptions.ForCheck(step.State.Agent)), step.State with { SubjectId = found.User.Id }),
        _ => step.End(),
    };

    private async Task<StepOutcome<ForecastState>> Tell(WaterfallStepContext<ForecastState> step, CancellationToken cancellationToken)
    {
        if (step.Result is not FoundSubject { User: var agent, Asker: var asker } || Requester.From(step.Turn) is not { } who)
        {
            return step.End();
        }

        // Two people are read in full, which is more than a turn's ordinary share.
        var facts = await ReadAsync(new GraphToken(asker.Token.Value), asker.Me, agent, step.State.SubjectId!, cancellationToken);
        if (facts.Subject is null)
        {
            step.Turn.Say(ForecastText.NotRead);
            return step.End();
        }

        // What others did lately is told to the agent in question and to operators alone.
        var mayKnow = agent.Id == asker.Me.Id || policy.Value.Operators.Contains(asker.Me.Id, StringComparer.OrdinalIgnoreCase);
        var ask = new SafeguardAsk { Operation = "", Tenant = who.Tenant, Agent = agent.Id, Subject = step.State.SubjectId!, Purpose = Purpose.PasswordReset };
        var outlook = mayKnow ? await safeguards.LookAsync(ask, cancellationToken) : null;
        step.Turn.Send(ForecastCards.Draw(Forecast.Of(facts, agent.Id, outlook, policy.Value), agent, facts.Subject, outlook, agent.Id == asker.Me.Id, step.Turn.Language));
        return step.End();
    }

    private async Task<ResetFacts> ReadAsync(GraphToken token, DirectoryUser me, DirectoryUser agent, string subjectId, CancellationToken cancellationToken)
    {
        if (agent.Id == me.Id)
        {
            return await graph.ReadResetFactsAsync(token, subjectId, cancellationToken);
        }

        var reading = graph.ReadSubjectFactsAsync(token, agent, cancellationToken);
        var theirs = await graph.GetUserAsync(token, subjectId, cancellationToken) is GraphResult<DirectoryUser>.Ok { Value: var subject }
            ? await graph.ReadSubjectFactsAsync(token, subject, cancellationToken)
            : new ResetFacts();
        return theirs with { Caller = agent, CallerRoles = (await reading).SubjectRoles, CallerEligibleRoles = [] };
    }
}
