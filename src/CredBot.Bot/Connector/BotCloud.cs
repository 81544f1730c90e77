namespace CredBot.Bot.Connector;

/// <summary>The cloud a bot lives in.</summary>
public enum BotCloud
{
    /// <summary>Worldwide, GCC included.</summary>
    Public,

    /// <summary>US Government: GCC High and DoD.</summary>
    UsGov,

    /// <summary>China, operated by 21Vianet.</summary>
    China,

    /// <summary>Every address set by hand; the only one that permits plain http, and that on loopback only.</summary>
    Custom,
}
