using CredBot.Bot.Connector;
using CredBot.Bot.Schema;

namespace CredBot.Engine.Contracts;

/// <summary>Redraws a message of a conversation without storing what it shows: the way for a step to show a secret.</summary>
public interface ICardSurface
{
    /// <summary>Replaces the message on the channel, after everything the conversation owed under the same key has gone out.</summary>
    /// <param name="conversation">Key of the conversation, from <see cref="StepContext.Conversation"/>.</param>
    /// <param name="key">The key under which the message was sent.</param>
    /// <param name="message">Its new content. It is sent once and kept nowhere.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see cref="ConnectorResult.Refused"/> where the message was never delivered: what cannot be taken back is not shown.</returns>
    Task<ConnectorResult> RedrawAsync(string conversation, string key, Activity message, CancellationToken cancellationToken);
}
