using Microsoft.Graph.Models;

namespace CredBot.Graph;

// Temporary Access Passes: a person has one at a time, and a new one silently takes the place of the one before.
public sealed partial class GraphClient
{
    private const int NotFound = 404;

    /// <summary>Gives a person a pass that works once. Sent once, whatever comes back.</summary>
    /// <param name="token">Who acts: never the person themselves.</param>
    /// <param name="userId">Object id.</param>
    /// <param name="lifetime">Whole minutes, within what the tenant's policy allows; otherwise Graph refuses.</param>
    /// <param name="cancellationToken">Ends the wait, not the issue; what Graph did is then unknown.</param>
    /// <remarks>Source: Graph v1.0 «Create temporaryAccessPassMethod»: 201 with the code; 400 where the policy does not allow it to this person.</remarks>
    public async Task<GraphResult<IssuedPass>> IssuePassAsync(GraphToken token, string userId, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var body = new TemporaryAccessPassAuthenticationMethod { IsUsableOnce = true, LifetimeInMinutes = (int)lifetime.TotalMinutes };
        var (call, answer, failure) = await caller.WriteAsync<TemporaryAccessPassAuthenticationMethod>(
            token,
            (graph, call, cancel) => graph.Users[userId].Authentication.TemporaryAccessPassMethods.PostAsync(body, request => request.Options.Add(call), cancel),
            cancellationToken);
        return call.Status is 201 && answer is { Id: { } id, TemporaryAccessPass: { Length: > 0 } code }
            ? new GraphResult<IssuedPass>.Ok(new IssuedPass(id, code, EndOf(answer, lifetime)))
            : caller.Refused<IssuedPass>(call, failure);
    }

    /// <summary>Ids of the passes that a person has: none or one. Their codes are never told again.</summary>
    public async Task<GraphResult<IReadOnlyList<string>>> GetPassesAsync(GraphToken token, string userId, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync(
            token, Budget(token),
            (graph, call, cancel) => graph.Users[userId].Authentication.TemporaryAccessPassMethods.GetAsync(request => request.Options.Add(call), cancel),
            cancellationToken);
        return read.Map<IReadOnlyList<string>>(static page => [.. (page.Value ?? []).Select(static pass => pass.Id).OfType<string>()]);
    }

    /// <summary>Takes a pass back. Doing it again does no harm.</summary>
    public async Task<GraphResult<PassTakenBack>> TakeBackPassAsync(GraphToken token, string userId, string passId, CancellationToken cancellationToken)
    {
        var (call, _, failure) = await caller.WriteAsync<TemporaryAccessPassAuthenticationMethod>(
            token,
            async (graph, call, cancel) =>
            {
                await graph.Users[userId].Authentication.TemporaryAccessPassMethods[passId].DeleteAsync(request => request.Options.Add(call), cancel);
                return null;
            },
            cancellationToken);
        return call.Status is 204 or NotFound ? new GraphResult<PassTakenBack>.Ok(new PassTakenBack()) : caller.Refused<PassTakenBack>(call, failure);
    }

    private DateTimeOffset EndOf(TemporaryAccessPassAuthenticationMethod pass, TimeSpan asked) =>
        (pass.StartDateTime ?? time.GetUtcNow()) + (pass.LifetimeInMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : asked);
}
