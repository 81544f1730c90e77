using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>«May I reset this user's password?»: yes or no, with the role and the rule that decide, read now.</summary>
internal sealed class AdminCheckDialog(GraphClient graph) : WaterfallDialog<AdminCheckState>(DialogIds.AdminCheck)
{
    protected override JsonTypeInfo<AdminCheckState> StateType => DialogsJson.Wire.AdminCheckState;

    protected override IReadOnlyList<WaterfallStep<AdminCheckState>> Steps =>
    [
        new(nameof(FindSubject), FindSubject),
        new(nameof(Answer), Answer),
    ];

    private static StepOutcome<AdminCheckState> FindSubject(WaterfallStepContext<AdminCheckState> step) =>
        step.Begin(DialogIds.Subject, DialogsJson.Wire.Write(SubjectOptions.ForCheck(step.State.Words)), step.State);

    private async Task<StepOutcome<AdminCheckState>> Answer(WaterfallStepContext<AdminCheckState> step, CancellationToken cancellationToken)
    {
        if (step.Result is FoundSubject subject)
        {
            var facts = await graph.ReadResetFactsAsync(subject.Token, subject.Asker.Me, subject.User, cancellationToken);
            step.Turn.Send(AdminCheckCards.Verdict(subject.User, ResetPolicy.Decide(facts), facts, step.Turn.Language, step.Turn.TurnId));
        }

        return step.End();
    }
}
