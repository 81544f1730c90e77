using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredBot.Bot.Schema;

/// <summary>What can be read off an activity.</summary>
public static class ActivityExtensions
{
    extension(Activity activity)
    {
        /// <summary>Object id of the sender; the identity key together with the tenant. Null where the channel does not know it.</summary>
        public string? ActorId => activity.From?.AadObjectId;

        /// <summary>The tenant the channel vouches for. Null outside Teams.</summary>
        /// <remarks><c>conversation.tenantId</c> is often unset in channels, so <c>channelData.tenant.id</c> comes first. Source: Teams docs «Conversation basics».</remarks>
        public string? TenantId => activity.ChannelTenantId ?? activity.Conversation?.TenantId;

        internal string? ChannelTenantId => activity.ChannelData.Member("tenant").Member("id").String();

        /// <summary>Whether the two places that name the tenant name different ones.</summary>
        public bool TenantsContradict =>
            activity is { ChannelTenantId: { } channel, Conversation.TenantId: { } conversation } && !channel.Equals(conversation, StringComparison.OrdinalIgnoreCase);

        /// <summary>A one-to-one chat; where the channel does not say, one without the group mark.</summary>
        public bool IsPersonal => activity.Conversation is { } place && (place.ConversationType is "personal" || (place.ConversationType is null && place.IsGroup is not true));

        /// <summary>A channel of a team.</summary>
        public bool IsChannel => activity.Conversation?.ConversationType is "channel";

        /// <summary>A card's submit: a message without words, with a value.</summary>
        /// <remarks>Source: Teams docs «Card actions», Action.Submit.</remarks>
        public bool IsSubmit => activity is { Type: ActivityTypes.Message, Value: not null } && string.IsNullOrEmpty(activity.Text);

        /// <summary>Where an answer to this activity goes. It is stored, so it holds the members we know and no others.</summary>
        public ConversationReference Reference => new()
        {
            ActivityId = activity.Id,
            User = Known(activity.From),
            Bot = Known(activity.Recipient),
            Conversation = activity.Conversation is { } place ? place with { Properties = null } : null,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Locale = activity.Locale,
            TenantId = activity.TenantId,
        };

        /// <summary>The text without the mention of the bot itself; mentions of others stay.</summary>
        /// <returns>Null where there is no text.</returns>
        public string? TextWithoutBotMention()
        {
            if (activity.Text is not { } text || activity.Recipient?.Id is not { } bot)
            {
                return activity.Text?.Trim();
            }

            foreach (var entity in activity.Entities ?? [])
            {
                if (entity?.Type is "mention" && entity.Member("mentioned").Member("id").String() == bot)
                {
                    var mention = entity.Member("text").String() ?? $"<at>{entity.Member("mentioned").Member("name").String()}</at>";
                    text = Regex.Replace(text, Regex.Escape(mention), "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
                }
            }

            return text.Trim();
        }

        /// <summary>The activity with <c>value</c> and <c>channelData</c> as JSON, where a client sent JSON within a string.</summary>
        /// <exception cref="JsonException">That JSON is nested too deeply.</exception>
        internal Activity Unpacked() => activity with { Value = Unpack(activity.Value), ChannelData = Unpack(activity.ChannelData) };
    }

    extension(JsonElement? json)
    {
        /// <summary>A member of an object, in whatever letter case where the exact name is not there; null where there is no such member, or no object.</summary>
        public JsonElement? Member(string name) => json is not { ValueKind: JsonValueKind.Object } o ? null
            : o.TryGetProperty(name, out var member) ? member
            : o.EnumerateObject().Where(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static other => (JsonElement?)other.Value).FirstOrDefault();

        /// <summary>A string's text; null for anything else.</summary>
        public string? String() => json is { ValueKind: JsonValueKind.String } s ? s.GetString() : null;
    }

    private static JsonElement? Member(this Entity entity, string name) =>
        entity.Properties?.Where(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static member => (JsonElement?)member.Value).FirstOrDefault();

    private static ChannelAccount? Known(ChannelAccount? account) => account is null ? null : account with { Properties = null };

    private static JsonElement? Unpack(JsonElement? json)
    {
        if (json.String() is not { } text || text.TrimStart() is not ['{' or '[', ..])
        {
            return json;
        }

        try
        {
            using var inner = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = BotJson.Wire.Options.MaxDepth });
            return inner.RootElement.Clone();
        }
        catch (JsonException) when (!IsDeep(text))
        {
            return json;
        }
    }

    /// <summary>Whether the text is JSON but for its depth.</summary>
    /// <remarks>Read and not parsed: a document's time grows with the square of its depth, a reader's with its length.</remarks>
    private static bool IsDeep(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = text.Length });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
