using CredBot.Graph.Calls;
using CredBot.Graph.Rules;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Authentication.Methods.Item.ResetPassword;
using Microsoft.Graph.Users.Item.RevokeSignInSessions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using RoleAssignment = CredBot.Graph.Rules.RoleAssignment;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    /// <summary>The password method's id, the same for everybody.</summary>
    /// <remarks>Source: Graph v1.0 <c>authenticationMethod: resetPassword</c>.</remarks>
    private const string PasswordMethod = "28c10230-6103-485e-b985-444c60001490";

    /// <summary>Reads everything that <see cref="ResetRules"/> look at, at once. What cannot be read is null and named, never guessed.</summary>
    /// <param name="token">The caller's.</param>
    /// <param name="subjectId">Object id, not a sign-in name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<ResetFacts> ReadResetFactsAsync(GraphToken token, string subjectId, CancellationToken cancellationToken)
    {
        var budget = Budget(token);
        return ReadResetFactsAsync(
            token, MeAsync(token, budget, cancellationToken), subjectId, UserAsync(token, subjectId, budget, cancellationToken), budget, cancellationToken);
    }

    /// <summary>The same where both people were read in this turn already.</summary>
    public Task<ResetFacts> ReadResetFactsAsync(GraphToken token, DirectoryUser me, DirectoryUser subject, CancellationToken cancellationToken) =>
        ReadResetFactsAsync(token, Known(me), subject.Id, Known(subject), Budget(token), cancellationToken);

    private async Task<ResetFacts> ReadResetFactsAsync(
        GraphToken token, Task<GraphResult<DirectoryUser>> me, string subjectId, Task<GraphResult<DirectoryUser>> subject, ReadBudget budget,
        CancellationToken cancellationToken)
    {
        var scheduled = MyScheduledRolesAsync(token, me, budget, cancellationToken);
        var mine = MyActiveRolesAsync(token, me, scheduled, budget, cancellationToken);
        var theirs = SubjectFactsAsync(token, subjectId, subject, budget, cancellationToken);
        await Task.WhenAll(me, mine, theirs);
        var facts = await theirs with { Caller = (await me).OrNothing(), CallerRoles = (await mine).OrNothing() };
        facts = facts with
        {
            Unreadable = [.. Unread(ResetFact.Caller, await me), .. Unread(ResetFact.CallerRoles, await mine), .. facts.Unreadable],
        };
        if (ResetRules.Decide(facts) is not ResetDecision.Refused { Reason: not (ResetRefusal.Self or ResetRefusal.Guest) })
        {
            return facts;
        }

        // What could be activated matters to whom nothing else helps, and a tenant that does not keep the one schedule does not keep the other.
        var active = await scheduled;
        var eligible = active is GraphResult<IReadOnlyList<RoleAssignment>>.Failed ? active : await MyEligibleRolesAsync(token, budget, cancellationToken);
        return facts with
        {
            CallerEligibleRoles = eligible.OrNothing(),
            Unreadable = [.. facts.Unreadable, .. Unread(ResetFact.CallerEligibleRoles, eligible)],
        };
    }

    /// <summary>The half that is about the subject, whoever may ask.</summary>
    public Task<ResetFacts> ReadSubjectFactsAsync(GraphToken token, DirectoryUser subject, CancellationToken cancellationToken) =>
        SubjectFactsAsync(token, subject.Id, Known(subject), Budget(token), cancellationToken);

    private async Task<ResetFacts> SubjectFactsAsync(
        GraphToken token, string subjectId, Task<GraphResult<DirectoryUser>> subject, ReadBudget budget, CancellationToken cancellationToken)
    {
        var memberships = MembershipsAsync(token, subjectId, budget, cancellationToken);
        var roles = ActiveRolesAsync(token, subjectId, memberships, budget, cancellationToken);
        var groups = ProtectingGroupsAsync(token, subjectId, memberships, budget, cancellationToken);
        var units = UnitsAsync(memberships);
        await Task.WhenAll(subject, roles, groups, units);
        return new ResetFacts
        {
            Subject = (await subject).OrNothing(),
            SubjectRoles = (await roles).OrNothing(),
            SubjectGroups = (await groups).OrNothing(),
            SubjectMemberships = (await memberships).Map(GroupIds).OrNothing(),
            SubjectUnits = (await units).OrNothing(),
            Unreadable =
            [
                .. Unread(ResetFact.Subject, await subject), .. Unread(ResetFact.SubjectRoles, await roles),
                .. Unread(ResetFact.SubjectGroups, await groups), .. Unread(ResetFact.SubjectUnits, await units),
                .. ((await roles).OrNothing() ?? []).Select(static role => role.UnitUnread).OfType<GraphError>().Take(1)
                    .Select(static error => new UnreadFact(ResetFact.SubjectRoleUnits, error)),
            ],
        };
    }

    private static Task<GraphResult<DirectoryUser>> Known(DirectoryUser person) => Task.FromResult<GraphResult<DirectoryUser>>(new GraphResult<DirectoryUser>.Ok(person));

    /// <summary>Asks Graph to give a person a new password, which they must change when they sign in. Sent once, whatever comes back.</summary>
    /// <param name="token">Who acts.</param>
    /// <param name="userId">Whose password: object id.</param>
    /// <param name="newPassword">In clear.</param>
    /// <param name="cancellationToken">Ends the wait, not the reset; what Graph did is then unknown.</param>
    /// <returns>
    /// Accepted, which is not done: ask with <see cref="PollResetAsync"/>. An accepted reset whose <c>Location</c> is missing or not Graph's is
    /// <see cref="GraphErrorKind.Unexpected"/> and most likely happens.
    /// </returns>
    public async Task<GraphResult<ResetAccepted>> ResetPasswordAsync(
        GraphToken token, string userId, string newPassword, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(newPassword);

        // A body per call: serialised a second time, the SDK's model would leave the password out, and Graph would make one up.
        var body = new ResetPasswordPostRequestBody { NewPassword = newPassword };
        var (call, _, failure) = await caller.WriteAsync<PasswordResetResponse>(
            token,
            (graph, call, cancel) => graph.Users[userId].Authentication.Methods[PasswordMethod].ResetPassword
                .PostAsync(body, request => request.Options.Add(call), cancel),
            cancellationToken);

        // The head decides: the body of a reset with a given password says nothing.
        return call.Status is 202 && address.Resolve(call.Location) is { } location
            ? new GraphResult<ResetAccepted>.Ok(new ResetAccepted(location, call.RetryAfter))
            : caller.Refused<ResetAccepted>(call, failure);
    }

    /// <summary>Asks how far a reset is.</summary>
    /// <param name="token">Who acts.</param>
    /// <param name="location">As <see cref="ResetPasswordAsync"/> gave it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The location is not below the configured Graph.</exception>
    public async Task<GraphResult<ResetProgress>> PollResetAsync(GraphToken token, Uri location, CancellationToken cancellationToken)
    {
        if (!address.Covers(location))
        {
            throw new ArgumentException("The location of a reset is not Graph's.", nameof(location));
        }

        GraphCall? last = null;
        var read = await caller.ReadAsync(
            token, Budget(token),
            (graph, call, cancel) =>
            {
                last = call;
                return graph.Users["-"].Authentication.Operations["-"].WithUrl(location.OriginalString).GetAsync(
                    request =>
                    {
                        request.Options.Add(call);

                        // Verbatim: the SDK would otherwise decode a %24 in it.
                        request.Options.Add(new ParametersNameDecodingOption { Enabled = false });
                    },
                    cancel);
            },
            cancellationToken);
        return read.Map<ResetProgress>(operation => operation.Status switch
        {
            LongRunningOperationStatus.NotStarted or LongRunningOperationStatus.Running => new ResetProgress.Running(last?.RetryAfter),
            LongRunningOperationStatus.Succeeded => new ResetProgress.Succeeded(operation.LastActionDateTime),
            LongRunningOperationStatus.Failed => new ResetProgress.Failed(operation.StatusDetail),
            _ => new ResetProgress.Unknown(),
        });
    }

    /// <summary>Voids a person's sign-ins. Sent once; sending it again later does no harm.</summary>
    public async Task<GraphResult<SessionsRevoked>> RevokeSessionsAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var (call, answer, failure) = await caller.WriteAsync<RevokeSignInSessionsPostResponse>(
            token,
            (graph, call, cancel) => graph.Users[userId].RevokeSignInSessions
                .PostAsRevokeSignInSessionsPostResponseAsync(request => request.Options.Add(call), cancel),
            cancellationToken);
        return call.Status is 204 || (call.Status is 200 && answer?.Value is true)
            ? new GraphResult<SessionsRevoked>.Ok(new SessionsRevoked())
            : caller.Refused<SessionsRevoked>(call, failure);
    }

    private static IEnumerable<UnreadFact> Unread<T>(ResetFact fact, GraphResult<T> read) =>
        read is GraphResult<T>.Failed { Error: var error } ? [new UnreadFact(fact, error)] : [];
}
