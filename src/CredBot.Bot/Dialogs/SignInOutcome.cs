using CredBot.Bot.Connector;

namespace CredBot.Bot.Dialogs;

/// <summary>How a sign-in ended.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome() { }

    /// <param name="Token">For this turn only.</param>
    public sealed record SignedIn(UserToken Token) : SignInOutcome;

    /// <summary>The person closed the sign-in or refused consent.</summary>
    public sealed record Declined : SignInOutcome;

    /// <summary>Nobody signed in within <see cref="OAuthPrompt.Timeout"/>.</summary>
    public sealed record TimedOut : SignInOutcome;

    /// <summary><see cref="OAuthPrompt.MostWrongCodes"/> codes were wrong.</summary>
    public sealed record TooManyCodes : SignInOutcome;

    /// <summary>The token service or the connection does not work.</summary>
    /// <param name="Reference">Short code under which the log says which of the two.</param>
    public sealed record Unavailable(string Reference) : SignInOutcome;
}
