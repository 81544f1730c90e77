using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>A question about somebody else's account: finds out whose, gathers under the asker's rights, decides, and shows one card.</summary>
/// <param name="id">One of <see cref="DialogIds"/>.</param>
/// <param name="faq">Id of the question whose general answer is folded below.</param>
/// <param name="corpus">The general answers.</param>
internal abstract class SubjectDiagnosisDialog(string id, string faq, FaqCorpus corpus) : WaterfallDialog<DiagnosisState>(id)
{
    protected sealed override JsonTypeInfo<DiagnosisState> StateType => DialogsJson.Wire.DiagnosisState;

    protected sealed override IReadOnlyList<WaterfallStep<DiagnosisState>> Steps =>
    [
        new(nameof(FindSubject), FindSubject),
        new(nameof(Answer), Answer),
    ];

    /// <summary>Gathers and decides. Every read is optional; what fails is named in <see cref="Finding.Unseen"/>.</summary>
    protected abstract Task<Finding> FindAsync(FoundSubject subject, TurnContext turn, CancellationToken cancellationToken);

    private StepOutcome<DiagnosisState> FindSubject(WaterfallStepContext<DiagnosisState> step)
    {
        if (ShowsGeneralFirst(step.State))
        {
            step.Turn.Send(DiagnosisCards.General(corpus.Get(faq, step.Turn.Language)));
        }

        return step.Begin(DialogIds.Subject, DialogsJson.Wire.Write(SubjectOptions.ForCheck(step.State.Words)), step.State);
    }

    private async Task<StepOutcome<DiagnosisState>> Answer(WaterfallStepContext<DiagnosisState> step, CancellationToken cancellationToken)
    {
        var turn = step.Turn;

        var general = corpus.Get(faq, turn.Language);
        if (step.Result is FoundSubject subject)
        {
            var finding = await FindAsync(subject, turn, cancellationToken);
            turn.Send(DiagnosisCards.Draw(finding, general, turn.Language, turn.TurnId, turn.Now), turn.TurnId);
        }
        else if (!ShowsGeneralFirst(step.State))
        {
            // The search has said why there is nobody to look at; what holds for everybody can be said all the same.
            turn.Send(DiagnosisCards.General(general));
        }

        return step.End();
    }

    private static bool ShowsGeneralFirst(DiagnosisState state) => state is { General: true, Words: null };
}
