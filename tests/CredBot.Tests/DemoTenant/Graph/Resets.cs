using System.Net;
using System.Text.Json.Nodes;

namespace CredBot.Tests.DemoTenant.Graph;

public sealed class Resets : DirectoryTest
{
    private static JsonObject Empty => [];

    private async Task<string> LastChange(string person) =>
        (string)(await Get($"users/{ObjectId(person)}?$select=lastPasswordChangeDateTime")).Json["lastPasswordChangeDateTime"]!;

    [Fact]
    [Trait("trap", "3")]
    public async Task Accepted_Is_Not_Done()
    {
        var before = await LastChange("sora");
        var accepted = await Reset("sora", "mina");
        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);

        Assert.Equal("notStarted", (string?)(await Get(accepted.Location!, "mina")).Json["status"]);
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("running", (string?)(await Get(accepted.Location!, "mina")).Json["status"]);
        Assert.Equal(before, await LastChange("sora"));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("succeeded", (string?)(await Get(accepted.Location!, "mina")).Json["status"]);
        Assert.Equal("2026-11-24T09:00:03Z", await LastChange("sora"));
    }

    [Fact]
    public async Task A_Reset_Asks_For_A_New_Password_At_The_Next_Sign_In()
    {
        await Reset("sora", "mina");
        Time.Advance(TimeSpan.FromSeconds(3));

        var profile = (await Get($"users/{ObjectId("sora")}?$select=passwordProfile")).Json["passwordProfile"]!;
        Assert.True((bool)profile["forceChangePasswordNextSignIn"]!);
        Assert.Null(profile["password"]);
    }

    [Fact]
    [Trait("trap", "4")]
    public async Task The_Location_Works_By_The_Letter_Only()
    {
        var location = (await Reset("sora", "mina")).Location!;

        Assert.Contains("?aadgdc=", location, StringComparison.Ordinal);
        Assert.Contains("&aadgsu=", location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Get(location, "mina")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(location.Split('?')[0], "mina")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(location.Split('&')[0], "mina")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(location.Replace(ObjectId("sora"), "sora@hanbit.example", StringComparison.Ordinal), "mina")).Status);
    }

    [Fact]
    [Trait("trap", "7")]
    public async Task A_Made_Up_Password_Is_Told_Once()
    {
        var accepted = await Reset("sora", "mina", Empty);
        var password = (string)accepted.Json["newPassword"]!;
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.True(password.Length >= 8);
        Assert.DoesNotContain(password, (await Get(accepted.Location!, "mina")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(password, (await Ledger()).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("trap", "8")]
    public async Task An_Explicit_Null_Is_Not_Leaving_It_Out()
    {
        var reply = await Reset("sora", "mina", new JsonObject { ["newPassword"] = null });

        Assert.Equal((HttpStatusCode.BadRequest, "Request_BadRequest"), (reply.Status, reply.Code));
    }

    [Fact]
    [Trait("trap", "9")]
    public async Task For_A_Synced_User_No_Password_Is_Made_Up() => Assert.Equal(HttpStatusCode.BadRequest, (await Reset("jun", "mina", Empty)).Status);

    [Fact]
    public async Task Writing_Back_Takes_Longer()
    {
        var accepted = await Reset("jun", "mina");
        Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("running", (string?)(await Get(accepted.Location!, "mina")).Json["status"]);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("succeeded", (string?)(await Get(accepted.Location!, "mina")).Json["status"]);
    }

    [Theory]
    [InlineData("frida", "Blue-Kettle-4711", "OnPremisesAdminActionRequired")]
    [InlineData("jun", "Kettle-47", "OnPremisesPolicyViolation")]
    public async Task What_Active_Directory_Refuses_Fails_Later_And_Changes_Nothing(string subject, string password, string why)
    {
        var before = await LastChange(subject);
        var accepted = await Reset(subject, "mina", new JsonObject { ["newPassword"] = password });
        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        Time.Advance(TimeSpan.FromSeconds(5));

        var operation = (await Get(accepted.Location!, "mina")).Json;
        Assert.Equal("failed", (string?)operation["status"]);
        Assert.Contains(why, (string?)operation["statusDetail"], StringComparison.Ordinal);
        Assert.Equal(before, await LastChange(subject));
    }

    [Fact]
    [Trait("trap", "50")]
    public async Task Never_Expires_In_Active_Directory_Keeps_The_Demand_Away()
    {
        await Reset("klaus", "mina");
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.False((bool)(await Get($"users/{ObjectId("klaus")}?$select=passwordProfile")).Json["passwordProfile"]!["forceChangePasswordNextSignIn"]!);
    }

    [Fact]
    [Trait("trap", "10")]
    public async Task An_App_Resets_Nobody_And_Polls_Nothing()
    {
        var location = (await Reset("sora", "mina")).Location!;
        var path = $"users/{ObjectId("sora")}/authentication/methods/{Password}/resetPassword";

        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Post, path, AppToken(), Empty, eventual: false)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Get, location, AppToken(), null, eventual: false)).Status);
    }

    [Theory]
    [Trait("trap", "11")]
    [InlineData("grace")]
    [InlineData("pavel")]
    [InlineData("mina")]
    public async Task Nobody_Resets_Themself(string person) => Assert.Equal(HttpStatusCode.Forbidden, (await Reset(person, person)).Status);

    [Fact]
    [Trait("trap", "12")]
    public async Task Permission_And_Role_Both_Count_And_Fail_Differently()
    {
        var noRole = await Reset("sora", "daniel");
        var noPermission = await Reset("sora", "grace", null, "User.Read.All");

        Assert.Equal((HttpStatusCode.Forbidden, "Authorization_RequestDenied"), (noRole.Status, noRole.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "accessDenied"), (noPermission.Status, noPermission.Code));
    }

    [Fact]
    [Trait("trap", "13")]
    public async Task The_Narrow_Permission_Opens_The_Narrow_Path_Only_And_Not_The_Poll()
    {
        const string narrow = "UserAuthMethod-Password.ReadWrite.All";
        var alias = await Post($"users/{ObjectId("sora")}/authentication/passwordMethods/{Password}/resetPassword", "mina", Empty, narrow);

        Assert.Equal(HttpStatusCode.Forbidden, (await Reset("sora", "mina", Empty, narrow)).Status);
        Assert.Equal(HttpStatusCode.Accepted, alias.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(alias.Location!, "mina", false, narrow)).Status);
    }

    [Theory]
    [InlineData("short1A")]
    [InlineData("alllowercaseletters")]
    [InlineData("Passwörter-Überall-1")]
    [InlineData("P@ssword1")]
    [InlineData("Hanbit-2026")]
    [InlineData("Sora-Hanbit-Seoul1")]
    public async Task The_Cloud_Refuses_A_Poor_Password_At_Once(string password)
    {
        var reply = await Reset("sora", "mina", new JsonObject { ["newPassword"] = password });

        // Two names, a place and a year still make more than five points; only the last one is good enough by Entra's counting.
        Assert.Equal(password is "Hanbit-2026" or "Sora-Hanbit-Seoul1" ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest, reply.Status);
    }

    [Theory]
    [InlineData("Hanbit1!")]
    [InlineData("Winter#Summer0")]
    [InlineData("Welc0me!9")]
    public async Task Banned_Words_Count_One_Point_Each(string password) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Reset("sora", "mina", new JsonObject { ["newPassword"] = password })).Status);

    [Fact]
    public async Task A_Guests_Password_Is_At_Home() => Assert.Equal(HttpStatusCode.BadRequest, (await Reset("marie", "grace")).Status);

    [Fact]
    public async Task Another_Method_Has_No_Password_To_Reset() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Post($"users/{ObjectId("sora")}/authentication/methods/{Guid.Empty}/resetPassword", "mina", Empty)).Status);

    [Fact]
    [Trait("trap", "34")]
    public async Task Type_Annotations_In_A_Body_Are_No_Members()
    {
        var body = new JsonObject { ["@odata.type"] = "#microsoft.graph.passwordResetRequest", ["newPassword"] = "Blue-Kettle-4711" };

        Assert.Equal(HttpStatusCode.Accepted, (await Reset("sora", "mina", body)).Status);
    }

    [Fact]
    public async Task Somebody_Else_Without_A_Reading_Role_Does_Not_Poll()
    {
        var location = (await Reset("sora", "mina")).Location!;

        Assert.Equal(HttpStatusCode.Forbidden, (await Get(location, "peter")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get(location, "aiko")).Status);
    }

    [Fact]
    public async Task The_Later_Of_Two_Resets_Wins()
    {
        await Reset("sora", "mina");
        Time.Advance(TimeSpan.FromSeconds(1));
        await Reset("sora", "peter");
        Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("2026-11-24T09:00:04Z", await LastChange("sora"));
    }
}
