using CredBot.Graph;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Graph;

public sealed class Apps
{
    [Theory]
    [Statement(132)]
    [InlineData(201)]
    [InlineData(409)]
    public async Task An_App_That_Is_There_Already_Is_As_Good_As_Installed_And_Its_Chat_Is_Read(int status)
    {
        var network = new GraphNetwork(request => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            ("GET", var path) when path.EndsWith("/appCatalogs/teamsApps", StringComparison.Ordinal) => GraphNetwork.Json(200, """{"value":[{"id":"cat-1"}]}"""),
            ("POST", _) => status is 409 ? GraphNetwork.Error(409, "Conflict") : GraphNetwork.Json(201, ""),
            ("GET", var path) when path.EndsWith("/chat", StringComparison.Ordinal) => GraphNetwork.Json(200, """{"id":"19:chat"}"""),
            _ => GraphNetwork.Json(200, """{"value":[{"id":"inst-1"}]}"""),
        });

        var installed = (await network.Client.InstallAppAsync(GraphNetwork.Token, "daniel", "it's-us", TestContext.Current.CancellationToken)).Value();

        Assert.Equal("19:chat", installed.ChatId);
        Assert.Equal(
            [("GET", "/appCatalogs/teamsApps"), ("POST", "/users/daniel/teamwork/installedApps"), ("GET", "/users/daniel/teamwork/installedApps"), ("GET", "/users/daniel/teamwork/installedApps/inst-1/chat")],
            network.Requests.Select(static seen => (seen.Method, seen.Path)));
        Assert.Contains("externalId eq 'it''s-us'", network.Requests.First().Query, StringComparison.Ordinal);
        Assert.Contains($"\"teamsApp@odata.bind\":\"{GraphNetwork.BaseUrl}/appCatalogs/teamsApps/cat-1\"", network.Requests.ElementAt(1).Body.Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_App_That_The_Catalogue_Does_Not_Have_Is_Not_Installed()
    {
        var network = new GraphNetwork(static _ => GraphNetwork.Json(200, """{"value":[]}"""));

        var error = (await network.Client.InstallAppAsync(GraphNetwork.Token, "daniel", "us", TestContext.Current.CancellationToken)).Error();

        Assert.Equal(GraphErrorKind.NotFound, error.Kind);
        Assert.Single(network.Requests);
    }

    [Fact]
    public async Task A_Refused_Installation_Is_Told_And_Not_Repeated()
    {
        var network = new GraphNetwork(static request => request.Method == HttpMethod.Post ? GraphNetwork.Error(403, "Forbidden") : GraphNetwork.Json(200, """{"value":[{"id":"cat-1"}]}"""));

        var error = (await network.Client.InstallAppAsync(GraphNetwork.Token, "daniel", "us", TestContext.Current.CancellationToken)).Error();

        Assert.Equal(GraphErrorKind.Forbidden, error.Kind);
        Assert.Single(network.Requests, static seen => seen.Method is "POST");
    }
}
