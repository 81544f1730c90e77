using CredBot.Graph.Rules;

namespace CredBot.Graph;

/// <summary>Somebody, or a group, to whom a directory role is assigned.</summary>
/// <param name="Assignment">Which role, and where.</param>
/// <param name="Id">Object id of the person or the group.</param>
/// <param name="DisplayName">Null where its kind may not be read.</param>
/// <param name="Person">The person, with the few properties that Graph shows unasked; null for a group, and where its kind may not be read.</param>
/// <param name="IsGroup">Its members hold the role.</param>
public sealed record RoleHolder(RoleAssignment Assignment, string Id, string? DisplayName, DirectoryUser? Person, bool IsGroup);
