namespace CredBot.DemoTenant.BotService;

/// <summary>What kind of place a chat is.</summary>
internal enum ChatType
{
    /// <summary>One person and the bot.</summary>
    Personal,
    GroupChat,

    /// <summary>A thread in a team's channel.</summary>
    Channel,
}
