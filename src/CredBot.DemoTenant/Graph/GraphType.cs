using System.Text.Json.Nodes;

namespace CredBot.DemoTenant.Graph;

/// <summary>What a query may ask of one kind of entry.</summary>
internal sealed record GraphType
{
    /// <value>As in <c>@odata.type</c>, e.g. <c>user</c>.</value>
    public required string Name { get; init; }

    /// <value>What is shown without <c>$select</c>; null shows everything.</value>
    public IReadOnlyList<string>? Default { get; init; }

    /// <value>Every property that exists; asking for another one is an error. Null: not checked.</value>
    public IReadOnlySet<string>? Known { get; init; }

    /// <value>Properties that a filter may look at; null: all.</value>
    public IReadOnlySet<string>? Filterable { get; init; }

    /// <value>Related entries that <c>$expand</c> may bring along.</value>
    public IReadOnlyList<string> Expandable { get; init; } = [];

    /// <value>Whether it lives in the directory, whose advanced queries need a header and a count.</value>
    public bool Directory { get; init; }

    /// <exception cref="QueryFault">A property of that name does not exist, or cannot be expanded.</exception>
    public void CheckShape(ODataQuery query)
    {
        var unknown = query.Expand.FirstOrDefault(name => !Expandable.Contains(name))
            ?? (Known is null ? null : query.Select?.FirstOrDefault(name => !Known.Contains(name)));
        if (unknown is not null)
        {
            throw QueryFault.Syntax(
                $"Parsing OData Select and Expand failed: Could not find a property named '{unknown}' on type 'microsoft.graph.{Name}'.");
        }
    }

    /// <summary>The part of an entry that is shown: what was selected, else the default set, absent values as null.</summary>
    public JsonObject Show(JsonObject entry, ODataQuery query, bool typed)
    {
        var shown = new JsonObject();
        if (typed)
        {
            shown["@odata.type"] = $"#microsoft.graph.{Name}";
        }

        var names = query.Select ?? Default ?? entry.Select(static property => property.Key).Except(Expandable);
        foreach (var name in names.Concat(query.Expand))
        {
            if (entry.ContainsKey(name) || Known?.Contains(name) is true)
            {
                shown[name] = entry[name]?.DeepClone();
            }
        }

        return shown;
    }
}

/// <summary>One entry with its kind.</summary>
internal sealed record GraphEntry(GraphType Type, JsonObject Values)
{
    public string Id => (string)Values["id"]!;

    /// <summary>The default properties with their kind, as inside another entry.</summary>
    public JsonObject ShowTyped() => Type.Show(Values, new ODataQuery(), typed: true);

    /// <summary>What is left for a caller who may not read this kind: that it is there, and nothing more.</summary>
    public GraphEntry Unreadable() => new(Type, new JsonObject { ["id"] = Id });
}
