namespace CredBot.Graph.Rules;

/// <summary>A role-assignable group: its members and owners are protected like administrators.</summary>
/// <param name="Id">Object id.</param>
/// <param name="DisplayName">Null where not readable.</param>
/// <param name="AsOwner">The person owns it; else they are in it.</param>
/// <remarks>Source: Entra «Use Microsoft Entra groups to manage role assignments», 2026-03.</remarks>
public sealed record ProtectingGroup(string Id, string? DisplayName, bool AsOwner = false);
