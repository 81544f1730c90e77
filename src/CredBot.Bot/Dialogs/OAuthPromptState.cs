namespace CredBot.Bot.Dialogs;

/// <summary>A sign-in that is pending. The code and the token are never part of it.</summary>
internal sealed record OAuthPromptState
{
    public required OAuthPromptOptions Options { get; init; }

    /// <summary>Key of the card's message.</summary>
    public required string Key { get; init; }

    /// <summary>Channel id of the person who is to sign in; nobody else's answer counts.</summary>
    public required string UserId { get; init; }

    /// <summary>Id of the token exchange the card offers; null where it offers none.</summary>
    public string? ExchangeId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Wrong codes so far.</summary>
    public int WrongCodes { get; init; }

    /// <summary>Silent sign-in failed once: only the button is left.</summary>
    public bool ButtonOnly { get; init; }
}
