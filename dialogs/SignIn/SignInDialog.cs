using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.SignIn;

/// <summary>Signs the person in, silently where that is possible; gives back a <see cref="GraphToken"/>, or null after saying why not.</summary>
internal sealed class SignInDialog() : WaterfallDialog<SignInState>(DialogIds.SignIn)
{
    protected override JsonTypeInfo<SignInState> StateType => DialogsJson.Wire.SignInState;

    protected override IReadOnlyList<WaterfallStep<SignInState>> Steps =>
    [
        new(nameof(Ask), Ask),
        new(nameof(Tell), Tell),
    ];

    private static StepOutcome<SignInState> Ask(WaterfallStepContext<SignInState> step) =>
        step.Begin(DialogIds.OAuth, DialogsJson.Wire.Write(SignInText.Words(step.Turn.Language)), step.State);

    private static StepOutcome<SignInState> Tell(WaterfallStepContext<SignInState> step)
    {
        switch (step.Result)
        {
            case SignInOutcome.SignedIn signedIn:
                return step.End(new GraphToken(signedIn.Token.Value));
            case SignInOutcome.Declined:
                step.Turn.Say(SignInText.Declined);
                break;
            case SignInOutcome.TimedOut:
                step.Turn.Say(SignInText.TimedOut);
                break;
            case SignInOutcome.TooManyCodes:
                step.Turn.Say(SignInText.TooManyCodes);
                break;
            default:
                step.Turn.Say(SignInText.Unavailable(step.Turn.TurnId));
                break;
        }

        return step.End();
    }
}

/// <summary>A sign-in has nothing to remember: its prompt does.</summary>
internal sealed record SignInState;
