using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.SignIn;

/// <summary>The sign-in of a button, with the words of the sign-in of a question.</summary>
internal static class CardGate
{
    public static SignInGate Of(CardSignIn signIn, ResetOptions policy)
    {
        return new((turn, cancel) => AskAsync(turn, null, cancel), (turn, cancel) => AskAsync(turn, policy.SignInWithin, cancel));

        Task<InvokeResponse?> AskAsync(TurnContext turn, TimeSpan? within, CancellationToken cancellationToken) =>
            signIn.AskAsync(turn, SignInText.Words(turn.Language, within), SignInText.Unavailable(turn.TurnId).In(turn.Language), cancellationToken);
    }
}
