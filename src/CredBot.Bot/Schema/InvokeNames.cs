namespace CredBot.Bot.Schema;

/// <summary>Names of the invokes that CredBot answers.</summary>
public static class InvokeNames
{
    public const string TokenExchange = "signin/tokenExchange";
    public const string VerifyState = "signin/verifyState";
    public const string SignInFailure = "signin/failure";
    public const string CardAction = "adaptiveCard/action";
}
