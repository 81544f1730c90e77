using CredBot.DemoTenant.Entra;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>How Direct Line refuses.</summary>
/// <remarks>Source: bot-docs «Direct Line API 3.0 reference», HTTP status codes and error object.</remarks>
internal static class DirectLineError
{
    public static JsonAnswer BadArgument(string message) => JsonAnswer.Error(400, "BadArgument", message);

    public static JsonAnswer NoToken() => JsonAnswer.Error(401, "Unauthorized", "A token is missing or not one of ours.");

    public static JsonAnswer TokenExpired() => JsonAnswer.Error(403, "TokenExpired", "Token has expired.");

    public static JsonAnswer Foreign() => JsonAnswer.Error(403, "BadArgument", "The token is for another conversation.");

    public static JsonAnswer NoConversation() => JsonAnswer.Error(404, "ConversationNotFound", "Conversation not found.");

    public static JsonAnswer NoActivity() => JsonAnswer.Error(404, "ActivityNotFound", "Activity not found.");

    public static JsonAnswer TooBig() => JsonAnswer.Error(413, "MessageSizeTooBig", "The activity or its files are too large.");

    public static JsonAnswer BotUnreachable() => JsonAnswer.Error(502, "BotRejectedActivity", "The bot cannot be reached.");

    public static JsonAnswer BotSilent() => JsonAnswer.Error(504, "BotTimedOut", "The bot did not answer in time.");
}
