using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>Brings a client's invoke to the bot and the bot's answer back, and shows the card that answers a click.</summary>
internal sealed class Invokes(TeamsActivities activities)
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public async Task<IResult> RelayAsync(Seat seat, JsonObject posted, CancellationToken cancellationToken)
    {
        if (posted.Text("name") is not { Length: > 0 } name)
        {
            return DirectLineError.BadArgument("An invoke needs a name.");
        }

        var viewer = seat.Chat.Type is ChatType.Personal ? null : seat.Person.Id;
        var clicked = name is "adaptiveCard/action" && posted.Text("replyToId") is { } id ? seat.Chat.History.Find(id, viewer) : null;
        var invoke = activities.From(posted, TeamsActivities.EventId(), seat.Chat, seat.Person, seat.Locale(posted));
        switch (await seat.Chat.Mailbox.InvokeAsync(invoke, cancellationToken))
        {
            case BotAnswer.Answered answered:
                if (clicked is { Author: null } && Card(answered) is { } card)
                {
                    seat.Chat.History.Answer(clicked, viewer, old => Redraw(old, card));
                }

                return new PassedOn(answered);
            case BotAnswer.TimedOut:
                return DirectLineError.BotSilent();
            default:
                return DirectLineError.BotUnreachable();
        }
    }

    /// <returns>The card that takes the clicked one's place; null where the answer is another one.</returns>
    private static JsonObject? Card(BotAnswer.Answered answered) =>
        answered.Status is StatusCodes.Status200OK && JsonBody.Parse(answered.Body) is { } body && body.Text("type") is AdaptiveCard
        && body["statusCode"] is JsonValue status && status.TryGetValue<int>(out var code) && code is 200
            ? body.Object("value")
            : null;

    private static JsonObject Redraw(JsonObject message, JsonObject card)
    {
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCard, ["content"] = card.DeepClone() });
        return message;
    }
}
