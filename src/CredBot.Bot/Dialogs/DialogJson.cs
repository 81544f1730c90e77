using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Bot.Dialogs;

/// <summary>How prompts are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PromptState))]
[JsonSerializable(typeof(OAuthPromptOptions))]
[JsonSerializable(typeof(SignInTimes))]
[JsonSerializable(typeof(OAuthPromptState))]
[JsonSerializable(typeof(FinishedExchanges))]
internal sealed partial class DialogJson : JsonSerializerContext
{
    private static readonly Lazy<DialogJson> Shared = new(static () =>
        new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static DialogJson Wire => Shared.Value;
}
