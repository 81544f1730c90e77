namespace CredBot.Graph;

/// <summary>A person has the app in their own Teams, now or already before.</summary>
/// <param name="ChatId">Id of the chat between the app's bot and the person; null where it could not be read.</param>
public sealed record AppInstalled(string? ChatId);
