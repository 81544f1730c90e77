using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>Brings a client's invoke to the bot and the bot's answer back, signs the person in where a card action asks for that, and shows the card that answers.</summary>
internal sealed class Invokes(TeamsActivities activities, DemoTokens tokens)
{
    private const string CardAction = "adaptiveCard/action";
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    private const string LoginRequest = "application/vnd.microsoft.activity.loginRequest";

    public async Task<IResult> RelayAsync(Seat seat, JsonObject posted, CancellationToken cancellationToken)
    {
        if (posted.Text("name") is not { Length: > 0 } name)
        {
            return DirectLineError.BadArgument("An invoke needs a name.");
        }

        var clicked = name is CardAction && posted.Text("replyToId") is { } id ? seat.Chat.History.Find(id, Viewer(seat)) : null;
        switch (await AskAsync(seat, posted, cancellationToken))
        {
            case BotAnswer.Answered answered:
                Show(seat, clicked, answered);
                return new PassedOn(answered);
            case BotAnswer.TimedOut:
                return DirectLineError.BotSilent();
            default:
                return DirectLineError.BotUnreachable();
        }
    }

    /// <summary>Asks for a card again as nobody's click. An answer that is no card changes nothing.</summary>
    public async Task RefreshAsync(Seat seat, ChatEntry seen, JsonObject action, CancellationToken cancellationToken)
    {
        var asked = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = CardAction,
            ["replyToId"] = seen.Id,
            ["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "automatic" },
        };
        if (await AskAsync(seat, asked, cancellationToken) is BotAnswer.Answered answered)
        {
            Show(seat, seen, answered);
        }
    }

    /// <summary>A card action that needs a token is sent again with one, once, as Teams does without a word; what that leads to is the client's to handle.</summary>
    private async Task<BotAnswer> AskAsync(Seat seat, JsonObject posted, CancellationToken cancellationToken)
    {
        var answer = await BringAsync(seat, posted, cancellationToken);
        if (posted.Text("name") is not CardAction || posted.Object("value") is not { } value || value["authentication"] is not null
            || Value(answer, 401, LoginRequest) is not { } card || card.Object("tokenExchangeResource") is not { } resource)
        {
            return answer;
        }

        var again = (JsonObject)posted.DeepClone();
        again["value"]!["authentication"] = new JsonObject
        {
            ["id"] = resource.Text("id"),
            ["connectionName"] = card.Text("connectionName"),
            ["token"] = tokens.ForSso(seat.Person.ObjectId),
        };
        return await BringAsync(seat, again, cancellationToken);
    }

    private Task<BotAnswer> BringAsync(Seat seat, JsonObject posted, CancellationToken cancellationToken) => seat.Chat.Mailbox.InvokeAsync(
        activities.From(posted, TeamsActivities.EventId(), seat.Chat, seat.Person, seat.Locale(posted)), cancellationToken);

    private static void Show(Seat seat, ChatEntry? seen, BotAnswer.Answered answered)
    {
        if (seen is { Author: null } && Value(answered, 200, AdaptiveCard) is { } card)
        {
            seat.Chat.History.Answer(seen, Viewer(seat), old => Redraw(old, card));
        }
    }

    /// <summary>Who sees an answered card: one person, and in a personal chat that is everybody.</summary>
    private static string? Viewer(Seat seat) => seat.Chat.Type is ChatType.Personal ? null : seat.Person.Id;

    /// <returns>The object within an answer of this status and type; null for any other answer.</returns>
    private static JsonObject? Value(BotAnswer answer, int status, string type) =>
        answer is BotAnswer.Answered { Status: StatusCodes.Status200OK, Body: var bytes } && JsonBody.Parse(bytes) is { } body && body.Text("type") == type
        && body["statusCode"] is JsonValue told && told.TryGetValue<int>(out var code) && code == status
            ? body.Object("value")
            : null;

    private static JsonObject Redraw(JsonObject message, JsonObject card)
    {
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCard, ["content"] = card.DeepClone() });
        return message;
    }
}
