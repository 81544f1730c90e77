using System.Net;
using System.Net.Sockets;
using System.Text;
using CredBot.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Graph;

public sealed class Writes
{
    private const string Operation = GraphNetwork.BaseUrl + "/users/daniel/authentication/operations/8e2c?aadgdc=KRC01P&aadgsu=sspr%24prod%2B-a%20b";

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_Write_Is_Sent_Exactly_Once_Whatever_Comes_Back(int status)
    {
        var network = new GraphNetwork(_ => status is 0 ? throw new HttpRequestException("lost") : GraphNetwork.Error(status, "any"));

        await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken);
        await network.Client.RevokeSessionsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken);

        Assert.Equal(["/users/daniel/authentication/methods/28c10230-6103-485e-b985-444c60001490/resetPassword", "/users/daniel/revokeSignInSessions"], network.Requests.Select(seen => seen.Path));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_Write_Is_Not_Sent_On_To_Where_An_Answer_Points(int status)
    {
        var network = new GraphNetwork(_ => new HttpResponseMessage((HttpStatusCode)status) { Headers = { Location = new Uri("https://elsewhere.example/") } });

        var error = (await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken)).Error();

        Assert.Equal((GraphErrorKind.Unexpected, false), (error.Kind, error.ProvesNothingHappened));
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_Write_Without_Answer_Counts_As_Lost_After_Its_Time()
    {
        var network = new GraphNetwork(async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return GraphNetwork.Json(202, "{}");
        });

        var reset = network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken);
        await network.Time.PassAsync(GraphClient.WriteTimeout);

        Assert.Equal((GraphErrorKind.NoAnswer, false), ((await reset).Error().Kind, (await reset).Error().ProvesNothingHappened));
        Assert.InRange(network.Requests.Count, 0, 1);
    }

    /// <summary>The handler below the SDK may send again by itself where a kept connection breaks; a request with a body it must not.</summary>
    [Fact]
    public async Task A_Kept_Connection_That_Breaks_Is_No_Reason_To_Send_Again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heads = new List<string>();
        var server = ServeAsync(listener, heads);
        using var provider = GraphNetwork.Build(new() { ["Graph:BaseUrl"] = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1.0" });
        var client = provider.GetRequiredService<GraphClient>();

        Assert.Equal("mina", (await client.GetMeAsync(GraphNetwork.Token, TestContext.Current.CancellationToken)).Value().Id);
        var error = (await client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken)).Error();
        listener.Stop();
        await server;

        Assert.Equal(GraphErrorKind.NoAnswer, error.Kind);
        Assert.Single(heads, head => head.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Reset_Carries_The_Password_And_The_Token_Of_Who_Acts()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Accepted(Operation));

        await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken);
        await network.Client.ResetPasswordAsync(new GraphToken("other"), "daniel", "Secret-1234", TestContext.Current.CancellationToken);

        Assert.Equal(["""{"newPassword":"Secret-1234"}""", """{"newPassword":"Secret-1234"}"""], network.Requests.Select(seen => seen.Body));
        Assert.Equal([$"Bearer {GraphNetwork.TokenValue}", "Bearer other"], network.Requests.Select(seen => seen.Headers["Authorization"]));
    }

    [Fact]
    public async Task An_Accepted_Reset_Is_Asked_About_At_Its_Location_Verbatim()
    {
        var network = new GraphNetwork(request => request.Method == HttpMethod.Post
            ? GraphNetwork.Accepted(Operation)
            : GraphNetwork.Json(200, """{"status":"succeeded","lastActionDateTime":"2026-11-24T09:00:05Z"}"""));

        var accepted = (await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken)).Value();
        var progress = (await network.Client.PollResetAsync(GraphNetwork.Token, accepted.Location, TestContext.Current.CancellationToken)).Value();

        Assert.Equal(Operation, accepted.Location.OriginalString);
        Assert.Equal(Operation, network.Requests.Last().Url);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 5, TimeSpan.Zero), Assert.IsType<ResetProgress.Succeeded>(progress).At);
    }

    [Fact]
    public async Task An_Accepted_Reset_Whose_Body_Is_Lost_Is_Accepted()
    {
        var network = new GraphNetwork(_ =>
        {
            var response = GraphNetwork.Accepted(Operation);
            response.Content = new StringContent("{\"newPa", Encoding.UTF8, "application/json");
            return response;
        });

        Assert.Equal(Operation, (await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken)).Value().Location.OriginalString);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://elsewhere.example/demo/graph/v1.0/users/daniel/authentication/operations/1")]
    [InlineData("http://127.0.0.1:3979/demo/graph/v1.0/users/daniel/authentication/operations/1")]
    [InlineData("http://127.0.0.1:3978/demo/graph/v1.0/../../ledger")]
    [InlineData("http://127.0.0.1:3978/demo/graph/v1.0/%2e%2e/%2e%2e/ledger")]
    [InlineData("http://mina@127.0.0.1:3978/demo/graph/v1.0/users/daniel/authentication/operations/1")]
    public async Task An_Accepted_Reset_That_Points_Elsewhere_Is_Neither_Followed_Nor_Denied(string? location)
    {
        var network = new GraphNetwork(_ => location is null ? GraphNetwork.Json(202, "{}") : GraphNetwork.Accepted(location));

        var error = (await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken)).Error();

        Assert.Equal((GraphErrorKind.Unexpected, 202, false), (error.Kind, error.Status, error.ProvesNothingHappened));
        if (location is not null)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => network.Client.PollResetAsync(GraphNetwork.Token, new Uri(location), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_Relative_Location_Is_Below_Graph()
    {
        var network = new GraphNetwork(_ => GraphNetwork.Accepted("/demo/graph/v1.0/users/daniel/authentication/operations/1?aadgdc=A"));

        var accepted = (await network.Client.ResetPasswordAsync(GraphNetwork.Token, "daniel", "Secret-1234", TestContext.Current.CancellationToken)).Value();

        Assert.Equal(GraphNetwork.BaseUrl + "/users/daniel/authentication/operations/1?aadgdc=A", accepted.Location.AbsoluteUri);
    }

    /// <summary>Source: Graph v1.0 <c>longRunningOperation</c>; a value this SDK does not know comes out of it as null.</summary>
    [Theory]
    [InlineData("notStarted", typeof(ResetProgress.Running))]
    [InlineData("running", typeof(ResetProgress.Running))]
    [InlineData("Succeeded", typeof(ResetProgress.Succeeded))]
    [InlineData("failed", typeof(ResetProgress.Failed))]
    [InlineData("skipped", typeof(ResetProgress.Unknown))]
    public async Task Each_Status_Of_A_Reset_Is_Told_Apart(string status, Type progress)
    {
        var network = new GraphNetwork(_ => GraphNetwork.Json(200, $$"""{"status":"{{status}}","statusDetail":"OnPremisesAdminActionRequired"}"""));

        var answer = (await network.Client.PollResetAsync(GraphNetwork.Token, new Uri(Operation), TestContext.Current.CancellationToken)).Value();

        Assert.IsType(progress, answer);
        Assert.True(answer is not ResetProgress.Failed failed || failed.StatusDetail is "OnPremisesAdminActionRequired");
    }

    [Theory]
    [InlineData(200, """{"value":true}""", true)]
    [InlineData(204, null, true)]
    [InlineData(200, """{"value":false}""", false)]
    [InlineData(200, "<html>", false)]
    public async Task Sessions_Are_Revoked_Only_Where_Graph_Says_So(int status, string? body, bool revoked)
    {
        var network = new GraphNetwork(_ => body is null ? new HttpResponseMessage((HttpStatusCode)status) : body[0] is '<' ? GraphNetwork.Html(status) : GraphNetwork.Json(status, body));

        var result = await network.Client.RevokeSessionsAsync(GraphNetwork.Token, "daniel", TestContext.Current.CancellationToken);

        Assert.Equal(revoked, result is GraphResult<SessionsRevoked>.Ok);
        Assert.True(revoked || !result.Error().ProvesNothingHappened);
    }

    /// <summary>Answers the first request of each connection, and closes it on the second.</summary>
    private static async Task ServeAsync(TcpListener listener, List<string> heads)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                var stream = connection.GetStream();
                heads.Add(await ReadAsync(stream));
                const string Body = """{"id":"mina"}""";
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
                heads.Add(await ReadAsync(stream));
            }
        }
        catch (Exception end) when (end is SocketException or InvalidOperationException or IOException)
        {
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        do
        {
            var read = await stream.ReadAsync(buffer);
            if (read is 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal));
        return text.ToString();
    }
}
