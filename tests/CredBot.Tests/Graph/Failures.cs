using System.Net.Http.Headers;
using CredBot.Graph;

namespace CredBot.Tests.Graph;

public sealed class Failures
{
    private const string Claims = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==";

    /// <summary>Status and code → kind, and whether the write is proved not to have happened. Source: Graph «Error responses», RFC 9110 §15.</summary>
    public static TheoryData<int, string, GraphErrorKind, bool> Answers => new()
    {
        { 400, "Request_BadRequest", GraphErrorKind.BadRequest, true },
        { 401, "InvalidAuthenticationToken", GraphErrorKind.SignInExpired, true },
        { 403, "Authorization_RequestDenied", GraphErrorKind.Forbidden, true },
        { 404, "Request_ResourceNotFound", GraphErrorKind.NotFound, true },
        { 405, "Request_BadRequest", GraphErrorKind.Unexpected, true },
        { 408, "timeout", GraphErrorKind.Unavailable, false },
        { 409, "Request_MultipleObjectsWithSameKeyValue", GraphErrorKind.Conflict, true },
        { 429, "TooManyRequests", GraphErrorKind.Throttled, true },
        { 500, "InternalServerError", GraphErrorKind.Unavailable, false },
        { 502, "BadGateway", GraphErrorKind.Unavailable, false },
        { 503, "serviceUnavailable", GraphErrorKind.Unavailable, true },
        { 504, "gatewayTimeout", GraphErrorKind.Unavailable, false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_Answer_Has_One_Meaning(int status, string code, GraphErrorKind kind, bool provesNothingHappened)
    {
        var error = await ResetAgainst(_ => GraphNetwork.Error(status, code));

        Assert.Equal((kind, status, code, provesNothingHappened), (error.Kind, error.Status, error.Code, error.ProvesNothingHappened));
    }

    [Fact]
    public async Task An_Empty_401_Means_Sign_In_Again()
    {
        var error = await ResetAgainst(_ => new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized));

        Assert.Equal((GraphErrorKind.SignInExpired, null, true), (error.Kind, error.Code, error.ProvesNothingHappened));
    }

    [Theory]
    [InlineData(502, GraphErrorKind.Unavailable)]
    [InlineData(503, GraphErrorKind.Unavailable)]
    [InlineData(200, GraphErrorKind.Unexpected)]
    public async Task A_Page_From_Something_In_Between_Proves_Nothing(int status, GraphErrorKind kind)
    {
        var error = await ResetAgainst(_ => GraphNetwork.Html(status));

        Assert.Equal((kind, status, false), (error.Kind, error.Status, error.ProvesNothingHappened));
    }

    [Fact]
    public async Task A_Bare_503_With_Retry_After_Is_Graphs_Own()
    {
        var error = await ResetAgainst(_ =>
        {
            var response = new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(12));
            return response;
        });

        Assert.Equal((GraphErrorKind.Unavailable, true, TimeSpan.FromSeconds(12)), (error.Kind, error.ProvesNothingHappened, error.RetryAfter));
    }

    [Fact]
    public async Task A_Body_That_Breaks_Off_Is_Judged_By_Its_Status()
    {
        var error = await ResetAgainst(_ => GraphNetwork.Json(503, "{\"error\":{\"co"));

        Assert.Equal((GraphErrorKind.Unavailable, false), (error.Kind, error.ProvesNothingHappened));
    }

    [Fact]
    public async Task A_Lost_Connection_Is_No_Answer()
    {
        var error = await ResetAgainst(_ => throw new HttpRequestException("reset by peer"));

        Assert.Equal((GraphErrorKind.NoAnswer, 0, false), (error.Kind, error.Status, error.ProvesNothingHappened));
    }

    [Fact]
    public async Task Retries_Exhausted_By_The_SDK_Are_Still_Understood()
    {
        var error = await ResetAgainst(_ => throw new AggregateException(new Microsoft.Kiota.Abstractions.ApiException("x") { ResponseStatusCode = 429 }));

        Assert.Equal(GraphErrorKind.Throttled, error.Kind);
    }

    [Fact]
    public async Task A_Retry_After_Date_Is_Counted_From_Now()
    {
        GraphNetwork? network = null;
        network = new GraphNetwork(_ =>
        {
            var response = GraphNetwork.Error(429, "TooManyRequests");
            response.Headers.RetryAfter = new RetryConditionHeaderValue(network!.Time.GetUtcNow().AddSeconds(40));
            return response;
        });

        var error = (await network.Client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Error();

        Assert.Equal((GraphErrorKind.Throttled, TimeSpan.FromSeconds(40)), (error.Kind, error.RetryAfter));
    }

    [Fact]
    public async Task A_Claims_Challenge_Comes_Back_Instead_Of_Being_Replayed()
    {
        var network = new GraphNetwork(_ =>
        {
            var response = GraphNetwork.Error(401, "InvalidAuthenticationToken");
            response.Headers.TryAddWithoutValidation(
                "WWW-Authenticate", $"Bearer realm=\"\", authorization_uri=\"https://login.example\", error=\"insufficient_claims\", claims=\"{Claims}\"");
            return response;
        });

        var error = (await Reset(network)).Error();

        Assert.Equal((GraphErrorKind.ClaimsRequired, 401, Claims, true), (error.Kind, error.Status, error.Claims, error.ProvesNothingHappened));
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_Caller_Who_Gives_Up_Is_Not_Given_A_Result()
    {
        using var giveUp = new CancellationTokenSource();
        var network = new GraphNetwork(async (_, cancel) =>
        {
            await giveUp.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            return GraphNetwork.Json(202, "{}");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", giveUp.Token));
    }

    [Fact]
    public async Task The_Request_Id_Is_Kept_For_Support()
    {
        var error = await ResetAgainst(_ =>
        {
            var response = GraphNetwork.Error(403, "Authorization_RequestDenied");
            response.Headers.Add("request-id", "outer-id");
            return response;
        });

        Assert.Equal("outer-id", error.RequestId);
        Assert.Equal("inner-id", (await ResetAgainst(_ => GraphNetwork.Error(403, "Authorization_RequestDenied"))).RequestId);
    }

    [Fact]
    public async Task Neither_Log_Nor_Error_Shows_Tokens_Passwords_Claims_Or_Graphs_Words()
    {
        var network = new GraphNetwork(_ =>
        {
            var response = GraphNetwork.Error(401, "InvalidAuthenticationToken");
            response.Headers.TryAddWithoutValidation("WWW-Authenticate", $"Bearer authorization_uri=\"x\", error=\"insufficient_claims\", claims=\"{Claims}\"");
            return response;
        });

        var error = (await Reset(network)).Error();
        await network.Client.FindUsersAsync(GraphNetwork.Token, "mina@hanbit.example", 5, TestContext.Current.CancellationToken);

        var seen = string.Join('\n', [.. network.Log, error.ToString(), GraphNetwork.Token.ToString()]);
        Assert.NotEmpty(network.Log);
        Assert.All(new[] { GraphNetwork.TokenValue, "Secret-1234", Claims, "mina@hanbit.example", "Text about" }, secret => Assert.DoesNotContain(secret, seen, StringComparison.Ordinal));
    }

    private static Task<GraphResult<ResetAccepted>> Reset(GraphNetwork network) =>
        network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken);

    private static async Task<GraphError> ResetAgainst(Func<HttpRequestMessage, HttpResponseMessage> answer) => (await Reset(new GraphNetwork(answer))).Error();
}
