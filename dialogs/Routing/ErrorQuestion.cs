namespace CredBot.Dialogs.Routing;

/// <summary>Options of the dialog that explains error codes.</summary>
/// <param name="Codes">The codes that were found in what was said; never empty.</param>
internal sealed record ErrorQuestion(IReadOnlyList<string> Codes)
{
    /// <summary>No recognised intent leads here: the codes in a text do.</summary>
    public const string Intent = "error-code";

    /// <summary>The route without codes, for the table of routes; <see cref="With"/> makes the one to follow.</summary>
    public static IntentRoute Route { get; } = new(Intent, DialogIds.ErrorDoctor, new("이 오류는 무슨 뜻인가요?", "What does this error mean?"), static _ => null) { InPrivate = false };

    public static IntentRoute With(IReadOnlyList<string> codes) => Route with { Options = _ => DialogsJson.Wire.Write(new ErrorQuestion(codes)) };
}
