using System.Globalization;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary><c>/auditLogs/directoryAudits</c>.</summary>
internal sealed class AuditFamily(DemoDirectory directory, RoleRules roles, AuditTrail trail) : IGraphFamily
{
    /// <summary>How long a tenant with P1 keeps its log; asking for more is an error and not an empty list.</summary>
    /// <remarks>Source: Entra «Data retention».</remarks>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public void Map(GraphRouter graph) => graph.Get("auditLogs/directoryAudits", List);

    private GraphAnswer List(GraphRequest request)
    {
        if (RegistrationFamily.Refuses(request, roles, directory) is { } refusal)
        {
            return refusal;
        }

        if (From(request.Query.Filter) is { } from && from < directory.Now - Kept)
        {
            throw QueryFault.Syntax($"The earliest date that can be asked for is {GraphWriter.Text(directory.Now - Kept)}.");
        }

        return new GraphListing { Context = "auditLogs/directoryAudits", Type = GraphTypes.Audit, PageSize = 1000 }
            .Answer(request, trail.Known().Select(static values => new GraphEntry(GraphTypes.Audit, values)));
    }

    private static DateTimeOffset? From(ODataFilter? filter) => filter switch
    {
        ODataFilter.Both both => From(both.Left) ?? From(both.Right),
        ODataFilter.Compare { Property: "activityDateTime", Operator: "ge" or "gt" } compare
            when DateTimeOffset.TryParse(compare.Literal?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at,
        _ => null,
    };
}
