using CredBot.DemoTenant.Entra;

namespace CredBot.DemoTenant.BotService;

/// <summary>How the Teams connector refuses.</summary>
/// <remarks>Source: Teams docs «Send and receive messages», status codes from bot conversational APIs.</remarks>
internal static class ConnectorError
{
    public static JsonAnswer BadSyntax(string message) => JsonAnswer.Error(400, "BadSyntax", message);

    public static JsonAnswer BadArgument(string message) => JsonAnswer.Error(400, "BadArgument", message);

    public static JsonAnswer NotYourMessage() => JsonAnswer.Error(403, "NotEnoughPermissions", "The bot may change only what it sent itself.");

    public static JsonAnswer NotInRoster() => JsonAnswer.Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static JsonAnswer Blocked() => JsonAnswer.Error(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");

    public static JsonAnswer NoConversation() => JsonAnswer.Error(404, "ConversationNotFound", "Conversation not found.");

    public static JsonAnswer NoActivity() => JsonAnswer.Error(404, "ActivityNotFoundInConversation", "The activity is not in this conversation.");

    public static JsonAnswer NoMember() => JsonAnswer.Error(404, "MemberNotFoundInConversation", "The member is not in this conversation.");

    public static JsonAnswer TooBig() => JsonAnswer.Error(413, "MessageSizeTooBig", "Message size too large.");
}
