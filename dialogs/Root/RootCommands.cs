using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Root;

/// <summary>Does what works anywhere: help, cancel, sign out.</summary>
internal sealed class RootCommands(Floor floor, IntentRoutes intents, UserTokenClient tokens, IOptions<BotOptions> options)
{
    public async Task ObeyAsync(TurnContext turn, Command command, CancellationToken cancellationToken)
    {
        var context = floor.Stack(turn);
        switch (command)
        {
            case Command.Help:
                Help(turn);
                await context.RepromptAsync(cancellationToken);
                break;
            case Command.Cancel when Floor.IsAnothers(turn):
                turn.Whisper(RootText.NotYourQuestion);
                break;
            case Command.Cancel:
                turn.Whisper(context.CancelAll().Status is DialogTurnStatus.Cancelled ? RootText.Cancelled : RootText.NothingToCancel);
                break;
            case Command.SignOut:
                // Everybody may sign out; only one's own dialog ends with it.
                if (!Floor.IsAnothers(turn))
                {
                    context.CancelAll();
                }

                var signedOut = await tokens.SignOutAsync(
                    turn.Activity.From?.Id ?? "", options.Value.OAuthConnection, turn.Activity.ChannelId ?? "", cancellationToken);
                turn.Whisper(signedOut ? RootText.SignedOut : RootText.NotSignedOut);
                break;
        }
    }

    public void Help(TurnContext turn)
    {
        var key = $"{turn.TurnId}-help";
        turn.Send(RootCards.Help(intents.Samples, turn.Language, key), key);
    }
}
