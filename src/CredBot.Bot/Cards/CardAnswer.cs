using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Cards;

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke. It tells its own status; around it is HTTP 200, or 400 where the invoke could not be read.</summary>
/// <remarks>Source: Adaptive Cards «Universal Action Model»: all three members are always there.</remarks>
public sealed record CardAnswer
{
    private const string ErrorType = "application/vnd.microsoft.error";

    public required int StatusCode { get; init; }
    public required string Type { get; init; }
    public required JsonElement Value { get; init; }

    /// <summary>The clicked card becomes this one, for the person who clicked.</summary>
    /// <remarks>The answer is stored with the turn, so a card with a secret never goes this way.</remarks>
    public static InvokeResponse Card(JsonElement card) => Respond(200, AdaptiveCard.ContentType, card);

    /// <summary>A short notice; the clicked card stays.</summary>
    public static InvokeResponse Message(string text) =>
        Respond(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, BotJson.Wire.String));

    /// <summary>The action needs a token: the client gets one and sends the same action again.</summary>
    /// <param name="card">Content of an OAuth card: the connection's name and at least one button.</param>
    public static InvokeResponse LoginRequest(JsonElement card) => Respond(401, "application/vnd.microsoft.activity.loginRequest", card);

    /// <summary>The code that came with the action is not the one of a sign-in.</summary>
    public static InvokeResponse IncorrectAuthCode() =>
        Respond(401, ErrorType + ".incorrectAuthCode", JsonDocument.Parse("null").RootElement);

    /// <summary>The token that came with the action could not be exchanged: the client asks the person.</summary>
    public static InvokeResponse PreconditionFailed(string message) =>
        Respond(412, ErrorType + ".preconditionFailed", Error("PreconditionFailed", message));

    /// <summary>The action was understood and could not be carried out.</summary>
    /// <param name="message">For the person; no detail of the failure.</param>
    public static InvokeResponse Failed(string message) => Respond(500, ErrorType, Error("InternalServerError", message));

    /// <summary>The click cannot be understood.</summary>
    public static InvokeResponse BadRequest(string message) => Unreadable("BadRequest", message);

    /// <summary>Why an <c>adaptiveCard/action</c> is neither a click nor a refresh.</summary>
    /// <param name="value">The invoke's value.</param>
    public static InvokeResponse Refuse(JsonElement? value) => value.Member("action") switch
    {
        not { ValueKind: JsonValueKind.Object } => BadRequest("The action is missing."),
        var action when action.Member("type").String() is not CardClick.ActionType => Unreadable("NotSupported", "Only Action.Execute is supported."),
        _ => BadRequest("The action has no verb."),
    };

    private static InvokeResponse Unreadable(string code, string message) => new(400, Body(400, ErrorType, Error(code, message)));

    private static InvokeResponse Respond(int status, string type, JsonElement value) => new(200, Body(status, type, value));

    private static JsonElement Body(int status, string type, JsonElement value) =>
        JsonSerializer.SerializeToElement(new CardAnswer { StatusCode = status, Type = type, Value = value }, CardJson.Wire.CardAnswer);

    private static JsonElement Error(string code, string message) => new JsonElementBuilder(json =>
    {
        json.WriteString("code", code);
        json.WriteString("message", message);
    }).Element;
}
