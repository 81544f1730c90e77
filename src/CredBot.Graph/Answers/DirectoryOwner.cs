namespace CredBot.Graph;

/// <summary>Somebody who owns an application.</summary>
/// <param name="Id">Object id.</param>
/// <param name="DisplayName">Null where the asker may not read it.</param>
public sealed record DirectoryOwner(string Id, string? DisplayName);
