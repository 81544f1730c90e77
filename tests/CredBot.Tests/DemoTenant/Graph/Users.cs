using System.Net;

namespace CredBot.Tests.DemoTenant.Graph;

/// <summary>The trait «trap» counts behaviours of the real Graph that a kinder stand-in would hide.</summary>
public sealed class Users : DirectoryTest
{
    [Fact]
    [Trait("trap", "1")]
    public async Task Without_Select_Only_The_Default_Properties_Come()
    {
        var user = (await Get($"users/{ObjectId("jun")}")).Json.AsObject();

        Assert.Equal("박준 (Park Jun)", (string?)user["displayName"]);
        Assert.False(user.ContainsKey("accountEnabled"));
        Assert.False(user.ContainsKey("onPremisesSyncEnabled"));
        Assert.Equal(12, user.Count);
    }

    [Fact]
    public async Task Select_Brings_What_It_Names_And_Nothing_Else()
    {
        var user = (await Get($"users/{ObjectId("jun")}?$select=userType,lastPasswordChangeDateTime")).Json.AsObject();

        Assert.Equal(["@odata.context", "userType", "lastPasswordChangeDateTime"], user.Select(property => property.Key));
    }

    [Fact]
    public async Task Selecting_A_Property_That_Does_Not_Exist_Is_An_Error()
    {
        var reply = await Get("users?$select=id,isLocked");

        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), (reply.Status, reply.Code));
    }

    [Theory]
    [Trait("trap", "2")]
    [InlineData("jun", "true")]
    [InlineData("bruno", "false")]
    [InlineData("sora", "null")]
    public async Task Synced_Is_True_False_Or_Null(string person, string synced)
    {
        var user = (await Get($"users/{person}@hanbit.example?$select=onPremisesSyncEnabled")).Json.AsObject();

        Assert.Equal(synced, user["onPremisesSyncEnabled"]?.ToJsonString() ?? "null");
    }

    [Fact]
    public async Task A_Guest_Is_Found_By_The_Encoded_Name()
    {
        var reply = await Get("users/marie_partner.example%23EXT%23@hanbit.example?$select=id,userType");

        Assert.Equal((ObjectId("marie"), "Guest"), ((string?)reply.Json["id"], (string?)reply.Json["userType"]));
    }

    [Theory]
    [InlineData("nobody@hanbit.example")]
    [InlineData("marie@partner.example")]
    public async Task An_Unknown_Name_And_A_Mail_Address_Are_Not_Found(string key)
    {
        var reply = await Get($"users/{key}");

        Assert.Equal((HttpStatusCode.NotFound, "Request_ResourceNotFound"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("displayName eq 'Daniel Lee'", 2)]
    [InlineData("displayName eq 'daniel lee' and department eq 'Sales'", 1)]
    [InlineData("startsWith(displayName,'Daniel') or startswith(userPrincipalName, 'sora')", 3)]
    [InlineData("userPrincipalName in ('sora@hanbit.example','tom@hanbit.example')", 2)]
    [InlineData("accountEnabled eq false", 1)]
    [InlineData("mail eq 'o''neill@hanbit.example'", 0)]
    [InlineData("onPremisesSyncEnabled eq null and userType eq 'Guest'", 1)]
    public async Task A_Filter_Finds(string filter, int found) =>
        Assert.Equal(found, (await Get($"users?$filter={Uri.EscapeDataString(filter)}")).Values.Count());

    [Theory]
    [InlineData("endsWith(userPrincipalName,'EXT#@hanbit.example')")]
    [InlineData("not startsWith(displayName,'D')")]
    [InlineData("userType ne 'Member'")]
    public async Task An_Advanced_Filter_Needs_The_Header_And_The_Count(string filter)
    {
        var query = $"users?$filter={Uri.EscapeDataString(filter)}";

        Assert.Equal("Request_UnsupportedQuery", (await Get(query)).Code);
        Assert.Equal("Request_UnsupportedQuery", (await Get(query, eventual: true)).Code);
        var reply = await Get($"{query}&$count=true", eventual: true);
        Assert.Equal(reply.Values.Count(), (int)reply.Json["@odata.count"]!);
    }

    [Theory]
    [InlineData("lastPasswordChangeDateTime ge 2026-01-01T00:00:00Z", "Request_UnsupportedQuery")]
    [InlineData("contains(displayName,'Lee')", "Request_UnsupportedQuery")]
    [InlineData("displayName eq 'Lee", "BadRequest")]
    [InlineData("displayName like 'Lee'", "BadRequest")]
    public async Task A_Filter_That_Graph_Does_Not_Know_Is_Refused(string filter, string code)
    {
        var reply = await Get($"users?$filter={Uri.EscapeDataString(filter)}");

        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("\"displayName:lee\"", "daniel daniel2 mina")]
    [InlineData("\"displayName:dan lee\"", "daniel daniel2")]
    [InlineData("\"displayName:소라\"", "")]
    [InlineData("\"displayName:김소\"", "sora")]
    [InlineData("\"displayName:ee\"", "")]
    [InlineData("\"displayName:lee\" AND \"mail:mina\"", "mina")]
    [InlineData("\"displayName:소라\" OR \"userPrincipalName:tom\"", "tom")]
    public async Task A_Search_Matches_The_Beginnings_Of_Words(string search, string found)
    {
        var reply = await Get($"users?$search={Uri.EscapeDataString(search)}&$select=id", eventual: true);

        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ObjectId).Order(), reply.Values.Select(user => (string)user["id"]!).Order());
    }

    [Fact]
    public async Task A_Search_Needs_The_Header()
    {
        var reply = await Get("users?$search=\"displayName:lee\"");

        Assert.Equal((HttpStatusCode.BadRequest, "Request_UnsupportedQuery"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_Search_Needs_The_Quotes() => Assert.Equal(HttpStatusCode.BadRequest, (await Get("users?$search=displayName:lee", eventual: true)).Status);

    [Fact]
    [Trait("trap", "51")]
    public async Task The_Next_Link_Leads_Through_All_Pages_And_Keeps_The_Query()
    {
        var seen = new List<string>();
        var next = "users?$select=id&$top=10";
        for (var pages = 0; next is not null; pages++)
        {
            Assert.InRange(pages, 0, 5);
            var reply = await Get(next);
            seen.AddRange(reply.Values.Select(user => (string)user["id"]!));
            Assert.All(reply.Values, user => Assert.Single(user.AsObject()));
            next = (string?)reply.Json["@odata.nextLink"];
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Contains(ObjectId("sora"), seen);
        Assert.True(seen.Count > 20);
    }

    [Theory]
    [InlineData("$top=0")]
    [InlineData("$top=1000")]
    [InlineData("$skip=5")]
    [InlineData("$skiptoken=made-up")]
    [InlineData("$frobnicate=1")]
    public async Task An_Option_That_Graph_Does_Not_Take_Is_Refused(string option) => Assert.Equal(HttpStatusCode.BadRequest, (await Get($"users?{option}")).Status);

    [Fact]
    [Trait("trap", "46")]
    public async Task A_Guest_Does_Not_List_Users_And_Sees_One_By_Name()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Get("users", "marie")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get($"users/{ObjectId("sora")}", "marie")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get($"users/{ObjectId("sora")}?$select=accountEnabled", "marie")).Status);
    }

    [Fact]
    public async Task ReadBasic_Shows_Others_Names_And_Nothing_Diagnostic()
    {
        Assert.Equal(HttpStatusCode.OK, (await Get($"users/{ObjectId("sora")}?$select=displayName", "daniel", false, "User.ReadBasic.All")).Status);
        Assert.Equal("Authorization_RequestDenied", (await Get($"users/{ObjectId("sora")}?$select=accountEnabled", "daniel", false, "User.ReadBasic.All")).Code);
    }

    [Fact]
    public async Task User_Read_Shows_Oneself_Only()
    {
        Assert.Equal("Kim", (await Get("me?$select=displayName", "sora", false, "User.Read")).Text.Contains("Kim", StringComparison.Ordinal) ? "Kim" : "");
        Assert.Equal("Authorization_RequestDenied", (await Get($"users/{ObjectId("daniel")}", "sora", false, "User.Read")).Code);
    }

    [Fact]
    public async Task Me_Is_Nobody_For_An_App()
    {
        var reply = await Send(HttpMethod.Get, "me", AppToken(), null, eventual: false);

        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Olivia_Is_The_Manager_And_The_Guest_Has_None()
    {
        Assert.Equal(ObjectId("olivia"), (string?)(await Get($"users/{ObjectId("sora")}/manager")).Json["id"]);
        Assert.Equal("Request_ResourceNotFound", (await Get($"users/{ObjectId("marie")}/manager")).Code);
        Assert.Equal(ObjectId("olivia"), (string?)(await Get("me?$select=id&$expand=manager($select=id,displayName)", "sora")).Json["manager"]!["id"]);
    }

    [Fact]
    [Trait("trap", "49")]
    public async Task Assigned_Plans_Keep_Their_History()
    {
        var plans = (await Get($"users/{ObjectId("daniel2")}?$select=assignedPlans")).Json["assignedPlans"]!.AsArray();

        Assert.Contains(plans, plan => (string?)plan!["servicePlanId"] == "eec0eb4f-6444-4f95-aba0-50c24d67f998" && (string?)plan["capabilityStatus"] == "Deleted");
        Assert.Contains(plans, plan => (string?)plan!["servicePlanId"] == "41781fb2-bc02-4b7c-bd55-b576c07bb09d" && (string?)plan["capabilityStatus"] == "Enabled");
    }

    [Fact]
    public async Task A_Restricted_Unit_Shows_On_The_User_As_True_And_Otherwise_As_Null()
    {
        Assert.True((bool)(await Get($"users/{ObjectId("paul")}?$select=isManagementRestricted")).Json["isManagementRestricted"]!);
        Assert.Null((await Get($"users/{ObjectId("sora")}?$select=isManagementRestricted")).Json["isManagementRestricted"]);
    }

    [Fact]
    [Trait("trap", "54")]
    public async Task Every_Answer_Names_Its_Request()
    {
        var good = await Get("me");
        var bad = await Get("users/nobody");

        Assert.All([good, bad], reply => Assert.True(reply.Headers.Contains("request-id") && reply.Headers.Contains("client-request-id") && reply.Headers.Date is not null));
        Assert.Equal(bad.Headers.GetValues("request-id").Single(), (string?)bad.Json["error"]!["innerError"]!["request-id"]);
    }

    [Fact]
    public async Task What_Is_Not_There_Is_Said_As_Graph_Says_It() => Assert.Equal("BadRequest", (await Get("frobnicators/7")).Code);
}
