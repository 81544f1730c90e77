using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;
using CredBot.Engine.People;

namespace CredBot.Engine.Store;

/// <summary>How documents are stored: by name, without type names, text in any script as it is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    MaxDepth = 128)]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(OperationDocument))]
[JsonSerializable(typeof(AcquaintanceDocument))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(OwedEffect[]))]
[JsonSerializable(typeof(Redrawn))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(InvokeResponse))]
internal sealed partial class EngineJson : JsonSerializerContext
{
    private static readonly Lazy<EngineJson> Shared = new(static () =>
        new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static EngineJson Wire => Shared.Value;
}
