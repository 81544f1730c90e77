using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredBot.Tests.World;

/// <summary>Card actions brought to the bot as Teams brings them, past every client.</summary>
internal static class CardInvokes
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Brings an activity of one person, said in their own chat or in another's.</summary>
    /// <returns>The bot's answer: its HTTP status and its body.</returns>
    public static async Task<(int Status, JsonElement Body)> DeliverAsync(this DemoWorld world, string person, JsonObject posted, string? chatOf = null)
    {
        var (status, body) = await world.DeliverAsync(world.Dress(person, chatOf ?? person, posted).ToJsonString());
        // Written again with its Korean as it reads.
        return (status, JsonSerializer.SerializeToElement(JsonNode.Parse(body.Length is 0 ? "{}" : body), Readable));
    }

    /// <summary>A card action.</summary>
    /// <param name="action">The button's, or the refresh's.</param>
    /// <param name="trigger">manual or automatic.</param>
    /// <param name="more">More members of the value, such as authentication.</param>
    public static JsonObject Of(JsonNode action, string trigger = "manual", JsonObject? more = null)
    {
        var value = more is null ? [] : (JsonObject)more.DeepClone();
        value["action"] = action.DeepClone();
        value["trigger"] = trigger;
        return new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = value };
    }
}
