namespace CredBot.Graph;

/// <summary>
/// Sign-ins from before are void: within minutes for refresh tokens, up to an hour for access tokens already issued. Nothing happens for guests.
/// </summary>
public sealed record SessionsRevoked;
