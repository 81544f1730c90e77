namespace CredBot.Bot.Dialogs;

/// <summary>The words of a sign-in, in the person's language.</summary>
public sealed record OAuthPromptOptions
{
    /// <summary>On the card: why to sign in.</summary>
    public required string Text { get; init; }

    /// <summary>On its button.</summary>
    public required string Button { get; init; }

    /// <summary>What the card becomes afterwards.</summary>
    public required string SignedIn { get; init; }

    /// <summary>After a code that the service does not know.</summary>
    public required string WrongCode { get; init; }

    /// <summary>After words that are no code.</summary>
    public required string StillWaiting { get; init; }
}
