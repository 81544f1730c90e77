using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Schema;

/// <summary>One message, invoke or event between a channel and the bot; members we do not know are kept in <see cref="Properties"/>.</summary>
/// <remarks>Source: Bot Framework «Activity» specification. All strings come from the wire and may be absent.</remarks>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public string? ReplyToId { get; init; }

    /// <summary>What the person typed.</summary><value>Null for a card click: its answer is in <see cref="Value"/>.</value>
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? Speak { get; init; }
    public string? Summary { get; init; }
    public string? InputHint { get; init; }
    public string? AttachmentLayout { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>The operation of an invoke, the subject of an event.</summary>
    public string? Name { get; init; }
    public string? Action { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Members that this record does not name, as they came; the timestamps are among them, since no form of theirs is a reason to refuse.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
