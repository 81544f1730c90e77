using CredBot.Graph.Rules;

namespace CredBot.Graph;

/// <summary>Microsoft Graph on behalf of one person at a time.</summary>
public sealed class GraphClient
{
    /// <summary>How long a write may take before it counts as lost; whoever finds a write under way waits at least this long.</summary>
    public static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(30);

    public Task<GraphResult<DirectoryUser>> GetMeAsync(GraphToken token, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<DirectoryUser>> GetUserAsync(GraphToken token, string idOrUpn, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<UserHits>> FindUsersAsync(GraphToken token, string words, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    /// <returns>Null where the report does not know the person, which does not mean «not registered».</returns>
    public Task<GraphResult<Registration?>> GetRegistrationAsync(GraphToken token, string userId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<DirectoryOrganization>> GetOrganizationAsync(GraphToken token, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<DirectoryDomain>> GetDomainAsync(GraphToken token, string userPrincipalName, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetMyActiveRolesAsync(GraphToken token, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetMyEligibleRolesAsync(GraphToken token, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<IReadOnlyList<RoleAssignment>>> GetActiveRolesAsync(GraphToken token, string principalId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<IReadOnlyList<ProtectingGroup>>> GetProtectingGroupsAsync(GraphToken token, string userId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<IReadOnlyList<DirectoryUnit>>> GetUnitsAsync(GraphToken token, string userId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<ResetFacts> ReadResetFactsAsync(GraphToken token, string subjectId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<ResetAccepted>> ResetPasswordAsync(GraphToken token, string userId, string newPassword, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<ResetProgress>> PollResetAsync(GraphToken token, Uri location, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<GraphResult<SessionsRevoked>> RevokeSessionsAsync(GraphToken token, string userId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
