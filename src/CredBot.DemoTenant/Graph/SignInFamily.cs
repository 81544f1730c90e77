using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary><c>/auditLogs/signIns</c>: interactive sign-ins of people, newest first, in a tenant with P1 only.</summary>
internal sealed class SignInFamily(DemoDirectory directory, RoleRules roles) : IGraphFamily
{
    /// <remarks>Source: Graph v1.0 «List signIns», roles. Application administrators read the registration report, and not this.</remarks>
    private static readonly string[] Readers =
    [
        RoleNames.ReportsReader, RoleNames.SecurityReader, RoleNames.SecurityOperator, RoleNames.SecurityAdministrator, RoleNames.GlobalReader,
    ];

    private readonly IReadOnlyList<SignInSeed> seeds = LogSeed.Load().SignIns;

    public void Map(GraphRouter graph) => graph.Get("auditLogs/signIns", List);

    private GraphAnswer List(GraphRequest request)
    {
        if (ReportAccess.Refuses(request, roles, directory, Readers) is { } refusal)
        {
            return refusal;
        }

        if (request.Query.Select is not null)
        {
            throw QueryFault.Syntax("Query option 'Select' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.");
        }

        ReportAccess.CheckReach(request, "createdDateTime", directory);
        return new GraphListing { Context = "auditLogs/signIns", Type = GraphTypes.SignIn, PageSize = 1000 }
            .Answer(request, seeds.OrderBy(static seed => seed.MinutesAgo).Select(seed => new GraphEntry(GraphTypes.SignIn, Describe(seed))));
    }

    private JsonObject Describe(SignInSeed seed)
    {
        var person = directory.Find(seed.Person)!;
        return new JsonObject
        {
            ["id"] = Id(seed),
            ["createdDateTime"] = GraphWriter.Text(directory.StartedAt.AddMinutes(-seed.MinutesAgo)),
            ["userDisplayName"] = person.DisplayName,
            // In lower case whatever the directory says, and a guest's as it is at home.
            ["userPrincipalName"] = (person.IsGuest ? person.Mail : person.UserPrincipalName).ToLowerInvariant(),
            ["userId"] = person.ObjectId,
            ["appId"] = "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
            ["appDisplayName"] = "Microsoft Teams",
            ["ipAddress"] = "203.0.113.24",
            ["clientAppUsed"] = "Browser",
            ["correlationId"] = Id(seed),
            ["conditionalAccessStatus"] = seed.ErrorCode is 53003 ? "failure" : "notApplied",
            ["isInteractive"] = true,
            ["riskDetail"] = "none",
            ["riskLevelAggregated"] = "none",
            ["riskLevelDuringSignIn"] = "none",
            ["riskState"] = "none",
            ["riskEventTypes_v2"] = new JsonArray(),
            ["resourceDisplayName"] = "Microsoft Graph",
            ["status"] = new JsonObject
            {
                ["errorCode"] = seed.ErrorCode,
                ["failureReason"] = seed.FailureReason ?? "Other.",
                ["additionalDetails"] = null,
            },
        };
    }

    /// <summary>The same at every start.</summary>
    private static string Id(SignInSeed seed) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed.Person} {seed.MinutesAgo} {seed.ErrorCode}")).AsSpan(0, 16)).ToString();
}
