using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>«How do I reset my password?»: reads the asker's own account and answers with the one way that fits it.</summary>
internal sealed class ResetPasswordDialog(GraphClient graph, FaqCorpus corpus) : WaterfallDialog<ResetPasswordState>(DialogIds.ResetPassword)
{
    protected override JsonTypeInfo<ResetPasswordState> StateType => DialogsJson.Wire.ResetPasswordState;

    protected override IReadOnlyList<WaterfallStep<ResetPasswordState>> Steps =>
    [
        new(nameof(SignIn), SignIn),
        new(nameof(Answer), Answer),
    ];

    private static StepOutcome<ResetPasswordState> SignIn(WaterfallStepContext<ResetPasswordState> step) =>
        step.Begin(DialogIds.SignIn, null, step.State);

    private async Task<StepOutcome<ResetPasswordState>> Answer(WaterfallStepContext<ResetPasswordState> step, CancellationToken cancellationToken)
    {
        var (turn, language) = (step.Turn, step.Turn.Language);
        var general = corpus.Get(Intents.FaqUserReset, language);
        if (step.Result is not SignedInPerson person)
        {
            // Who cannot sign in gets the general way: forgetting a password is one of the reasons.
            turn.Send(ResetPasswordCards.General(general, language));
            return step.End();
        }

        var account = await ReadAsync(person, cancellationToken);
        turn.Send(ResetPasswordCards.Way(account, OwnResetRules.Decide(account), general, language, turn.Now));
        return step.End();
    }

    /// <summary>Reads side by side, each of them optional.</summary>
    private async Task<OwnAccount> ReadAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        var (token, me) = (person.Token, person.Me);
        var reading = (
            Methods: graph.GetMyMethodsAsync(token, cancellationToken),
            Report: graph.GetRegistrationAsync(token, me.Id, cancellationToken),
            Domain: graph.GetDomainAsync(token, me.UserPrincipalName ?? "", cancellationToken));
        var methods = await reading.Methods;
        return new OwnAccount
        {
            User = me,
            Methods = methods.OrNothing(),
            Registration = (await reading.Report).OrNothing(),
            Domain = (await reading.Domain).OrNothing(),
            Unread = (methods as GraphResult<IReadOnlyList<string>>.Failed)?.Error,
        };
    }
}

/// <summary>Nothing to remember: all is read anew.</summary>
internal sealed record ResetPasswordState;
