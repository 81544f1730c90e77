using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>A question about the asker's own account or tenant: signs them in, gathers, decides, and shows one card.</summary>
/// <param name="id">One of <see cref="DialogIds"/>.</param>
/// <param name="faq">Id of the question whose general answer is folded below.</param>
/// <param name="corpus">The general answers.</param>
internal abstract class DiagnosisDialog(string id, string faq, FaqCorpus corpus) : WaterfallDialog<DiagnosisState>(id)
{
    protected sealed override JsonTypeInfo<DiagnosisState> StateType => DialogsJson.Wire.DiagnosisState;

    protected sealed override IReadOnlyList<WaterfallStep<DiagnosisState>> Steps =>
    [
        new(nameof(SignIn), SignIn),
        new(nameof(Answer), Answer),
    ];

    /// <summary>Gathers and decides. Every read is optional; what fails is named in <see cref="Finding.Unseen"/>.</summary>
    protected abstract Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken);

    /// <summary>The card of a finding, under the turn's own key.</summary>
    protected Activity Card(Finding finding, TurnContext turn) =>
        DiagnosisCards.Draw(finding, corpus.Get(faq, turn.Language), turn.Language, turn.TurnId, turn.Now);

    private static StepOutcome<DiagnosisState> SignIn(WaterfallStepContext<DiagnosisState> step) => step.Begin(DialogIds.SignIn, null, step.State);

    private async Task<StepOutcome<DiagnosisState>> Answer(WaterfallStepContext<DiagnosisState> step, CancellationToken cancellationToken)
    {
        var turn = step.Turn;
        if (step.Result is not SignedInPerson asker)
        {
            // A forgotten password is one of the reasons not to sign in.
            turn.Send(DiagnosisCards.General(corpus.Get(faq, turn.Language)));
            return step.End();
        }

        turn.Send(Card(await FindAsync(asker, turn, cancellationToken), turn), turn.TurnId);
        return step.End();
    }
}
