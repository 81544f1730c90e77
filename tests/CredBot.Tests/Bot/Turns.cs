using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;

namespace CredBot.Tests.Bot;

/// <summary>Makes turns by hand, for what needs no server.</summary>
internal static class Turns
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static int count;

    public static TurnContext Says(string? text, ConversationRecord? conversation = null) =>
        Of(new Activity { Type = ActivityTypes.Message, Text = text }, conversation);

    public static TurnContext Clicks(string verb, string data, ConversationRecord? conversation = null) => Of(
        new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = InvokeNames.CardAction,
            Value = JsonDocument.Parse($$"""{"action":{"type":"Action.Execute","verb":"{{verb}}","data":{{data}}},"trigger":"manual"}""").RootElement,
        },
        conversation);

    public static TurnContext Of(Activity activity, ConversationRecord? conversation = null) => new(
        activity with
        {
            ChannelId = "msteams",
            From = activity.From ?? new ChannelAccount { Id = "29:kim", AadObjectId = "kim" },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "a:1", ConversationType = "personal", TenantId = "t" },
        },
        conversation ?? new ConversationRecord(),
        $"turn{Interlocked.Increment(ref count)}",
        Now);

    /// <summary>What the turn said, cards as their JSON.</summary>
    public static IReadOnlyList<string> Said(this TurnContext turn) =>
        [.. turn.Effects.OfType<Effect.Send>().Select(static sent => sent.Activity.Text ?? sent.Activity.Attachments![0].Content!.Value.GetRawText())];
}
