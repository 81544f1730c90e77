using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary><c>/identityProtection/riskyUsers/{user}</c>: who was never at risk is not there.</summary>
internal sealed class RiskFamily(DemoDirectory directory, RoleRules roles) : IGraphFamily
{
    /// <remarks>Source: Graph v1.0 «Get riskyUser», roles.</remarks>
    private static readonly string[] Readers =
        [RoleNames.GlobalReader, RoleNames.SecurityReader, RoleNames.SecurityOperator, RoleNames.SecurityAdministrator];

    private readonly IReadOnlyList<RiskSeed> seeds = LogSeed.Load().Risks;

    public void Map(GraphRouter graph) => graph.Get("identityProtection/riskyUsers/{user}", One);

    private GraphAnswer One(GraphRequest request)
    {
        if (!directory.Conditions.Premium)
        {
            return GraphAnswer.Forbidden("Authentication_RequestFromNonPremiumTenantOrB2CTenant", "Your tenant is not licensed for this feature.");
        }

        if (!request.Allows("IdentityRiskyUser.Read.All", "IdentityRiskyUser.ReadWrite.All") || !roles.HasRole(request, Readers))
        {
            return GraphAnswer.Forbidden("Forbidden", "You cannot perform the requested operation, required scopes are missing in the token.");
        }

        var person = directory.ByObjectId(request.Keys["user"]);
        return seeds.FirstOrDefault(seed => seed.Person == person?.Id) is { } seed
            ? GraphSingle.Answer(request, new GraphEntry(GraphTypes.Plain("riskyUser"), Describe(seed, person!)), "identityProtection/riskyUsers")
            : GraphAnswer.NotFound(request.Keys["user"]);
    }

    private JsonObject Describe(RiskSeed seed, DemoPerson person) => new()
    {
        ["id"] = person.ObjectId,
        ["isDeleted"] = false,
        ["isProcessing"] = false,
        ["riskDetail"] = "none",
        ["riskLastUpdatedDateTime"] = GraphWriter.Text(directory.StartedAt.AddMinutes(-seed.MinutesAgo)),
        ["riskLevel"] = seed.Level,
        ["riskState"] = seed.State,
        ["userDisplayName"] = person.DisplayName,
        ["userPrincipalName"] = person.UserPrincipalName,
    };
}
