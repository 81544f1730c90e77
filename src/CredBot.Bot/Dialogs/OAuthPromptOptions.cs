namespace CredBot.Bot.Dialogs;

/// <summary>The words of a sign-in, in the person's language, and how old it may be.</summary>
public sealed record OAuthPromptOptions
{
    /// <summary>On the card: why to sign in.</summary>
    public required string Text { get; init; }

    /// <summary>On its button.</summary>
    public required string Button { get; init; }

    /// <summary>What the card becomes afterwards.</summary>
    public required string SignedIn { get; init; }

    /// <summary>What a card becomes that led to no sign-in, or that a newer one replaces.</summary>
    /// <value>A dash in a sign-in that an older build began.</value>
    public string Over { get; init => field = value ?? "—"; } = "—";

    /// <summary>After a code that the service does not know.</summary>
    public required string WrongCode { get; init; }

    /// <summary>After words that are no code.</summary>
    public required string StillWaiting { get; init; }

    /// <summary>A sign-in of this conversation that is older is dropped and made anew.</summary>
    /// <value>Null: any token that lasts will do.</value>
    public TimeSpan? Within { get; init; }
}
