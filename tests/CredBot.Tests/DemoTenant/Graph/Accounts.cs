using System.Net;
using System.Text.Json.Nodes;

namespace CredBot.Tests.DemoTenant.Graph;

public sealed class Accounts : DirectoryTest
{
    private static JsonObject Profile(string password, bool? mustChange = null)
    {
        var profile = new JsonObject { ["@odata.type"] = "#microsoft.graph.passwordProfile", ["password"] = password };
        if (mustChange is { } must)
        {
            profile["forceChangePasswordNextSignIn"] = must;
        }

        return new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["passwordProfile"] = profile };
    }

    private async Task<JsonNode> User(string person) =>
        (await Get($"users/{ObjectId(person)}?$select=accountEnabled,passwordProfile,lastPasswordChangeDateTime,signInSessionsValidFromDateTime")).Json;

    [Theory]
    [Trait("trap", "15")]
    [Trait("trap", "34")]
    [InlineData(null, true)]
    [InlineData(false, false)]
    public async Task A_Profile_Is_Set_At_Once_And_Answered_With_Nothing(bool? asked, bool mustChange)
    {
        var reply = await Patch($"users/{ObjectId("sora")}", "ursula", Profile("Blue-Kettle-4711", asked));

        Assert.Equal((HttpStatusCode.NoContent, ""), (reply.Status, reply.Text));
        var user = await User("sora");
        Assert.Equal("2026-11-24T09:00:00Z", (string?)user["lastPasswordChangeDateTime"]);
        Assert.Equal(mustChange, (bool)user["passwordProfile"]!["forceChangePasswordNextSignIn"]!);
    }

    [Fact]
    [Trait("trap", "14")]
    public async Task Writing_Users_Is_Not_Writing_Passwords_And_The_Patch_Fails_As_A_Whole()
    {
        var both = Profile("Blue-Kettle-4711");
        both["accountEnabled"] = false;

        var reply = await Patch($"users/{ObjectId("sora")}", "ursula", both, "User.ReadWrite.All");

        Assert.Equal((HttpStatusCode.Forbidden, "Authorization_RequestDenied"), (reply.Status, reply.Code));
        Assert.True((bool)(await User("sora"))["accountEnabled"]!);
    }

    [Fact]
    public async Task A_Patch_That_Is_Refused_In_Its_Second_Half_Leaves_The_First_Undone()
    {
        var both = Profile("Blue-Kettle-4711");
        both["accountEnabled"] = "no";

        Assert.Equal(HttpStatusCode.BadRequest, (await Patch($"users/{ObjectId("sora")}", "ursula", both)).Status);
        Assert.NotEqual("2026-11-24T09:00:00Z", (string?)(await User("sora"))["lastPasswordChangeDateTime"]);
    }

    [Fact]
    public async Task The_Right_Permission_Without_A_Role_Sets_Nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Patch($"users/{ObjectId("sora")}", "daniel", Profile("Blue-Kettle-4711"))).Status);

    [Fact]
    public async Task A_Weak_Password_Is_Refused() =>
        Assert.Equal("Request_BadRequest", (await Patch($"users/{ObjectId("sora")}", "ursula", Profile("weak"))).Code);

    [Fact]
    [Trait("trap", "16")]
    public async Task A_Synced_Profile_Is_Active_Directorys() =>
        Assert.Equal("Request_BadRequest", (await Patch($"users/{ObjectId("jun")}", "ursula", Profile("Blue-Kettle-4711"))).Code);

    [Theory]
    [InlineData("ursula", HttpStatusCode.NoContent)]
    [InlineData("aiko", HttpStatusCode.NoContent)]
    [InlineData("mina", HttpStatusCode.Forbidden)]
    [InlineData("peter", HttpStatusCode.Forbidden)]
    public async Task Switching_An_Account_Off_Is_Not_For_The_Helpdesk(string caller, HttpStatusCode status) =>
        Assert.Equal(status, (await Patch($"users/{ObjectId("sora")}", caller, new JsonObject { ["accountEnabled"] = false })).Status);

    [Fact]
    [Trait("trap", "17")]
    public async Task One_Changes_Ones_Own_Password_As_Me_Only()
    {
        var body = new JsonObject { ["currentPassword"] = "Start-H1001-here", ["newPassword"] = "Blue-Kettle-4711" };

        Assert.Equal(HttpStatusCode.Forbidden, (await Post($"users/{ObjectId("sora")}/changePassword", "sora", body.DeepClone())).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Post("me/changePassword", "sora", body)).Status);
    }

    [Theory]
    [InlineData("not-the-current-1A", "Blue-Kettle-4711")]
    [InlineData("Start-H1001-here", "Start-H1001-here")]
    [InlineData("Start-H1001-here", "weak")]
    public async Task A_Change_Needs_The_Current_And_A_New_Password(string current, string wanted) =>
        Assert.Equal("Request_BadRequest", (await Post("me/changePassword", "sora", new JsonObject { ["currentPassword"] = current, ["newPassword"] = wanted })).Code);

    [Fact]
    public async Task A_Reset_Password_Is_The_One_To_Change_From_Once_It_Is_Done()
    {
        await Reset("sora", "mina", new JsonObject { ["newPassword"] = "Blue-Kettle-4711" });
        var body = new JsonObject { ["currentPassword"] = "Blue-Kettle-4711", ["newPassword"] = "Green-Teapot-0815" };
        Assert.Equal(HttpStatusCode.BadRequest, (await Post("me/changePassword", "sora", body.DeepClone())).Status);
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(HttpStatusCode.NoContent, (await Post("me/changePassword", "sora", body)).Status);
        Assert.False((bool)(await User("sora"))["passwordProfile"]!["forceChangePasswordNextSignIn"]!);
    }

    [Theory]
    [InlineData("mina", HttpStatusCode.OK)]
    [InlineData("sora", HttpStatusCode.OK)]
    [InlineData("daniel", HttpStatusCode.Forbidden)]
    public async Task Sessions_Are_Revoked_By_Who_May_Reset_And_By_Oneself(string caller, HttpStatusCode status) =>
        Assert.Equal(status, (await Post($"users/{ObjectId("sora")}/revokeSignInSessions", caller)).Status);

    [Fact]
    public async Task Revoking_Voids_What_Was_Issued_Before()
    {
        var reply = await Post($"users/{ObjectId("sora")}/revokeSignInSessions", "mina");

        Assert.True((bool)reply.Json["value"]!);
        Assert.Equal("2026-11-24T09:00:00Z", (string?)(await User("sora"))["signInSessionsValidFromDateTime"]);
    }

    [Fact]
    [Trait("trap", "18")]
    public async Task For_A_Guest_Revoking_Says_Yes_And_Does_Nothing()
    {
        var before = (string?)(await User("marie"))["signInSessionsValidFromDateTime"];

        Assert.Equal(HttpStatusCode.OK, (await Post($"users/{ObjectId("marie")}/revokeSignInSessions", "mina")).Status);
        Assert.Equal(before, (string?)(await User("marie"))["signInSessionsValidFromDateTime"]);
    }

    [Fact]
    [Trait("trap", "19")]
    public async Task A_Token_That_Is_Out_Lives_On()
    {
        var token = Token("sora");
        await Post($"users/{ObjectId("sora")}/revokeSignInSessions", "mina");

        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Get, "me", token, null, eventual: false)).Status);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"newPassword\":")]
    [InlineData("\"text\"")]
    public async Task A_Body_That_Is_No_Object_Is_Refused(string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(Address, $"/demo/graph/v1.0/users/{ObjectId("sora")}")) { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", Token("ursula"));

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
