using System.Net;
using System.Text.Json.Nodes;

namespace CredBot.Tests.DemoTenant.Graph;

public sealed class Memberships : DirectoryTest
{
    [Fact]
    public async Task Membership_Is_Groups_Roles_And_Units_Each_With_Its_Kind()
    {
        var kinds = (await Get($"users/{ObjectId("mina")}/memberOf")).Values.Select(entry => (string?)entry["@odata.type"]);

        Assert.Equal(["#microsoft.graph.group", "#microsoft.graph.directoryRole", "#microsoft.graph.administrativeUnit"], kinds);
    }

    [Fact]
    public async Task Transitive_Membership_Follows_Nested_Groups()
    {
        static IEnumerable<string?> Names(GraphReply reply) => reply.Values.Select(entry => (string?)entry["displayName"]);

        Assert.DoesNotContain("All employees", Names(await Get($"users/{ObjectId("wanda")}/memberOf")));
        Assert.Contains("All employees", Names(await Get($"users/{ObjectId("wanda")}/transitiveMemberOf")));
    }

    [Theory]
    [Trait("trap", "30")]
    [Trait("trap", "32")]
    [InlineData("graph.directoryRole")]
    [InlineData("microsoft.graph.directoryRole")]
    public async Task A_Cast_Is_An_Advanced_Query(string cast)
    {
        var path = $"users/{ObjectId("mina")}/transitiveMemberOf/{cast}";

        Assert.Equal("Request_UnsupportedQuery", (await Get(path)).Code);
        Assert.Equal("Request_UnsupportedQuery", (await Get(path, eventual: true)).Code);
        Assert.Single((await Get($"{path}?$count=true", eventual: true)).Values);
    }

    [Theory]
    [Trait("trap", "27")]
    [InlineData("mina", 1)]
    [InlineData("wanda", 0)]
    [InlineData("omar", 0)]
    [InlineData("zelda", 0)]
    public async Task A_Role_Cast_Shows_Direct_Built_In_Roles_Of_The_Whole_Tenant_Only(string person, int roles) =>
        Assert.Equal(roles, (await Get($"users/{ObjectId(person)}/transitiveMemberOf/graph.directoryRole?$count=true", eventual: true)).Values.Count());

    [Fact]
    [Trait("trap", "27")]
    public async Task Role_Assignments_Tell_The_Rest_Under_The_Groups_And_The_Units_Id()
    {
        var ids = string.Join(',', new[] { ObjectId("zelda"), GroupId("evening"), ObjectId("wanda"), ObjectId("omar") }.Select(id => $"'{id}'"));
        var reply = await Get($"roleManagement/directory/roleAssignments?$filter=principalId in ({ids})&$expand=roleDefinition");

        Assert.Equal(
            [(GroupId("evening"), "Helpdesk Administrator", "/"), (ObjectId("omar"), "Badge Desk", "/"), (ObjectId("wanda"), "Helpdesk Administrator", $"/administrativeUnits/{UnitId("seoul")}")],
            reply.Values.Select(entry => ((string)entry["principalId"]!, (string)entry["roleDefinition"]!["displayName"]!, (string)entry["directoryScopeId"]!)).OrderBy(entry => entry.Item1 == GroupId("evening") ? 0 : entry.Item2 is "Badge Desk" ? 1 : 2));
    }

    [Fact]
    [Trait("trap", "31")]
    public async Task Without_The_Permission_For_Its_Kind_An_Entry_Is_An_Empty_Shell()
    {
        var group = (await Get("me/transitiveMemberOf", "hyejin", false, "User.Read")).Values.First();

        Assert.NotNull(group["id"]);
        Assert.Null(group["displayName"]);
        Assert.Null(group["isAssignableToRole"]);
        Assert.Equal("#microsoft.graph.group", (string?)group["@odata.type"]);
    }

    [Fact]
    public async Task A_Role_Assignable_Group_Is_Found_By_Filter()
    {
        var reply = await Get("groups?$filter=isAssignableToRole eq true&$select=displayName");

        Assert.Equal(["Payments Admins", "Evening Desk"], reply.Values.Select(group => (string?)group["displayName"]));
        Assert.Equal(ObjectId("nadia"), (string?)(await Get($"groups/{GroupId("payments")}/owners")).Values.Single()["id"]);
        Assert.Equal(ObjectId("hyejin"), (string?)(await Get($"groups/{GroupId("payments")}/members")).Values.Single()["id"]);
    }

    [Fact]
    public async Task A_Membership_Test_Answers_With_The_Ids_That_Hold()
    {
        var body = new JsonObject { ["ids"] = new JsonArray(GroupId("payments"), GroupId("sales"), UnitId("seoul")) };

        var reply = await Post($"users/{ObjectId("hyejin")}/checkMemberObjects", "grace", body);

        Assert.Equal([GroupId("payments"), UnitId("seoul")], reply.Json["value"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public async Task A_Membership_Test_Takes_Twenty_Ids()
    {
        var body = new JsonObject { ["ids"] = new JsonArray([.. Enumerable.Range(0, 21).Select(_ => JsonValue.Create(Guid.NewGuid().ToString()))]) };

        Assert.Equal(HttpStatusCode.BadRequest, (await Post("me/checkMemberObjects", "grace", body)).Status);
    }

    [Fact]
    [Trait("trap", "28")]
    public async Task Only_Activated_Roles_Are_Listed_And_Under_Ids_Of_Their_Own()
    {
        var roles = (await Get("directoryRoles")).Values.ToList();

        var helpdesk = roles.Single(role => (string?)role["displayName"] is "Helpdesk Administrator");
        Assert.Equal("729827e3-9c14-49f7-bb1b-9608f156bbb8", (string?)helpdesk["roleTemplateId"]);
        Assert.NotEqual((string?)helpdesk["roleTemplateId"], (string?)helpdesk["id"]);
        Assert.DoesNotContain(roles, role => (string?)role["displayName"] is "Groups Administrator" or "Badge Desk");
        Assert.Contains((await Get($"directoryRoles/{helpdesk["id"]}/members")).Values, member => (string?)member["id"] == ObjectId("mina"));
    }

    [Fact]
    public async Task A_Role_Definition_Has_The_Templates_Id() =>
        Assert.Equal("Global Administrator", (string?)(await Get("roleManagement/directory/roleDefinitions/62e90394-69f5-4237-9190-012177145e10")).Json["displayName"]);

    [Fact]
    [Trait("trap", "33")]
    public async Task One_Sees_Ones_Own_Active_And_Eligible_Roles_Without_A_Role()
    {
        const string path = "roleManagement/directory/role{0}ScheduleInstances/filterByCurrentUser(on='principal')";
        static string For(string kind) => path.Replace("{0}", kind, StringComparison.Ordinal);

        Assert.Empty((await Get(For("Assignment"), "quentin")).Values);
        Assert.Single((await Get(For("Eligibility"), "quentin")).Values);
        var activated = Assert.Single((await Get(For("Assignment") + "?$expand=roleDefinition", "gilbert")).Values);
        Assert.Equal(("Activated", "2026-11-24T09:30:00Z"), ((string?)activated["assignmentType"], (string?)activated["endDateTime"]));
        var through = Assert.Single((await Get(For("Assignment"), "zelda")).Values);
        Assert.Equal(("Group", ObjectId("zelda")), ((string?)through["memberType"], (string?)through["principalId"]));
        Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty((await Get(For("Assignment"), "gilbert")).Values);
    }

    [Fact]
    public async Task Other_Peoples_Schedules_Need_A_Role_And_The_Permission()
    {
        Assert.Equal("UnauthorizedAccessException", (await Get("roleManagement/directory/roleAssignmentScheduleInstances", "mina")).Code);
        Assert.Contains("PermissionScopeNotGranted", (await Get("roleManagement/directory/roleAssignmentScheduleInstances", "grace", false, "User.Read")).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await Get($"roleManagement/directory/roleEligibilityScheduleInstances?$filter=principalId eq '{ObjectId("quentin")}'")).Values);
    }

    [Fact]
    public async Task Units_Tell_Who_Is_In_Them_And_Who_Runs_Them()
    {
        Assert.Equal([true, true, null], (await Get("directory/administrativeUnits")).Values.Select(unit => (bool?)unit["isMemberManagementRestricted"]));
        Assert.Equal(ObjectId("paul"), (string?)(await Get($"directory/administrativeUnits/{UnitId("executives")}/members")).Values.Single()["id"]);
        Assert.Equal(ObjectId("rexford"), (string?)(await Get($"directory/administrativeUnits/{UnitId("executives")}/scopedRoleMembers")).Values.Single()["roleMemberInfo"]!["id"]);
    }

    [Fact]
    public async Task A_Scoped_Role_Goes_By_The_Roles_Object_Id()
    {
        var scoped = (await Get($"users/{ObjectId("wanda")}/scopedRoleMemberOf")).Values.Single();
        var roles = (await Get("directoryRoles")).Values;

        Assert.Equal(UnitId("seoul"), (string?)scoped["administrativeUnitId"]);
        Assert.Equal("Helpdesk Administrator", (string?)roles.Single(role => (string?)role["id"] == (string?)scoped["roleId"])["displayName"]);
    }

    [Theory]
    [InlineData("roleManagement/directory/roleAssignments")]
    [InlineData("directoryRoles")]
    [InlineData("groups")]
    [InlineData("directory/administrativeUnits")]
    [InlineData("subscribedSkus")]
    public async Task A_Guest_Reads_None_Of_It(string path) => Assert.Equal("Authorization_RequestDenied", (await Get(path, "marie")).Code);
}
