using CredBot.Graph.Calls;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CredBot.Graph;

/// <summary>Fills in what follows from the cloud, and refuses an address to which no token may be sent.</summary>
/// <remarks>Source: Graph «National cloud deployments».</remarks>
internal sealed class GraphOptionsSetup(IConfiguration configuration) : IPostConfigureOptions<GraphOptions>, IValidateOptions<GraphOptions>
{
    private string Cloud => configuration["Bot:Cloud"] is { Length: > 0 } cloud ? cloud : "Public";

    public void PostConfigure(string? name, GraphOptions options)
    {
        if (string.IsNullOrEmpty(options.BaseUrl))
        {
            options.BaseUrl = Cloud.ToUpperInvariant() switch
            {
                "PUBLIC" => "https://graph.microsoft.com/v1.0",
                "USGOV" => "https://graph.microsoft.us/v1.0",
                "CHINA" => "https://microsoftgraph.chinacloudapi.cn/v1.0",
                _ => "",
            };
        }

        if (options.Scopes.Count is 0 && Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url))
        {
            options.Scopes.Add($"{url.GetLeftPart(UriPartial.Authority)}/.default");
        }
    }

    public ValidateOptionsResult Validate(string? name, GraphOptions options) =>
        options.BaseUrl.Length is 0
            ? ValidateOptionsResult.Fail(
                $"Graph:BaseUrl is missing, and Bot:Cloud = {Cloud} gives no default. Set Graph__BaseUrl to Graph's address with its version.")
        : !GraphAddress.IsSafe(options.BaseUrl)
            ? ValidateOptionsResult.Fail("Graph:BaseUrl must be https, or http on loopback, without user, query and fragment.")
        : options.Scopes.Any(string.IsNullOrWhiteSpace)
            ? ValidateOptionsResult.Fail("Graph:Scopes holds an empty scope.")
        : ValidateOptionsResult.Success;
}
