using CredBot.Bot.Cards;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CredBot.Bot.Limits;

/// <summary>Lets an authenticated activity through to the inbox, or answers it kindly where its sender or the tenant goes too fast.</summary>
/// <remarks>One message per window says when to go on; what comes besides is acknowledged and not run. A click is always answered.</remarks>
internal sealed partial class InboundGate(Allowances allowances, IActivityInbox inbox, TooFastWords words, ILogger<InboundGate> logger)
{
    /// <returns>How to answer the request; null for an acknowledgement without words.</returns>
    public async Task<InvokeResponse?> AcceptAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!IsLifecycle(activity) && allowances.Take(activity) is Allowance.Refused refused)
        {
            if (refused.Tell)
            {
                Log.Refused(logger, refused.OfTenant ? "tenant" : "person", refused.Wait);
            }

            return activity.Type is ActivityTypes.Invoke ? Answer(activity, refused.Wait) : await TellAsync(activity, refused, cancellationToken);
        }

        if (activity.Type is ActivityTypes.Invoke || activity.ExpectsReplies)
        {
            return await inbox.InvokeAsync(activity, cancellationToken) ?? (activity.Type is ActivityTypes.Invoke ? new InvokeResponse(501) : null);
        }

        await inbox.AcceptAsync(activity, cancellationToken);
        return null;
    }

    /// <summary>Comings and goings are rare for a person, come in crowds when a tenant installs the bot, and must not be missed.</summary>
    private static bool IsLifecycle(Activity activity) => activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate;

    private InvokeResponse Answer(Activity invoke, TimeSpan wait) =>
        invoke.Name is InvokeNames.CardAction ? CardAnswer.Message(words.Say(invoke.Locale, wait)) : new InvokeResponse(429);

    private async Task<InvokeResponse?> TellAsync(Activity activity, Allowance.Refused refused, CancellationToken cancellationToken)
    {
        if (!refused.Tell)
        {
            return null;
        }

        try
        {
            await inbox.AcceptAsync(TooFast.Notice(activity, refused.Wait), cancellationToken);
            return null;
        }
        catch
        {
            allowances.NotTold(activity);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Whose} is over the limit of inbound activities; further ones are not run for {Wait}.")]
        public static partial void Refused(ILogger logger, string whose, TimeSpan wait);
    }
}
