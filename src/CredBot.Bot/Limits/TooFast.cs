using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Limits;

/// <summary>The turn that tells somebody to slow down: it stands in the place of the message that is not run, under the same id.</summary>
/// <remarks>An event, as adapters use them for turns of their own. Whoever sent one from outside would be asked to wait, and no more.</remarks>
internal static class TooFast
{
    private const string Name = "credbot/tooFast";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>The message without its content; where, who, and how long to wait remain.</summary>
    public static Activity Notice(Activity message, TimeSpan wait)
    {
        var seconds = JsonSerializer.SerializeToElement((int)Math.Ceiling(wait.TotalSeconds), BotJson.Wire.Int32);
        return new Activity
        {
            Type = ActivityTypes.Event,
            Name = Name,
            Value = seconds,
            Id = message.Id,
            ServiceUrl = message.ServiceUrl,
            ChannelId = message.ChannelId,
            ChannelData = message.ChannelData,
            From = message.From,
            Recipient = message.Recipient,
            Conversation = message.Conversation,
            Locale = message.Locale,
        };
    }

    /// <returns>How long the person is to wait; null where the activity is no such notice.</returns>
    public static TimeSpan? WaitOf(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: Name, Value: { ValueKind: JsonValueKind.Number } value }
        && value.TryGetInt32(out var seconds) && TimeSpan.FromSeconds(Math.Clamp(seconds, 1, Longest.TotalSeconds)) is var wait
            ? wait
            : null;
}
