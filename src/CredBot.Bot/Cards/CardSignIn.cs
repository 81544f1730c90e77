using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Cards;

/// <summary>Lets a card action pass that needs the person's token, or answers it so that their client gets one and sends the action again.</summary>
/// <remarks>
/// Source: Adaptive Cards «Universal Action Model»: loginRequest, <c>authentication</c>, <c>state</c>. Nothing waits for the second try: the client repeats
/// the whole action, so it is carried out once, by the invoke that passes.
/// </remarks>
public sealed class CardSignIn(UserTokenClient tokens, IOptions<BotOptions> options)
{
    private readonly string connection = options.Value.OAuthConnection;

    /// <param name="turn">A turn whose activity is an <c>adaptiveCard/action</c> invoke.</param>
    /// <param name="words">Those of the sign-in, in the person's language.</param>
    /// <param name="unavailable">For the person, where the token service does not work.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Null where a token is held for the person, of a sign-in that is fresh enough: the action goes on. Otherwise the answer to the action.</returns>
    public Task<InvokeResponse?> AskAsync(TurnContext turn, OAuthPromptOptions words, string unavailable, CancellationToken cancellationToken)
    {
        if (turn.Activity.Value.Member("authentication") is { ValueKind: not JsonValueKind.Null })
        {
            return ExchangeAsync(turn, unavailable, cancellationToken);
        }

        return turn.Activity.Value.Member("state").String() is { Length: > 0 } code
            ? RedeemAsync(turn, code, unavailable, cancellationToken)
            : FindAsync(turn, words, unavailable, cancellationToken);
    }

    private async Task<InvokeResponse?> ExchangeAsync(TurnContext turn, string unavailable, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var given = activity.Value.Member("authentication");
        if (given.Member("token").String() is not { Length: > 0 } token || given.Member("connectionName").String() != connection)
        {
            return CardAnswer.BadRequest("The authentication has no token, or is for another connection.");
        }

        return await tokens.ExchangeAsync(activity.From?.Id ?? "", connection, activity.ChannelId ?? "", token, cancellationToken) switch
        {
            ExchangeAnswer.Exchanged => Passed(turn),
            ExchangeAnswer.Unavailable => CardAnswer.Failed(unavailable),
            _ => CardAnswer.PreconditionFailed("The token could not be exchanged."),
        };
    }

    private static InvokeResponse? Passed(TurnContext turn)
    {
        SignInTimes.Note(turn);
        return null;
    }

    private async Task<InvokeResponse?> RedeemAsync(TurnContext turn, string code, string unavailable, CancellationToken cancellationToken)
    {
        if (code.Length is not 6 || !code.All(char.IsAsciiDigit))
        {
            return CardAnswer.IncorrectAuthCode();
        }

        var activity = turn.Activity;
        return await tokens.GetTokenAsync(activity.From?.Id ?? "", connection, activity.ChannelId ?? "", code, cancellationToken) switch
        {
            TokenAnswer.Found => Passed(turn),
            TokenAnswer.None => CardAnswer.IncorrectAuthCode(),
            _ => CardAnswer.Failed(unavailable),
        };
    }

    private async Task<InvokeResponse?> FindAsync(TurnContext turn, OAuthPromptOptions words, string unavailable, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        switch (await tokens.GetTokenAsync(activity.From?.Id ?? "", connection, activity.ChannelId ?? "", null, cancellationToken))
        {
            case TokenAnswer.Found when SignInTimes.IsFresh(turn, words.Within):
                return null;
            case TokenAnswer.Found when await tokens.SignOutAsync(activity.From?.Id ?? "", connection, activity.ChannelId ?? "", cancellationToken):
                break;
            case TokenAnswer.Found or TokenAnswer.Unavailable:
                return CardAnswer.Failed(unavailable);
        }

        return await tokens.GetSignInResourceAsync(connection, activity.Reference, cancellationToken) is { } resource
            ? CardAnswer.LoginRequest(OAuthCard.Content(words, connection, resource))
            : CardAnswer.Failed(unavailable);
    }
}
