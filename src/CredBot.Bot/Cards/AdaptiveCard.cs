using System.Text.Json;
using System.Text.Json.Serialization;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Cards;

/// <summary>An adaptive card of version 1.5, the highest that Teams renders.</summary>
/// <remarks>Source: Teams docs «Types of cards»; Adaptive Cards schema 1.5.</remarks>
public sealed record AdaptiveCard
{
    /// <summary>Content type of its attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyName("type"), JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema"), JsonPropertyOrder(-1)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    /// <summary>BCP 47; how the card is read aloud and hyphenated.</summary>
    public string? Lang { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>Who gets a view of their own when the card comes into sight; null for nobody.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>What a client shows that does not know this version; Markdown.</summary><value>Of a message: its summary.</value>
    public string? FallbackText { get; init; }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, CardJson.Wire.AdaptiveCard);

    /// <summary>A message that holds this card and nothing else: with text beside it, Teams would split it and give no id to update.</summary>
    /// <param name="summary">For the notification, plain text.</param>
    public Activity ToMessage(string summary) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [new Attachment { ContentType = ContentType, Content = (this with { FallbackText = FallbackText ?? CardText.Plain(summary) }).ToJson() }],
    };
}
