using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.AgentCheck;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Notice;
using CredBot.Dialogs.PasswordWatch;
using CredBot.Dialogs.ResetPassword;
using CredBot.Dialogs.Root;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.Safeguards;
using CredBot.Dialogs.Verification;

namespace CredBot.Dialogs;

/// <summary>How the dialogs' state and documents are stored: readable by hand, no type names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Speech))]
[JsonSerializable(typeof(Welcomed))]
[JsonSerializable(typeof(Speaker))]
[JsonSerializable(typeof(SignInOptions))]
[JsonSerializable(typeof(SubjectOptions))]
[JsonSerializable(typeof(FaqOptions))]
[JsonSerializable(typeof(DiagnosisState))]
[JsonSerializable(typeof(ErrorQuestion))]
[JsonSerializable(typeof(HelpdeskResetState))]
[JsonSerializable(typeof(ForecastState))]
[JsonSerializable(typeof(LastReset))]
[JsonSerializable(typeof(ResetRequest))]
[JsonSerializable(typeof(ResetDocument))]
[JsonSerializable(typeof(ResetOptions))]
[JsonSerializable(typeof(VerificationRequest))]
[JsonSerializable(typeof(VerificationRecord))]
[JsonSerializable(typeof(VerificationEnd))]
[JsonSerializable(typeof(VerificationDocument))]
[JsonSerializable(typeof(VerificationStepResult))]
[JsonSerializable(typeof(SafeguardAsk))]
[JsonSerializable(typeof(SafeguardGrant))]
[JsonSerializable(typeof(SafeguardRefusal))]
[JsonSerializable(typeof(SafeguardsDocument))]
[JsonSerializable(typeof(Objection))]
[JsonSerializable(typeof(Impostor))]
[JsonSerializable(typeof(Suspicion))]
[JsonSerializable(typeof(AlarmRoomDocument))]
[JsonSerializable(typeof(AlarmMessage))]
[JsonSerializable(typeof(ManagerSighting))]
[JsonSerializable(typeof(ManagerBook))]
[JsonSerializable(typeof(AgentCheckRequest))]
[JsonSerializable(typeof(AgentCheckDocument))]
[JsonSerializable(typeof(AgentCheckStepResult))]
[JsonSerializable(typeof(AgentWordDocument))]
[JsonSerializable(typeof(ResetStepResult))]
[JsonSerializable(typeof(Carried))]
[JsonSerializable(typeof(ApplicationQuestion))]
[JsonSerializable(typeof(LastWatch))]
[JsonSerializable(typeof(PasswordWatchRequest))]
[JsonSerializable(typeof(PasswordWatchDocument))]
[JsonSerializable(typeof(PasswordWatchStepResult))]
[JsonSerializable(typeof(NoticeRequest))]
[JsonSerializable(typeof(NoticeDocument))]
[JsonSerializable(typeof(NoticeStepResult))]
[JsonSerializable(typeof(OAuthPromptOptions))]
internal sealed partial class DialogsJson : JsonSerializerContext
{
    private static readonly Lazy<DialogsJson> Shared = new(static () =>
        new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static DialogsJson Wire => Shared.Value;

    /// <summary>A record as JSON, for options of a dialog.</summary>
    public JsonElement Write<T>(T value) => JsonSerializer.SerializeToElement(value, typeof(T), this);
}
