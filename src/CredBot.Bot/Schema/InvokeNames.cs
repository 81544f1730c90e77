namespace CredBot.Bot.Schema;

/// <summary>Names of the invokes that CredBot answers.</summary>
public static class InvokeNames
{
    public const string TokenExchange = "signin/tokenExchange";
    public const string VerifyState = "signin/verifyState";
    public const string SignInFailure = "signin/failure";
    public const string CardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string FileConsent = "fileConsent/invoke";

    /// <summary>A button under a message of the bot's; the feedback buttons among them.</summary>
    public const string MessageSubmit = "message/submitAction";

    /// <summary>A suggested action, as the Teams documentation spells it.</summary>
    public const string SuggestedAction = "suggestedAction/submit";

    /// <summary>The same, as the Teams library spells it.</summary>
    public const string SuggestedActions = "suggestedActions/submit";
}
