namespace CredBot.DemoTenant.Graph;

/// <summary>Answers one entry.</summary>
internal static class GraphSingle
{
    /// <param name="request">Whose <c>$select</c> and <c>$expand</c> are applied.</param>
    /// <param name="entry">The whole entry.</param>
    /// <param name="context">What <c>$metadata#</c> names, e.g. <c>users</c>.</param>
    /// <param name="typed">Whether the entry says its kind.</param>
    /// <exception cref="QueryFault">The entry does not support the query.</exception>
    public static GraphAnswer Answer(GraphRequest request, GraphEntry entry, string context, bool typed = false)
    {
        var query = request.Query;
        if (query.Filter is not null || query.Search is not null || query.Top is not null)
        {
            throw QueryFault.Syntax("The query specified in the URI is not valid for a single resource.");
        }

        entry.Type.CheckShape(query);
        var body = entry.Type.Show(entry.Values, query, typed);
        var selected = query.Select is { } select ? $"({string.Join(',', select)})" : "";
        body.Insert(0, "@odata.context", $"{request.Root}/$metadata#{context}{selected}/$entity");
        return GraphAnswer.Ok(body);
    }
}
