using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary><c>/auditLogs/directoryAudits</c>: every tenant has it, a free one for a week.</summary>
internal sealed class AuditFamily(DemoDirectory directory, RoleRules roles, AuditTrail trail) : IGraphFamily
{
    public void Map(GraphRouter graph) => graph.Get("auditLogs/directoryAudits", List);

    private GraphAnswer List(GraphRequest request)
    {
        if (ReportAccess.RefusesReader(request, roles, RegistrationFamily.Readers) is { } refusal)
        {
            return refusal;
        }

        ReportAccess.CheckReach(request, "activityDateTime", directory);
        return new GraphListing { Context = "auditLogs/directoryAudits", Type = GraphTypes.Audit, PageSize = 1000 }
            .Answer(request, trail.Known().Select(static values => new GraphEntry(GraphTypes.Audit, values)));
    }
}
