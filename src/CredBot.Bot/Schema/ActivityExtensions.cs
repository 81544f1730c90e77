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

        /// <summary>Where an answer to this activity goes.</summary>
        public ConversationReference Reference => new()
        {
            ActivityId = activity.Id,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
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
        internal Activity Unpacked() => activity with { Value = Unpack(activity.Value), ChannelData = Unpack(activity.ChannelData) };

        /// <summary>The activity without <c>callerId</c>, which is for the receiver to set and never to be believed.</summary>
        /// <remarks>Source: Bot Framework «Activity» specification, A2250.</remarks>
        internal Activity WithoutCallerId() => activity.Properties is { } all
            ? activity with
            {
                Properties = all.Where(static member => !member.Key.Equals("callerId", StringComparison.OrdinalIgnoreCase)).ToDictionary(),
            }
            : activity;
    }

    extension(JsonElement? json)
    {
        /// <summary>A member of an object; null where there is no such member, or no object.</summary>
        public JsonElement? Member(string name) =>
            json is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(name, out var member) ? member : null;

        /// <summary>A string's text; null for anything else.</summary>
        public string? String() => json is { ValueKind: JsonValueKind.String } s ? s.GetString() : null;
    }

    private static JsonElement? Member(this Entity entity, string name) =>
        entity.Properties is { } all && all.TryGetValue(name, out var member) ? member : null;

    private static JsonElement? Unpack(JsonElement? json)
    {
        if (json.String() is not { } text || text.TrimStart() is not ['{' or '[', ..])
        {
            return json;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (!WireText.IsReadable(bytes))
        {
            return json;
        }

        using var inner = JsonDocument.Parse(bytes);
        return inner.RootElement.Clone();
    }
}
