using System.Net;
using System.Text.Json.Nodes;
using CredBot.Tests.DemoTenant.Graph;

namespace CredBot.Tests.DemoTenant.Faults;

public sealed class FaultTests : DirectoryTest
{
    [Fact]
    [Trait("trap", "35")]
    public async Task A_Status_Is_Answered_As_Often_As_Was_Said_And_Every_Attempt_Is_Noted()
    {
        await Fault(new JsonObject { ["path"] = "/resetPassword$", ["method"] = "POST", ["kind"] = "status", ["status"] = 503, ["retryAfter"] = 7, ["times"] = 2 });

        var first = await Reset("sora", "mina");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "serviceUnavailable", 7.0), (first.Status, first.Code, first.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.True(first.Headers.Contains("request-id"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Reset("sora", "mina")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await Reset("sora", "mina")).Status);
        Assert.Equal([503, 503, 202], (await Ledger()).Select(entry => (int)entry!["status"]!));
        Assert.All(await Ledger(), entry => Assert.Equal(("mina", "sora"), ((string?)entry!["caller"], (string?)entry["subject"])));
    }

    [Fact]
    public async Task Throttling_Looks_Like_Graphs()
    {
        await Fault(new JsonObject { ["path"] = "^/demo/graph/v1.0/users", ["kind"] = "status", ["status"] = 429, ["retryAfter"] = 1, ["times"] = 1 });

        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), await Get("users") is var reply ? (reply.Status, reply.Code) : default);
        Assert.Equal(HttpStatusCode.OK, (await Get("users")).Status);
    }

    [Fact]
    public async Task A_Rule_Leaves_Other_Paths_And_Methods_Alone()
    {
        await Fault(new JsonObject { ["path"] = "/me$", ["method"] = "PATCH", ["kind"] = "status", ["status"] = 500 });

        Assert.Equal(HttpStatusCode.OK, (await Get("me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get("users")).Status);
    }

    [Fact]
    public async Task Without_A_Number_It_Lasts_Until_It_Is_Cleared()
    {
        await Fault(new JsonObject { ["path"] = "/me$", ["kind"] = "status", ["status"] = 502 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.BadGateway, (await Get("me")).Status);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await Send(HttpMethod.Delete, "/demo/faults", null, null, eventual: false)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get("me")).Status);
    }

    [Fact]
    public async Task A_Counted_Rule_Is_Taken_By_Exactly_As_Many()
    {
        await Fault(new JsonObject { ["path"] = "/me$", ["kind"] = "status", ["status"] = 503, ["times"] = 5 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Get("me", "sora")));

        Assert.Equal(5, replies.Count(reply => reply.Status is HttpStatusCode.ServiceUnavailable));
        Assert.Equal(15, replies.Count(reply => reply.Status is HttpStatusCode.OK));
    }

    [Fact]
    public async Task Slow_Waits_By_The_Clock_And_Then_Goes_On()
    {
        await Fault(new JsonObject { ["path"] = "/me$", ["kind"] = "slow", ["seconds"] = 20, ["times"] = 1 });

        var reply = Get("me", "sora");
        while (!reply.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await reply).Status);
        Assert.True(Time.GetUtcNow() >= new DateTimeOffset(2026, 11, 24, 9, 0, 20, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_Lost_Reply_Has_Been_Carried_Out()
    {
        await Fault(new JsonObject { ["path"] = "/resetPassword$", ["kind"] = "lostReply", ["times"] = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => Reset("sora", "mina"));
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(202, (int)Assert.Single(await Ledger())!["status"]!);
        Assert.NotNull((await Ledger())[0]!["operation"]);
        Assert.Equal("2026-11-24T09:00:03Z", (string?)(await Get($"users/{ObjectId("sora")}?$select=lastPasswordChangeDateTime")).Json["lastPasswordChangeDateTime"]);
    }

    [Fact]
    public async Task A_Lost_Reply_To_A_Write_Without_A_Body_Has_Been_Carried_Out_Once()
    {
        await Fault(new JsonObject { ["path"] = "/revokeSignInSessions$", ["kind"] = "lostReply", ["times"] = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => Post("me/revokeSignInSessions", "sora"));

        Assert.Equal(200, (int)Assert.Single(await Ledger())!["status"]!);
    }

    [Fact]
    public async Task An_Expired_Token_Is_Challenged_And_Nothing_Done()
    {
        await Fault(new JsonObject { ["path"] = "/resetPassword$", ["kind"] = "expiredToken", ["times"] = 1 });

        var reply = await Reset("sora", "mina");

        Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (reply.Status, reply.Code));
        Assert.Contains(reply.Headers.WwwAuthenticate, challenge => challenge.Scheme is "Bearer");
        Assert.Equal(401, (int)Assert.Single(await Ledger())!["status"]!);
        Assert.Equal(HttpStatusCode.Accepted, (await Reset("sora", "mina")).Status);
    }

    [Fact]
    public async Task A_Token_Exchange_Is_Told_To_Ask_For_Consent()
    {
        await Fault(new JsonObject { ["path"] = "/api/usertoken/exchange$", ["kind"] = "consent", ["times"] = 1 });

        var reply = await Send(HttpMethod.Post, "/demo/botservice/api/usertoken/exchange", null, null, eventual: false);

        Assert.Equal((HttpStatusCode.BadRequest, "consent_required"), (reply.Status, reply.Code));
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Post, "/demo/botservice/api/usertoken/exchange", null, null, eventual: false)).Status);
        Assert.Empty(await Ledger());
    }

    [Fact]
    public async Task The_Other_Services_Fail_As_Well()
    {
        await Fault(new JsonObject { ["path"] = "^/demo/entra/", ["kind"] = "status", ["status"] = 503, ["retryAfter"] = 2 });

        var reply = await Send(HttpMethod.Get, "/demo/entra/keys", null, null, eventual: false);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, 2.0), (reply.Status, reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
    }

    [Fact]
    public async Task The_Page_Itself_Never_Fails_On_Demand()
    {
        await Fault(new JsonObject { ["path"] = ".*", ["kind"] = "status", ["status"] = 500 });

        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Get, "/demo/people", null, null, eventual: false)).Status);
        Assert.Empty(await Ledger());
    }

    [Theory]
    [InlineData("""{"path":"(","kind":"status","status":500}""", "regular expression")]
    [InlineData("""{"path":".*","query":"(","kind":"status","status":500}""", "query '(' is not a regular expression")]
    [InlineData("""{"path":".*","kind":"explode"}""", "kind must be one of")]
    [InlineData("""{"kind":"slow","seconds":1}""", "'path' is missing")]
    [InlineData("""{"path":".*","kind":"status"}""", "'status' is missing")]
    [InlineData("""{"path":".*","kind":"status","status":200}""", "'status' must be")]
    [InlineData("""{"path":".*","kind":"slow"}""", "'seconds' is missing")]
    [InlineData("""{"path":".*","kind":"lostReply","times":0}""", "'times' must be")]
    [InlineData("""{"path":".*","kind":"lostReply","time":1}""", "no member 'time'")]
    [InlineData("""["path"]""", "one JSON object")]
    [InlineData("nonsense", "not JSON")]
    public async Task A_Rule_That_Makes_No_Sense_Is_Refused_With_A_Sentence(string rule, string says)
    {
        using var http = new HttpClient();
        using var content = new StringContent(rule);

        using var response = await http.PostAsync(new Uri(Address, "/demo/faults"), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
