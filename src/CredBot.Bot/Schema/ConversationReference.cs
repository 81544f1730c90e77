namespace CredBot.Bot.Schema;

/// <summary>Where and to whom a later message can be sent; refreshed on every inbound activity.</summary>
public sealed record ConversationReference
{
    public string? ActivityId { get; init; }
    public ChannelAccount? User { get; init; }
    public ChannelAccount? Bot { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public string? Locale { get; init; }
    public string? TenantId { get; init; }
}
