namespace CredBot.Graph;

/// <summary>What the tenant's default policy lets applications sign in with.</summary>
/// <param name="SecretsForbidden">No secret may be added.</param>
/// <param name="LongestSecret">How long a new secret may live; null where that is not limited.</param>
/// <remarks>Source: Graph v1.0 <c>tenantAppManagementPolicy</c>; while it is not enabled it limits nothing.</remarks>
public sealed record AppManagementPolicy(bool SecretsForbidden, TimeSpan? LongestSecret);
