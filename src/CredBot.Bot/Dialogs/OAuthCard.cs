using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Dialogs;

/// <summary>The card that a client answers silently, or shows as a button.</summary>
/// <remarks>Source: Teams docs «Add SSO to a bot»: absent members are left out; a null made Teams refuse the card.</remarks>
internal static class OAuthCard
{
    public const string ContentType = "application/vnd.microsoft.card.oauth";

    public static Activity Message(OAuthPromptOptions words, string connection, SignInResource resource) => new()
    {
        Type = ActivityTypes.Message,
        Summary = words.Text,
        InputHint = "acceptingInput",
        Attachments = [new Attachment { ContentType = ContentType, Content = Content(words, connection, resource) }],
    };

    public static JsonElement Content(OAuthPromptOptions words, string connection, SignInResource resource) => new JsonElementBuilder(json =>
    {
        json.WriteString("text", words.Text);
        json.WriteString("connectionName", connection);
        json.WriteStartArray("buttons");
        json.WriteStartObject();
        json.WriteString("type", "signin");
        json.WriteString("title", words.Button);
        json.WriteString("value", resource.SignInLink);
        json.WriteEndObject();
        json.WriteEndArray();
        Write(json, "tokenExchangeResource", resource.TokenExchangeResource);
    }).Element;

    private static void Write(Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Object } given)
        {
            json.WritePropertyName(name);
            given.WriteTo(json);
        }
    }
}
