using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Tests.Graph;

public sealed class Facts
{
    private const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    private const string Reports = "4a5d8f65-41da-4de4-8968-e035b65339cf";
    private const string Empty = """{"value":[]}""";

    /// <summary>What a quiet tenant answers: mina may reset daniel.</summary>
    private static readonly Dictionary<string, string> Quiet = new()
    {
        ["/me"] = """{"id":"mina","userType":"Member"}""",
        ["/users/daniel"] = """{"id":"daniel","userType":"Member","accountEnabled":true}""",
        ["/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')"] =
            $$"""{"value":[{"roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/"}]}""",
        ["/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')"] = Empty,
        ["/roleManagement/directory/roleAssignments"] = Empty,
        ["/users/daniel/ownedObjects"] = Empty,
        ["/users/daniel/memberOf"] = Empty,
    };

    [Fact]
    public async Task Everything_The_Rules_Look_At_Is_Read()
    {
        var network = Tenant();

        var facts = await Read(network);

        Assert.Empty(facts.Unreadable);
        Assert.Equal((ResetNotes.None, Helpdesk), ResetRules.Decide(facts) is ResetDecision.Allowed allowed ? (allowed.Notes, allowed.By.RoleId) : default);
        Assert.All(network.Requests, seen => Assert.Equal($"Bearer {GraphNetwork.TokenValue}", seen.Headers["Authorization"]));
    }

    public static TheoryData<string, ResetFact[]> Unreadables => new()
    {
        { "/me", [ResetFact.Caller] },
        { "/users/daniel", [ResetFact.Subject] },
        { "/roleManagement/directory/roleAssignments", [ResetFact.SubjectRoles] },
        { "/users/daniel/ownedObjects", [ResetFact.SubjectGroups] },
        { "/users/daniel/memberOf", [ResetFact.SubjectRoles, ResetFact.SubjectGroups, ResetFact.SubjectUnits] },
    };

    [Theory]
    [MemberData(nameof(Unreadables))]
    public async Task What_Cannot_Be_Read_Is_Named_And_Not_Guessed(string path, ResetFact[] missing)
    {
        var facts = await Read(Tenant((path, null)));

        Assert.Equal(missing, facts.Unreadable.Select(unread => unread.Fact));
        Assert.All(facts.Unreadable, unread => Assert.Equal(GraphErrorKind.Forbidden, unread.Error.Kind));
    }

    [Theory]
    [InlineData(Reports, true)]
    [InlineData(Helpdesk, false)]
    public async Task What_Could_Be_Activated_Is_Asked_For_Only_Where_It_Could_Help(string held, bool asked)
    {
        const string eligible = "/roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')";
        var network = Tenant(
            (eligible, null),
            ("/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')", $$"""{"value":[{"roleDefinitionId":"{{held}}","directoryScopeId":"/"}]}"""));

        var facts = await Read(network);

        Assert.Equal(asked ? [ResetFact.CallerEligibleRoles] : [], facts.Unreadable.Select(unread => unread.Fact));
        Assert.Equal(asked, network.Requests.Any(seen => seen.Path == eligible));
        Assert.Null(facts.CallerEligibleRoles);
    }

    [Fact]
    public async Task Where_No_Schedule_Is_Kept_The_Other_One_Is_Not_Asked_For()
    {
        var network = Tenant(
            ("/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')", null), ("/users/mina/memberOf", Empty));

        var facts = await Read(network);

        Assert.Equal([ResetFact.CallerEligibleRoles], facts.Unreadable.Select(unread => unread.Fact));
        Assert.DoesNotContain(network.Requests, seen => seen.Path.Contains("Eligibility", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_Privileged_Identity_Management_My_Roles_Are_Read_From_The_Assignments()
    {
        var network = Tenant(
            ("/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')", null),
            ("/users/mina/memberOf", """{"value":[{"@odata.type":"#microsoft.graph.group","id":"desk","displayName":"Desk","isAssignableToRole":true}]}"""),
            ("/roleManagement/directory/roleAssignments?principalId in ('mina','desk')", $$"""{"value":[{"principalId":"desk","roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/"}]}"""));

        var roles = (await network.Client.GetMyActiveRolesAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(new RoleAssignment { RoleId = Helpdesk, ThroughGroup = "desk" }, Assert.Single(roles));
    }

    [Fact]
    public async Task An_Activation_That_Has_Ended_Is_No_Role()
    {
        var network = Tenant(("/roleManagement/directory/roleAssignmentScheduleInstances/filterByCurrentUser(on='principal')", $$"""
            {"value":[{"roleDefinitionId":"{{Helpdesk}}","directoryScopeId":"/","endDateTime":"2026-11-24T09:00:00Z"},
                      {"roleDefinitionId":"{{Reports}}","directoryScopeId":"/","endDateTime":"2026-11-24T09:00:01Z"}]}
            """));

        var roles = (await network.Client.GetMyActiveRolesAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(Reports, Assert.Single(roles).RoleId);
    }

    [Fact]
    public async Task A_Group_That_Is_In_Many_Groups_Has_All_Their_Roles_Asked_For_In_Few_Questions()
    {
        var groups = string.Join(',', Enumerable.Range(1, 16).Select(number => $$"""{"@odata.type":"#microsoft.graph.group","id":"g{{number}}","displayName":"G","isAssignableToRole":true}"""));
        var network = Tenant(("/users/daniel/memberOf", $$"""{"value":[{{groups}}]}"""));

        await network.Client.GetActiveRolesAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["principalId in ('daniel','g1','g2','g3','g4','g5','g6','g7','g8','g9','g10','g11','g12','g13','g14')", "principalId in ('g15','g16')"],
            network.Requests.Where(seen => seen.Path.EndsWith("roleAssignments", StringComparison.Ordinal)).Select(seen => seen.Query["?$filter=".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Members_And_Owners_Of_Role_Assignable_Groups_Are_Protected_And_Others_Not()
    {
        var network = Tenant(
            ("/users/daniel/memberOf", """
                {"value":[{"@odata.type":"#microsoft.graph.group","id":"a","displayName":"Admins","isAssignableToRole":true},
                          {"@odata.type":"#microsoft.graph.group","id":"b","displayName":"Everyone","isAssignableToRole":null},
                          {"@odata.type":"#microsoft.graph.directoryRole","id":"c","displayName":"Reports Reader"},
                          {"@odata.type":"#microsoft.graph.somethingNew","id":"d"}]}
                """),
            ("/users/daniel/ownedObjects", """{"value":[{"@odata.type":"#microsoft.graph.application","id":"e"},{"@odata.type":"#microsoft.graph.group","id":"f","displayName":"Owned","isAssignableToRole":true}]}"""));

        var groups = (await network.Client.GetProtectingGroupsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken)).Value();

        Assert.Equal([new ProtectingGroup("a", "Admins"), new ProtectingGroup("f", "Owned", AsOwner: true)], groups);
    }

    [Fact]
    public async Task A_Group_Without_A_Name_Could_Not_Be_Read()
    {
        var network = Tenant(("/users/daniel/memberOf", """{"value":[{"@odata.type":"#microsoft.graph.group","id":"a","displayName":null,"isAssignableToRole":null}]}"""));

        Assert.Equal(GraphErrorKind.Forbidden, (await network.Client.GetProtectingGroupsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken)).Error().Kind);
    }

    [Fact]
    public async Task Pages_Are_Followed_To_The_End()
    {
        var network = Tenant(
            ("/users/daniel/memberOf", $$"""{"@odata.nextLink":"{{GraphNetwork.BaseUrl}}/users/daniel/memberOf/page2?$skiptoken=a%2Bb","value":[]}"""),
            ("/users/daniel/memberOf/page2", """{"value":[{"@odata.type":"#microsoft.graph.group","id":"a","displayName":"Admins","isAssignableToRole":true}]}"""));

        Assert.Single((await network.Client.GetProtectingGroupsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken)).Value());
        Assert.Contains(network.Requests, seen => seen.Url.EndsWith("page2?$skiptoken=a%2Bb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1.0/users?$skiptoken=x")]
    [InlineData(GraphNetwork.BaseUrl + "/users/daniel/memberOf")]
    public async Task A_Page_Link_That_Leads_Away_Or_In_Circles_Gives_No_Half_List(string link)
    {
        var network = Tenant(("/users/daniel/memberOf", $$"""{"@odata.nextLink":"{{link}}","value":[]}"""));

        Assert.Equal(GraphErrorKind.Unexpected, (await network.Client.GetProtectingGroupsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken)).Error().Kind);
        Assert.All(network.Requests, seen => Assert.StartsWith(GraphNetwork.BaseUrl, seen.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Units_And_Their_Restrictions_Are_Read()
    {
        var network = Tenant(
            ("/users/daniel/memberOf", """
                {"value":[{"@odata.type":"#microsoft.graph.administrativeUnit","id":"seoul","displayName":"Seoul"},
                          {"@odata.type":"#microsoft.graph.administrativeUnit","id":"board","displayName":"Board","isMemberManagementRestricted":true},
                          {"@odata.type":"#microsoft.graph.group","id":"x","displayName":"x"}]}
                """),
            ("/roleManagement/directory/roleAssignments", $$"""
                {"value":[{"roleDefinitionId":"{{Reports}}","directoryScopeId":"/administrativeUnits/board"},{"roleDefinitionId":"{{Reports}}","directoryScopeId":"/administrativeUnits/hidden"}]}
                """),
            ("/directory/administrativeUnits/board", """{"id":"board","isMemberManagementRestricted":true}"""));

        var facts = await Read(network);

        Assert.Equal([new DirectoryUnit("seoul", "Seoul"), new DirectoryUnit("board", "Board", IsRestricted: true)], facts.SubjectUnits!);
        Assert.Equal(
            [RoleAssignment.InUnit(Reports, "board") with { UnitIsRestricted = true }, RoleAssignment.InUnit(Reports, "hidden")],
            facts.SubjectRoles!.Select(static role => role with { UnitUnread = null }));
        Assert.Equal(GraphErrorKind.NotFound, Assert.Single(facts.Unreadable, static unread => unread.Fact is ResetFact.SubjectRoleUnits).Error.Kind);
    }

    private static Task<ResetFacts> Read(GraphNetwork network) => network.Client.ReadResetFactsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken);

    /// <summary>The quiet tenant with some answers changed; null is refused, what it does not know is not found.</summary>
    private static GraphNetwork Tenant(params (string Path, string? Body)[] changes)
    {
        var answers = new Dictionary<string, string?>(Quiet.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        foreach (var (path, body) in changes)
        {
            answers[path] = body;
        }

        return new GraphNetwork(request =>
        {
            var seen = new GraphNetwork.Seen("", request.RequestUri!.AbsoluteUri, "", new Dictionary<string, string>());
            var found = answers.TryGetValue($"{seen.Path}{seen.Query.Replace("$filter=", "", StringComparison.Ordinal)}", out var body) || answers.TryGetValue(seen.Path, out body);
            return !found ? GraphNetwork.Error(404, "Request_ResourceNotFound")
                : body is null ? GraphNetwork.Error(403, "Authorization_RequestDenied")
                : GraphNetwork.Json(200, body);
        });
    }
}
