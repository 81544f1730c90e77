using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Cards;

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke; HTTP 200 around it always.</summary>
/// <remarks>Source: Adaptive Cards «Universal Action Model»: all three members are always there.</remarks>
public sealed record CardAnswer
{
    public required int StatusCode { get; init; }
    public required string Type { get; init; }
    public required JsonElement Value { get; init; }

    /// <summary>The clicked card becomes this one, for the person who clicked.</summary>
    public static InvokeResponse Card(JsonElement card) => Respond(200, AdaptiveCard.ContentType, card);

    /// <summary>A short notice; the clicked card stays.</summary>
    public static InvokeResponse Message(string text) =>
        Respond(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, BotJson.Wire.String));

    /// <summary>The click cannot be understood.</summary>
    public static InvokeResponse BadRequest(string message) => new(400, Body(400, "application/vnd.microsoft.error", Error("BadRequest", message)));

    private static InvokeResponse Respond(int status, string type, JsonElement value) => new(200, Body(status, type, value));

    private static JsonElement Body(int status, string type, JsonElement value) =>
        JsonSerializer.SerializeToElement(new CardAnswer { StatusCode = status, Type = type, Value = value }, CardJson.Wire.CardAnswer);

    private static JsonElement Error(string code, string message) => new JsonElementBuilder(json =>
    {
        json.WriteString("code", code);
        json.WriteString("message", message);
    }).Element;
}
