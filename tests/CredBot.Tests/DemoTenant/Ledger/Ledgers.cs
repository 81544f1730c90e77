using System.Text.Json.Nodes;
using CredBot.Tests.DemoTenant.Graph;

namespace CredBot.Tests.DemoTenant.Ledger;

public sealed class Ledgers : DirectoryTest
{
    [Fact]
    public async Task A_Write_Is_Noted_With_Who_Whom_And_How_It_Went()
    {
        var accepted = await Reset("sora", "mina");

        var entry = Assert.Single(await Ledger())!.AsObject();
        Assert.Equal(["at", "caller", "method", "path", "subject", "status", "operation"], entry.Select(member => member.Key));
        Assert.Equal("2026-11-24T09:00:00+00:00", (string?)entry["at"]);
        Assert.Equal(("mina", "POST", "sora", 202), ((string?)entry["caller"], (string?)entry["method"], (string?)entry["subject"], (int)entry["status"]!));
        Assert.Equal($"/demo/graph/v1.0/users/{ObjectId("sora")}/authentication/methods/{Password}/resetPassword", (string?)entry["path"]);
        Assert.Contains($"/{entry["operation"]}?", accepted.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_Writes_Are_Noted_In_Their_Order_And_Reads_Are_Not()
    {
        await Get("me");
        await Reset("sora", "daniel");
        await Reset("sora", "mina", new JsonObject { ["newPassword"] = "weak" });
        await Post("me/revokeSignInSessions", "sora");
        await Send(HttpMethod.Post, $"users/{ObjectId("tom")}/revokeSignInSessions", "made-up", null, eventual: false);
        await Send(HttpMethod.Delete, $"users/{ObjectId("tom")}", Token("grace"), null, eventual: false);

        Assert.Equal(
            [("daniel", "sora", 403), ("mina", "sora", 400), ("sora", "sora", 200), ("unknown", "tom", 401), ("grace", "tom", 400)],
            (await Ledger()).Select(entry => ((string?)entry!["caller"], (string?)entry["subject"], (int)entry["status"]!)));
    }

    [Fact]
    public async Task Members_That_Do_Not_Apply_Are_Left_Out()
    {
        await Post("groups", "grace", new JsonObject());

        Assert.Equal(["at", "caller", "method", "path", "status"], Assert.Single(await Ledger())!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_Follower_Asks_For_What_Came_After()
    {
        await Post("me/revokeSignInSessions", "sora");
        await Post("me/revokeSignInSessions", "daniel");

        Assert.Equal("daniel", (string?)Assert.Single(await Ledger(after: 1))!["caller"]);
        Assert.Empty(await Ledger(after: 2));
        Assert.Empty(await Ledger(after: 9));
    }

    [Fact]
    public async Task No_Secret_Ever_Stands_In_It()
    {
        var generated = (string)(await Reset("sora", "mina", new JsonObject())).Json["newPassword"]!;
        await Reset("daniel", "mina", new JsonObject { ["newPassword"] = "Blue-Kettle-4711" });
        await Post("me/changePassword", "yuna", new JsonObject { ["currentPassword"] = "Start-H1007-here", ["newPassword"] = "Green-Teapot-0815" });
        var pass = (string)(await Post($"users/{ObjectId("yuna")}/authentication/temporaryAccessPassMethods", "aiko")).Json["temporaryAccessPass"]!;
        var token = Token("mina");
        await Send(HttpMethod.Post, "me/revokeSignInSessions", token, null, eventual: false);

        var ledger = (await Ledger()).ToJsonString();
        Assert.All([generated, "Blue-Kettle-4711", "Start-H1007-here", "Green-Teapot-0815", pass, token], secret => Assert.DoesNotContain(secret, ledger, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_People_Begin_With_The_Sixteen_And_Have_A_Sentence_Each()
    {
        var people = (await Send(HttpMethod.Get, "/demo/people", null, null, eventual: false)).Json.AsArray();

        Assert.Equal(["sora", "daniel", "daniel2", "jun", "marie", "tom", "yuna", "hyejin", "paul", "mina", "peter", "aiko", "ursula", "pavel", "grace", "olivia"], people.Take(16).Select(person => (string)person!["id"]!));
        Assert.All(people, person => Assert.Equal(["id", "name", "userPrincipalName", "role", "about", "aboutKo"], person!.AsObject().Select(member => member.Key)));
        Assert.All(people, person => Assert.InRange(((string)person!["about"]!).Length, 10, 90));
        Assert.Equal(["endUser", "helpdesk", "admin", "approver"], people.Select(person => (string)person!["role"]!).Distinct());
        Assert.Equal("daniel.lee2@hanbit.example", (string?)people[2]!["userPrincipalName"]);
    }
}
