using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
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
        if (step.Result is not GraphToken token)
        {
            // Who cannot sign in gets the general way: forgetting a password is one of the reasons.
            turn.Send(ResetPasswordCards.General(corpus.Get(Intents.FaqUserReset, language), language));
            return step.End();
        }

        var (account, error) = await ReadAsync(token, cancellationToken);
        if (account is null)
        {
            turn.Say(GraphErrorText.Sentence(error!));
            turn.Send(ResetPasswordCards.General(corpus.Get(Intents.FaqUserReset, language), language));
            return step.End();
        }

        if (account.User.Id != turn.Activity.ActorId)
        {
            turn.Say(PermissionText.OtherAccount);
            return step.End();
        }

        turn.Send(ResetPasswordCards.Way(account, OwnResetRules.Decide(account), corpus.Get(Intents.FaqUserReset, language), language, turn.Now));
        return step.End();
    }

    /// <summary>Reads side by side; only the account itself is a must.</summary>
    private async Task<(OwnAccount? Account, GraphError? Error)> ReadAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var reading = (Me: graph.GetMeAsync(token, cancellationToken), Methods: graph.GetMyMethodsAsync(token, cancellationToken));
        var (me, methods) = (await reading.Me, await reading.Methods);
        if (me is not GraphResult<DirectoryUser>.Ok { Value: var user })
        {
            return (null, ((GraphResult<DirectoryUser>.Failed)me).Error);
        }

        var more = (
            Report: graph.GetRegistrationAsync(token, user.Id, cancellationToken),
            Domain: graph.GetDomainAsync(token, user.UserPrincipalName ?? "", cancellationToken));
        var account = new OwnAccount
        {
            User = user,
            Methods = methods.OrNothing(),
            Registration = (await more.Report).OrNothing(),
            Domain = (await more.Domain).OrNothing(),
            Unread = (methods as GraphResult<IReadOnlyList<string>>.Failed)?.Error,
        };
        return (account, null);
    }
}

/// <summary>Nothing to remember: all is read anew.</summary>
internal sealed record ResetPasswordState;
