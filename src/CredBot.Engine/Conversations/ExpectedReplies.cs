using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;

namespace CredBot.Engine.Conversations;

/// <summary>Answers a channel that waits for the replies themselves (<c>deliveryMode: expectReplies</c>).</summary>
/// <remarks>
/// The replies are part of the answer, and the answer is stored with the turn: a crash before it reaches the channel, or a second delivery, brings the
/// same. The channel gives these messages no id, so they cannot be updated later. Source: Bot Framework «Activity» specification, «Delivery mode».
/// </remarks>
internal static class ExpectedReplies
{
    /// <param name="turn">A turn that ended.</param>
    /// <param name="record">What will be stored of the conversation.</param>
    /// <param name="response">The answer to an invoke; null where nobody gave one.</param>
    public static TurnOutcome Of(TurnContext turn, ConversationRecord record, InvokeResponse? response)
    {
        var replies = turn.Effects.OfType<Effect.Send>().Select(send => send.Activity).ToList();
        if (turn.Activity.Type is ActivityTypes.Invoke && response is null && replies.Count is 0)
        {
            return new TurnOutcome(record, [.. turn.Effects], null);
        }

        var body = new JsonElementBuilder(json =>
        {
            json.WriteStartArray("activities");
            foreach (var reply in replies)
            {
                var addressed = reply.AddressedTo(turn.Activity.Reference) with { ReplyToId = reply.ReplyToId ?? turn.Activity.Id };
                JsonSerializer.Serialize(json, addressed, BotJson.Wire.Activity);
            }

            json.WriteEndArray();
            if (response?.Body is { } answer)
            {
                json.WritePropertyName("body");
                answer.WriteTo(json);
            }
        }).Element;
        return new TurnOutcome(record, [.. turn.Effects.Where(static effect => effect is not Effect.Send)], new InvokeResponse(response?.Status ?? 200, body));
    }
}
