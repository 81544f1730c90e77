using CredBot.Bot.Cards;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.SignIn;

/// <summary>The sign-in of a button, with the words of the sign-in of a question.</summary>
internal static class CardGate
{
    public static SignInGate Of(CardSignIn signIn) => new((turn, cancellationToken) =>
        signIn.AskAsync(turn, SignInText.Words(turn.Language), SignInText.Unavailable(turn.TurnId).In(turn.Language), cancellationToken));
}
