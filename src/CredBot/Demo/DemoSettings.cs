using System.Net;
using System.Net.Sockets;

namespace CredBot.Demo;

/// <summary>The settings the demo gives itself, so that it needs none: all of them point at the demo tenant in this very process.</summary>
internal static class DemoSettings
{
    /// <summary>The only environment that maps the demo's routes.</summary>
    public const string Environment = "Demo";

    /// <summary>App id of the demo's bot.</summary>
    public const string AppId = "11111111-1111-4111-8111-111111111111";

    /// <summary>Id of the demo tenant.</summary>
    public const string TenantId = "22222222-2222-4222-8222-222222222222";

    private const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>Adds the demo's settings below everything that was set on purpose.</summary>
    public static void AddTo(ConfigurationManager configuration)
    {
        var address = Address(configuration["urls"]);
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = Values(address) });
        configuration["urls"] = address;
    }

    /// <summary>A store of its own for each start: the demo's tenant forgets everything with the process, so its bot does too.</summary>
    public static void AddStoreTo(ConfigurationManager configuration) =>
        configuration["Storage:Path"] ??= Directory.CreateTempSubdirectory("credbot-demo-").FullName;

    private static Dictionary<string, string?> Values(string address) => new()
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = TenantId,
        ["Bot:AllowedTenants:0"] = TenantId,
        ["Bot:Cloud"] = "Custom",
        ["Bot:Issuer"] = "https://api.botframework.com",
        ["Bot:OpenIdMetadataUrl"] = $"{address}/demo/entra/botframework/v1/.well-known/openidconfiguration",
        ["Bot:TokenServiceUrl"] = $"{address}/demo/botservice",
        ["Bot:LoginUrl"] = $"{address}/demo/entra",
        ["Bot:TrustedServiceHosts:0"] = "127.0.0.1",
        ["Bot:DefaultServiceUrl"] = $"{address}/demo/botservice/",
        ["Bot:OAuthConnection"] = "graph",
        ["Bot:Credential"] = "Secret",
        ["Bot:ClientSecret"] = "demo",
        ["Graph:BaseUrl"] = $"{address}/demo/graph/v1.0",
    };

    /// <summary>The first address, with a real port in place of 0: the demo's tenant must know where it lives before it listens.</summary>
    private static string Address(string? urls)
    {
        var first = (urls ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
        var url = new UriBuilder(first.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase));
        if (!IPAddress.TryParse(url.Host, out var host) || !IPAddress.IsLoopback(host))
        {
            throw new InvalidOperationException($"The demo listens on loopback only; {first} is not loopback. Set Urls to {DefaultUrl}.");
        }

        if (url.Port is 0)
        {
            url.Port = FreePort();
        }

        return url.Uri.GetLeftPart(UriPartial.Authority);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
