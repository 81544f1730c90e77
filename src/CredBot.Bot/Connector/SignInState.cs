using CredBot.Bot.Schema;

namespace CredBot.Bot.Connector;

/// <summary>The <c>state</c> of a sign-in: without the app id the service offers no token exchange.</summary>
internal sealed record SignInState
{
    public required string ConnectionName { get; init; }
    public required ConversationReference Conversation { get; init; }
    public required string MsAppId { get; init; }
}
