using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>A question about an application: finds out which, gathers under the asker's rights, decides, and shows one card.</summary>
/// <param name="id">One of <see cref="DialogIds"/>.</param>
/// <param name="faq">Id of the question whose general answer is folded below, or given where no application is meant.</param>
/// <param name="corpus">The general answers.</param>
internal abstract class ApplicationDiagnosisDialog(string id, string faq, FaqCorpus corpus) : WaterfallDialog<ApplicationQuestion>(id)
{
    protected sealed override JsonTypeInfo<ApplicationQuestion> StateType => DialogsJson.Wire.ApplicationQuestion;

    protected sealed override IReadOnlyList<WaterfallStep<ApplicationQuestion>> Steps =>
    [
        new(nameof(FindApplication), FindApplication),
        new(nameof(Answer), Answer),
    ];

    /// <summary>Gathers and decides. Every read is optional; what fails is named in <see cref="Finding.Unseen"/>.</summary>
    protected abstract Task<Finding> FindAsync(FoundApplication found, TurnContext turn, CancellationToken cancellationToken);

    private static StepOutcome<ApplicationQuestion> FindApplication(WaterfallStepContext<ApplicationQuestion> step) =>
        step.Begin(DialogIds.Application, DialogsJson.Wire.Write(step.State), step.State);

    private async Task<StepOutcome<ApplicationQuestion>> Answer(WaterfallStepContext<ApplicationQuestion> step, CancellationToken cancellationToken)
    {
        var turn = step.Turn;
        var general = corpus.Get(faq, turn.Language);
        turn.Send(
            step.Result is FoundApplication found
                ? DiagnosisCards.Draw(await FindAsync(found, turn, cancellationToken), general, turn.Language, turn.TurnId, turn.Now)
                : DiagnosisCards.General(general),
            turn.TurnId);
        return step.End();
    }
}
