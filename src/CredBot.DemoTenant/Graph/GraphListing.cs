using System.Text.Json.Nodes;

namespace CredBot.DemoTenant.Graph;

/// <summary>Answers a collection: search, filter, order, count, page, select, in this order.</summary>
internal sealed record GraphListing
{
    /// <value>What <c>$metadata#</c> names, e.g. <c>users</c>.</value>
    public required string Context { get; init; }

    /// <value>The kind that the queries are checked against.</value>
    public required GraphType Type { get; init; }

    /// <value>Entries a page without <c>$top</c>.</value>
    public int PageSize { get; init; } = 100;

    /// <value>Whether each entry says its kind.</value>
    public bool Typed { get; init; }

    /// <value>Whether even a plain request needs the header and the count, as an OData cast does.</value>
    public bool AlwaysAdvanced { get; init; }

    /// <exception cref="QueryFault">The collection does not support the query.</exception>
    public GraphAnswer Answer(GraphRequest request, IEnumerable<GraphEntry> entries)
    {
        var query = request.Query;
        Check(query);
        var found = entries
            .Where(entry => query.Search?.Matches(entry.Values) is not false && query.Filter?.Matches(entry.Values) is not false)
            .ToList();
        if (query.OrderBy is { } property)
        {
            var ordered = found.OrderBy(entry => entry.Values[property]?.ToString(), StringComparer.OrdinalIgnoreCase);
            found = [.. query.Descending ? ordered.Reverse() : ordered];
        }

        var size = query.Top ?? PageSize;
        var page = found.Skip(query.Skipped).Take(size).Select(entry => entry.Type.Show(entry.Values, query, Typed));
        var body = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#{Context}" };
        if (query.Count)
        {
            body["@odata.count"] = found.Count;
        }

        if (query.Skipped + size < found.Count)
        {
            var options = query.Sent.Length > 0 ? $"{query.Sent}&" : "";
            body["@odata.nextLink"] = $"{request.Root}{request.Target.Split('?')[0]}?{options}$skiptoken={ODataQuery.PageMark(query.Skipped + size)}";
        }

        body["value"] = new JsonArray([.. page]);
        return GraphAnswer.Ok(body);
    }

    private void Check(ODataQuery query)
    {
        Type.CheckShape(query);
        CheckFilter(query);
        if (!Type.Directory)
        {
            return;
        }

        if (query.Search is not null && !query.Eventual)
        {
            throw QueryFault.Unsupported("A request with $search needs the request header 'ConsistencyLevel: eventual'.");
        }

        if (query.Search is not null && query.OrderBy is not null and not "displayName")
        {
            throw QueryFault.Unsupported("Sorting of a search is supported by 'displayName' only.");
        }

        if (query.Count && !query.Eventual)
        {
            throw QueryFault.Unsupported("$count is not currently supported.");
        }

        var advanced = AlwaysAdvanced || query.Filter?.Advanced is true || (query.Filter is not null && query.OrderBy is not null);
        if (advanced && !(query.Eventual && (query.Count || query.Skipped > 0)))
        {
            throw QueryFault.Unsupported("This query needs the request header 'ConsistencyLevel: eventual' and '$count=true'.");
        }
    }

    private void CheckFilter(ODataQuery query)
    {
        var unsupported = Type.Filterable is null ? null : query.Filter?.Properties.FirstOrDefault(property => !Type.Filterable.Contains(property));
        if (unsupported is not null)
        {
            throw QueryFault.Unsupported(
                $"Unsupported or invalid query filter clause specified for property '{unsupported}' of resource '{Type.Name}'.");
        }

        if (Type.Known is not null && query.Search?.Properties.FirstOrDefault(property => !Type.Known.Contains(property)) is { } unknown)
        {
            throw QueryFault.Unsupported($"Property '{unknown}' of resource '{Type.Name}' cannot be searched.");
        }
    }
}
