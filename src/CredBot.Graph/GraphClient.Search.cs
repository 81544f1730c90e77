using CredBot.Graph.Calls;
using Microsoft.Graph.Models;

namespace CredBot.Graph;

public sealed partial class GraphClient
{
    private async Task<GraphResult<UserHits>> FindByIdAsync(GraphToken token, SearchWords id, ReadBudget budget, CancellationToken cancellationToken) =>
        await UserAsync(token, id.Text, budget, cancellationToken) switch
        {
            GraphResult<DirectoryUser>.Failed { Error.Kind: GraphErrorKind.NotFound } => new GraphResult<UserHits>.Ok(UserHits.None),
            var read => read.Map(static user => new UserHits([user], false)),
        };

    private async Task<GraphResult<UserHits>> FindByAddressAsync(
        GraphToken token, SearchWords words, int limit, ReadBudget budget, CancellationToken cancellationToken)
    {
        var exact = await FilterAsync(token, $"userPrincipalName eq {words.Literal} or mail eq {words.Literal}", limit, budget, cancellationToken);
        var found = exact is GraphResult<IReadOnlyList<DirectoryUser>>.Ok { Value.Count: 0 }
            ? await FilterAsync(token, $"startsWith(userPrincipalName,{words.Literal}) or startsWith(mail,{words.Literal})", limit, budget, cancellationToken)
            : exact;
        return found.Map(users => Hits(words, users, limit));
    }

    /// <summary>Two questions at once, since neither is enough: the search knows words inside a name but lags, the filter knows beginnings.</summary>
    private async Task<GraphResult<UserHits>> FindByNameAsync(
        GraphToken token, SearchWords words, int limit, ReadBudget budget, CancellationToken cancellationToken)
    {
        var filter = words.IsOneWord
            ? $"startsWith(displayName,{words.Literal}) or startsWith(userPrincipalName,{words.Literal})"
            : $"startsWith(displayName,{words.Literal})";
        var beginnings = FilterAsync(token, filter, limit, budget, cancellationToken);
        var search = words.Clause is { } clause ? SearchAsync(token, clause, limit, budget, cancellationToken) : beginnings;
        await Task.WhenAll(beginnings, search);
        return (await beginnings, await search) switch
        {
            (GraphResult<IReadOnlyList<DirectoryUser>>.Ok first, GraphResult<IReadOnlyList<DirectoryUser>>.Ok second) =>
                new GraphResult<UserHits>.Ok(Hits(words, first.Value.Concat(second.Value), limit)),
            // A directory that does not search (External ID, B2C) answers 400; the beginnings still hold.
            (var first, GraphResult<IReadOnlyList<DirectoryUser>>.Failed { Error.Kind: GraphErrorKind.BadRequest }) =>
                first.Map(users => Hits(words, users, limit)),
            (GraphResult<IReadOnlyList<DirectoryUser>>.Ok, var second) => second.Map(users => Hits(words, users, limit)),
            (var first, _) => first.Map(users => Hits(words, users, limit)),
        };
    }

    private Task<GraphResult<IReadOnlyList<DirectoryUser>>> FilterAsync(
        GraphToken token, string filter, int limit, ReadBudget budget, CancellationToken cancellationToken) =>
        UsersAsync(token, filter, null, limit, budget, cancellationToken);

    private Task<GraphResult<IReadOnlyList<DirectoryUser>>> SearchAsync(
        GraphToken token, string clause, int limit, ReadBudget budget, CancellationToken cancellationToken) =>
        UsersAsync(token, null, clause, limit, budget, cancellationToken);

    private async Task<GraphResult<IReadOnlyList<DirectoryUser>>> UsersAsync(
        GraphToken token, string? filter, string? search, int limit, ReadBudget budget, CancellationToken cancellationToken)
    {
        var read = await caller.ReadAsync<UserCollectionResponse>(
            token, budget,
            (graph, call, cancel) => graph.Users.GetAsync(
                request =>
                {
                    request.Options.Add(call);
                    request.QueryParameters.Select = DirectoryUserMapping.Select;
                    request.QueryParameters.Filter = filter;
                    request.QueryParameters.Search = search;
                    request.QueryParameters.Top = limit + 1;
                    if (search is not null)
                    {
                        request.Headers.Add("ConsistencyLevel", "eventual");
                    }
                },
                cancel),
            cancellationToken);
        return read.Map<IReadOnlyList<DirectoryUser>>(static page =>
            [.. (page.Value ?? []).Where(static user => user.Id is { Length: > 0 }).Select(DirectoryUserMapping.From)]);
    }

    private static UserHits Hits(SearchWords words, IEnumerable<DirectoryUser> found, int limit)
    {
        var users = found.DistinctBy(static user => user.Id, StringComparer.OrdinalIgnoreCase).OrderBy(user => Nearness(words, user)).ToList();
        return new UserHits([.. users.Take(limit)], users.Count > limit);
    }

    private static int Nearness(SearchWords words, DirectoryUser user) =>
        string.Equals(user.DisplayName, words.Text, StringComparison.OrdinalIgnoreCase) ? 0
        : user.DisplayName?.StartsWith(words.Text, StringComparison.OrdinalIgnoreCase) ?? false ? 1
        : 2;
}
