namespace CredBot.Graph.Rules;

/// <summary>An administrative unit that a person is directly in.</summary>
/// <param name="Id">Object id.</param>
/// <param name="DisplayName">Null where not readable.</param>
/// <param name="IsRestricted">Only administrators of this unit may change its members.</param>
public sealed record DirectoryUnit(string Id, string? DisplayName, bool IsRestricted = false);
