using CredBot.Graph;

namespace CredBot.Tests.Graph;

/// <summary>What is read of the logs, and how little is asked for.</summary>
public sealed class Logs
{
    [Fact]
    public async Task Sign_Ins_Are_Asked_For_By_Id_And_Time_And_Come_Newest_First()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, """
            {"value":[
              {"id":"1","createdDateTime":"2026-11-24T08:00:00Z","appDisplayName":"Teams","status":{"errorCode":0,"failureReason":"Other."}},
              {"id":"2","createdDateTime":"2026-11-24T08:30:00Z","appDisplayName":null,"status":{"errorCode":50053,"failureReason":"Sign-in was blocked because it came from an IP address with malicious activity."}},
              {"id":"3","createdDateTime":null,"status":{"errorCode":1}},
              {"id":"4","createdDateTime":"2026-11-24T08:10:00Z","status":null}
            ],"@odata.nextLink":"https://graph.microsoft.com/next"}
            """));
        var since = network.Time.GetUtcNow() - GraphClient.LogsReachBack;

        var attempts = (await network.Client.GetSignInsAsync(GraphNetwork.Token, "o'brien", TestContext.Current.CancellationToken)).Value();

        Assert.Equal([50053, 0], attempts.Select(static one => one.ErrorCode));
        Assert.True(attempts[0] is { IsMaliciousAddress: true, IsLockout: false, IsFailure: true });
        Assert.True(attempts[1] is { IsSuccess: true, IsFailure: false, App: "Teams" });
        var request = network.Requests.Single();
        Assert.Equal("/auditLogs/signIns", request.Path);
        Assert.Equal(
            $"?$filter=userId eq 'o''brien' and createdDateTime ge {since:yyyy-MM-ddTHH:mm:ss}Z&$top=30",
            Sorted(request.Query));
    }

    [Fact]
    public async Task Audits_Say_What_Was_Done_By_Whom_And_How_It_Ended()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, """
            {"value":[
              {"id":"1","activityDateTime":"2026-11-24T08:00:00Z","activityDisplayName":"Reset user password","result":"success","resultReason":"",
               "initiatedBy":{"app":null,"user":{"id":"u","displayName":"Ursula","userPrincipalName":"ursula@hanbit.example"} } },
              {"id":"2","activityDateTime":"2026-11-24T08:40:00Z","activityDisplayName":"Reset password (self-service)","result":"failure","resultReason":"SSPR_0030",
               "initiatedBy":{"app":{"displayName":"Sync"},"user":null} },
              {"id":"3","activityDateTime":"2026-11-24T08:20:00Z","activityDisplayName":"Reset password (by admin)","result":"timeout","resultReason":null,"initiatedBy":null}
            ]}
            """));

        var audits = (await network.Client.GetAuditsOfAsync(GraphNetwork.Token, "u", TestContext.Current.CancellationToken)).Value();

        Assert.Equal(
            [(false, "SSPR_0030", "Sync"), (false, null, null), (true, null, "Ursula")],
            audits.Select(static one => (one.Succeeded, one.Reason, one.By)));
        Assert.Contains("targetResources/any(t: t/id eq 'u') and activityDateTime ge ", network.Requests.Single().Query, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("trap", "41")]
    public async Task Writeback_Is_Asked_For_Without_A_Date_So_That_No_Retention_Refuses_It()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, """{"value":[]}"""));

        Assert.Empty((await network.Client.GetWritebackAuditsAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value());

        Assert.DoesNotContain("activityDateTime ge", network.Requests.Single().Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [Trait("trap", "38")]
    public async Task A_Report_That_Is_Refused_Is_Not_Asked_For_Again(int status)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(status, "TooManyRequests"));
        var cancel = TestContext.Current.CancellationToken;

        Assert.Equal(status, (await network.Client.GetSignInsAsync(GraphNetwork.Token, "u", cancel)).Error().Status);
        Assert.Equal(status, (await network.Client.GetAuditsOfAsync(GraphNetwork.Token, "u", cancel)).Error().Status);
        Assert.Equal(status, (await network.Client.GetWritebackAuditsAsync(GraphNetwork.Token, cancel)).Error().Status);
        Assert.Equal(status, (await network.Client.GetRiskAsync(GraphNetwork.Token, "u", cancel)).Error().Status);
        Assert.Equal(4, network.Requests.Count);
    }

    [Theory]
    [InlineData("atRisk", true)]
    [InlineData("confirmedCompromised", true)]
    [InlineData("dismissed", false)]
    [InlineData("remediated", false)]
    [InlineData("somethingNew", false)]
    public async Task A_Risk_Is_One_While_Somebody_Must_Act(string state, bool atRisk)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, $$"""{"id":"v","riskState":"{{state}}","riskLevel":"high","riskLastUpdatedDateTime":"2026-11-24T08:00:00Z"}"""));

        var risk = (await network.Client.GetRiskAsync(GraphNetwork.Token, "v", TestContext.Current.CancellationToken)).Value()!;

        Assert.Equal((atRisk, "high", 8), (risk.IsAtRisk, risk.Level, risk.At!.Value.Hour));
    }

    [Fact]
    public async Task Who_Was_Never_At_Risk_Is_Not_An_Error()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Error(404, "ResourceNotFound"));

        Assert.Null((await network.Client.GetRiskAsync(GraphNetwork.Token, "v", TestContext.Current.CancellationToken)).Value());
    }

    [Theory]
    [InlineData("""{"value":[{"id":"t","features":{"passwordSyncEnabled":true,"passwordWritebackEnabled":false}}]}""", true)]
    [InlineData("""{"value":[{"id":"t","features":null}]}""", null)]
    [InlineData("""{"value":[]}""", null)]
    [Trait("trap", "26")]
    public async Task Of_The_Sync_Only_What_Is_In_Use_Is_Read(string body, bool? hashes)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, body));

        Assert.Equal(new SyncFeatures(hashes), (await network.Client.GetSyncFeaturesAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value());
    }

    private static string Sorted(string query) => $"?{string.Join('&', query[1..].Split('&').Order(StringComparer.Ordinal))}";
}
