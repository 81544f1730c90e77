using CredBot.Graph;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CredBot.Tests.Graph;

public sealed class Settings
{
    /// <summary>Source: Graph «National cloud deployments».</summary>
    [Theory]
    [InlineData(null, null, "https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/.default")]
    [InlineData("Public", null, "https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/.default")]
    [InlineData("UsGov", null, "https://graph.microsoft.us/v1.0", "https://graph.microsoft.us/.default")]
    [InlineData("UsGov", "https://dod-graph.microsoft.us/v1.0", "https://dod-graph.microsoft.us/v1.0", "https://dod-graph.microsoft.us/.default")]
    [InlineData("china", null, "https://microsoftgraph.chinacloudapi.cn/v1.0", "https://microsoftgraph.chinacloudapi.cn/.default")]
    [InlineData("Custom", "http://127.0.0.1:3978/demo/graph/v1.0", "http://127.0.0.1:3978/demo/graph/v1.0", "http://127.0.0.1:3978/.default")]
    public void The_Address_Follows_The_Cloud(string? cloud, string? baseUrl, string expected, string scope)
    {
        var options = Options(cloud, baseUrl);

        Assert.Equal((expected, scope), (options.BaseUrl, Assert.Single(options.Scopes)));
    }

    [Theory]
    [InlineData("Custom", null)]
    [InlineData("Mars", null)]
    [InlineData("Public", "http://graph.microsoft.com/v1.0")]
    [InlineData("Custom", "http://192.168.0.7/v1.0")]
    [InlineData("Custom", "https://user:word@graph.example/v1.0")]
    [InlineData("Custom", "https://graph.example/v1.0?x=1")]
    [InlineData("Custom", "graph.microsoft.com")]
    public void An_Address_To_Which_No_Token_May_Go_Is_Refused(string cloud, string? baseUrl) =>
        Assert.Throws<OptionsValidationException>(() => Options(cloud, baseUrl));

    [Fact]
    public void Given_Scopes_Are_Kept()
    {
        using var provider = GraphNetwork.Build(new() { ["Graph:Scopes:0"] = "User.Read", ["Graph:Scopes:1"] = "User.Read.All" });

        Assert.Equal(["User.Read", "User.Read.All"], provider.GetRequiredService<IOptions<GraphOptions>>().Value.Scopes);
    }

    private static GraphOptions Options(string? cloud, string? baseUrl)
    {
        using var provider = GraphNetwork.Build(new() { ["Bot:Cloud"] = cloud, ["Graph:BaseUrl"] = baseUrl });
        return provider.GetRequiredService<IOptions<GraphOptions>>().Value;
    }
}
