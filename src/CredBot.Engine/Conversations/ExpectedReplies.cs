using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;

namespace CredBot.Engine.Conversations;

/// <summary>Answers a channel that waits for the replies themselves (<c>deliveryMode: expectReplies</c>).</summary>
/// <remarks>
/// The replies are part of the answer, and the answer is stored with the turn: a crash before it reaches the channel, or a second delivery, brings the
/// same. The channel gives these messages no id, so they cannot be updated later. Source: Bot Framework «Activity» specification, «Delivery mode».
/// </remarks>
internal static class ExpectedReplies
{
    /// <summary>The outcome with what it says moved into its answer.</summary>
    /// <param name="turn">A turn that ended.</param>
    /// <param name="activity">What the turn was about.</param>
    public static TurnOutcome Inline(TurnOutcome turn, Activity activity)
    {
        var replies = turn.Effects.OfType<Effect.Send>().Select(send => send.Activity).ToList();
        if (activity.Type is ActivityTypes.Invoke && turn.Response is null && replies.Count is 0)
        {
            return turn;
        }

        var body = new JsonElementBuilder(json =>
        {
            json.WriteStartArray("activities");
            foreach (var reply in replies)
            {
                var addressed = reply.AddressedTo(activity.Reference) with { ReplyToId = reply.ReplyToId ?? activity.Id };
                JsonSerializer.Serialize(json, addressed, BotJson.Wire.Activity);
            }

            json.WriteEndArray();
            if (turn.Response?.Body is { } answer)
            {
                json.WritePropertyName("body");
                answer.WriteTo(json);
            }
        }).Element;
        return turn with
        {
            Effects = [.. turn.Effects.Where(static effect => effect is not Effect.Send)],
            Response = new InvokeResponse(turn.Response?.Status ?? 200, body),
        };
    }
}
