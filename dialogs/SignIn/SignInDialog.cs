using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.SignIn;

/// <summary>Signs the person in, silently where that is possible; gives back a <see cref="SignedInPerson"/>, or null after saying why not.</summary>
internal sealed class SignInDialog(GraphClient graph) : WaterfallDialog<SignInOptions>(DialogIds.SignIn)
{
    protected override JsonTypeInfo<SignInOptions> StateType => DialogsJson.Wire.SignInOptions;

    protected override IReadOnlyList<WaterfallStep<SignInOptions>> Steps =>
    [
        new(nameof(Ask), Ask),
        new(nameof(Tell), Tell),
    ];

    private static StepOutcome<SignInOptions> Ask(WaterfallStepContext<SignInOptions> step) =>
        step.Begin(DialogIds.OAuth, DialogsJson.Wire.Write(SignInText.Words(step.Turn.Language, step.State.Within)), step.State);

    private async Task<StepOutcome<SignInOptions>> Tell(WaterfallStepContext<SignInOptions> step, CancellationToken cancellationToken)
    {
        switch (step.Result)
        {
            case SignInOutcome.SignedIn signedIn:
                return await CheckAsync(step, graph.ForTurn(signedIn.Token.Value), cancellationToken);
            case SignInOutcome.Declined:
                step.Turn.Say(SignInText.Declined);
                break;
            case SignInOutcome.TimedOut:
                step.Turn.Say(SignInText.TimedOut);
                break;
            case SignInOutcome.TooManyCodes:
                step.Turn.Say(SignInText.TooManyCodes);
                break;
            case SignInOutcome.Unavailable { Reference: var reference }:
                step.Turn.Say(SignInText.Unavailable(reference));
                break;
        }

        return step.End();
    }

    /// <summary>The sign-in page takes any account; only the one of this chat may act and look here.</summary>
    private async Task<StepOutcome<SignInOptions>> CheckAsync(WaterfallStepContext<SignInOptions> step, GraphToken token, CancellationToken cancellationToken)
    {
        switch (await graph.GetMeAsync(token, cancellationToken))
        {
            case GraphResult<DirectoryUser>.Ok { Value: var me } when me.Id == step.Turn.Activity.ActorId:
                return step.End(new SignedInPerson(token, me));
            case GraphResult<DirectoryUser>.Failed { Error: var error }:
                step.Turn.Say(GraphErrorText.Sentence(error));
                break;
            default:
                step.Turn.Say(PermissionText.OtherAccount);
                break;
        }

        return step.End();
    }
}
