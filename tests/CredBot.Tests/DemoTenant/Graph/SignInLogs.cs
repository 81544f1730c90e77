using System.Net;

namespace CredBot.Tests.DemoTenant.Graph;

/// <summary>The tenant's sign-in log, its risky users, and what the audit log says of writeback.</summary>
public sealed class SignInLogs : DirectoryTest
{
    private const string Path = "auditLogs/signIns";

    [Fact]
    public async Task A_Persons_Attempts_Come_Newest_First_And_Page_By_Page()
    {
        var filter = $"{Path}?$filter=userId eq '{ObjectId("nils")}' and createdDateTime ge 2026-11-24T08:00:00Z";
        var all = (await Get(filter, "olivia")).Values.ToList();
        Assert.Equal([50053, 50126], all.Select(static one => (int)one["status"]!["errorCode"]!));

        var first = await Get($"{filter}&$top=1", "olivia");
        var second = await Get((string)first.Json["@odata.nextLink"]!, "olivia");
        Assert.Equal((string?)all[1]["id"], (string?)second.Values.Single()["id"]);
    }

    [Fact]
    public async Task Columns_Cannot_Be_Picked() => Assert.Equal(HttpStatusCode.BadRequest, (await Get($"{Path}?$select=id,status", "olivia")).Status);

    [Fact]
    public async Task Times_Are_Relative_To_The_Start()
    {
        var at = (await Get($"{Path}?$filter=userId eq '{ObjectId("kira")}'", "olivia")).Values.Single()["createdDateTime"];

        Assert.Equal("2026-11-24T08:51:00Z", (string?)at);
    }

    [Fact]
    [Trait("trap", "39")]
    public async Task Names_Are_In_Lower_Case_A_Guests_As_At_Home_And_An_Interrupt_Stands_Like_A_Failure()
    {
        Assert.Equal("marie@partner.example", (string?)(await Get($"{Path}?$filter=userId eq '{ObjectId("marie")}'", "olivia")).Values.Single()["userPrincipalName"]);
        Assert.Empty((await Get($"{Path}?$filter=startswith(userPrincipalName,'marie_partner')", "olivia")).Values);
        Assert.Equal([0, 50140, 50126], (await Get($"{Path}?$filter=userId eq '{ObjectId("rita")}'", "olivia")).Values.Select(static one => (int)one["status"]!["errorCode"]!));
        Assert.All((await Get($"{Path}?$filter=status/errorCode eq 0", "olivia")).Values, static one => Assert.Equal(0, (int)one["status"]!["errorCode"]!));
    }

    [Fact]
    [Trait("trap", "40")]
    public async Task One_Code_Means_Two_Things()
    {
        var reasons = (await Get($"{Path}?$filter=status/errorCode eq 50053", "olivia")).Values.Select(static one => (string)one["status"]!["failureReason"]!).ToList();

        Assert.Contains(reasons, static reason => reason.Contains("too many times", StringComparison.Ordinal));
        Assert.Contains(reasons, static reason => reason.Contains("malicious", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-10-20T00:00:00Z", true, HttpStatusCode.BadRequest)]
    [InlineData("2026-10-26T00:00:00Z", true, HttpStatusCode.OK)]
    [Trait("trap", "41")]
    public async Task Asking_For_More_Than_Is_Kept_Is_An_Error(string since, bool premium, HttpStatusCode status)
    {
        await Conditions(premium);

        Assert.Equal(status, (await Get($"{Path}?$filter=createdDateTime ge {since}", "olivia")).Status);
    }

    [Theory]
    [InlineData("2026-11-15T00:00:00Z", HttpStatusCode.BadRequest)]
    [InlineData("2026-11-18T00:00:00Z", HttpStatusCode.OK)]
    [Trait("trap", "41")]
    public async Task A_Free_Tenant_Keeps_Its_Audits_For_A_Week(string since, HttpStatusCode status)
    {
        await Conditions(premium: false);

        Assert.Equal(status, (await Get($"auditLogs/directoryAudits?$filter=activityDateTime ge {since}", "olivia")).Status);
    }

    [Theory]
    [InlineData("olivia", true, HttpStatusCode.OK, null)]
    [InlineData("grace", true, HttpStatusCode.OK, null)]
    [InlineData("mina", true, HttpStatusCode.Forbidden, "Authentication_RequestFromUnsupportedUserRole")]
    [InlineData("igor", true, HttpStatusCode.Forbidden, "Authentication_RequestFromUnsupportedUserRole")]
    [InlineData("olivia", false, HttpStatusCode.Forbidden, "Authentication_RequestFromNonPremiumTenantOrB2CTenant")]
    public async Task It_Is_For_Readers_In_A_Tenant_With_Premium(string person, bool premium, HttpStatusCode status, string? code)
    {
        await Conditions(premium);

        var reply = await Get($"{Path}?$top=1", person);

        Assert.Equal((status, code), (reply.Status, status is HttpStatusCode.OK ? null : reply.Code));
    }

    [Fact]
    public async Task Without_The_Permission_The_Refusal_Has_Another_Name() =>
        Assert.Equal("Authentication_MSGraphPermissionMissing", (await Get(Path, "olivia", false, "User.Read")).Code);

    [Fact]
    [Trait("trap", "42")]
    public async Task A_Reset_That_Stayed_In_The_Cloud_Is_Logged_Once_And_One_By_Oneself_Has_The_Verb_First()
    {
        Assert.Equal(["Reset user password"], await Activities("sven"));
        Assert.Contains("Reset password (self-service)", await Activities("rita"));
    }

    [Theory]
    [InlineData("grace", "vera", HttpStatusCode.OK)]
    [InlineData("grace", "sora", HttpStatusCode.NotFound)]
    [InlineData("olivia", "vera", HttpStatusCode.Forbidden)]
    public async Task A_Risky_User_Is_For_Security_Readers_And_Who_Never_Was_One_Is_Not_There(string by, string person, HttpStatusCode status)
    {
        var reply = await Get($"identityProtection/riskyUsers/{ObjectId(person)}", by);

        Assert.Equal(status, reply.Status);
        if (status is HttpStatusCode.OK)
        {
            Assert.Equal(("atRisk", "high"), ((string?)reply.Json["riskState"], (string?)reply.Json["riskLevel"]));
        }
    }

    [Theory]
    [InlineData("On", "Enable")]
    [InlineData("Off", "Disable,Enable")]
    [InlineData("Unknown", "")]
    [Trait("trap", "26")]
    public async Task Writeback_Leaves_Its_Trace_In_The_Audit_Log_Only(string writeback, string expected)
    {
        await Conditions(premium: true, writeback);
        var found = await Get(
            "auditLogs/directoryAudits?$filter=activityDisplayName eq 'Enable password writeback for directory' or activityDisplayName eq 'Disable password writeback for directory'", "olivia");

        Assert.Equal(expected, string.Join(',', found.Values.Select(static one => ((string)one["activityDisplayName"]!).Split(' ')[0])));
    }

    [Fact]
    public async Task A_Password_That_Must_Be_Changed_Is_Marked_As_Such()
    {
        Assert.True((bool)(await Get($"users/{ObjectId("pia")}?$select=passwordProfile")).Json["passwordProfile"]!["forceChangePasswordNextSignIn"]!);
        Assert.Equal("2026-11-24T08:57:00Z", (string?)(await Get($"users/{ObjectId("lucas")}?$select=lastPasswordChangeDateTime")).Json["lastPasswordChangeDateTime"]);
    }

    private async Task<IEnumerable<string>> Activities(string person) =>
        (await Get($"auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '{ObjectId(person)}')", "olivia")).Values.Select(static one => (string)one["activityDisplayName"]!);

    private async Task Conditions(bool premium, string writeback = "On") => Assert.Equal(
        HttpStatusCode.NoContent,
        (await Send(HttpMethod.Put, "/demo/conditions", null, new System.Text.Json.Nodes.JsonObject { ["premium"] = premium, ["writeback"] = writeback }, eventual: false)).Status);
}
