namespace CredBot.DemoTenant.BotService;

/// <summary>Under which name the store keeps a token.</summary>
/// <param name="UserId">The channel's id of the person.</param>
/// <param name="Connection">The OAuth connection.</param>
/// <param name="ChannelId">The channel.</param>
internal sealed record TokenKey(string UserId, string Connection, string ChannelId);
