using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ExpiringSecrets;

/// <summary>«Which app secrets expire?»: all applications that the asker may see, what has expired first.</summary>
internal sealed class ExpiringSecretsDialog(GraphClient graph, FaqCorpus corpus) : WaterfallDialog<ApplicationQuestion>(DialogIds.ExpiringSecrets)
{
    protected override JsonTypeInfo<ApplicationQuestion> StateType => DialogsJson.Wire.ApplicationQuestion;

    protected override IReadOnlyList<WaterfallStep<ApplicationQuestion>> Steps =>
    [
        new(nameof(SignIn), SignIn),
        new(nameof(Answer), Answer),
    ];

    private static StepOutcome<ApplicationQuestion> SignIn(WaterfallStepContext<ApplicationQuestion> step) => step.Begin(DialogIds.SignIn, null, step.State);

    private async Task<StepOutcome<ApplicationQuestion>> Answer(WaterfallStepContext<ApplicationQuestion> step, CancellationToken cancellationToken)
    {
        var turn = step.Turn;
        var general = corpus.Get(Intents.FaqAppCredentials, turn.Language);
        if (step.Result is not SignedInPerson asker)
        {
            turn.Send(DiagnosisCards.General(general), turn.TurnId);
            return step.End();
        }

        var days = Math.Clamp(step.State.Days ?? ExpiringSecretsRules.DefaultDays, 1, ExpiringSecretsRules.MostDays);
        var read = await graph.GetApplicationsAsync(asker.Token, cancellationToken);
        var due = read.OrNothing() is { } apps ? ExpiringSecretsRules.Due(apps, days, turn.Now) : null;
        var finding = ExpiringSecretsCards.State(due, read, days, turn.Now);
        turn.Send(DiagnosisCards.Draw(finding, general, turn.Language, turn.TurnId, turn.Now), turn.TurnId);
        return step.End();
    }
}
