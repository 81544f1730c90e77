using System.Net;
using System.Net.Sockets;
using CredBot.Bot.Connector;

namespace CredBot.Demo;

/// <summary>The settings the demo gives itself, so that it needs none: all of them point at the demo tenant in this very process.</summary>
internal static class DemoSettings
{
    /// <summary>The environment that maps the demo's routes; <see cref="PlaygroundSender.Environment"/> does too, and no other.</summary>
    public const string Environment = "Demo";

    /// <summary>App id of the demo's bot.</summary>
    public const string AppId = "11111111-1111-4111-8111-111111111111";

    /// <summary>Id of the demo tenant.</summary>
    public const string TenantId = "22222222-2222-4222-8222-222222222222";

    private const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>What the Agents Playground says of itself where it was told nothing: its connector's host, and a tenant whose id has a digit too many.</summary>
    private static readonly Dictionary<string, string?> Playground = new()
    {
        ["Bot:TrustedServiceHosts:1"] = "localhost",
        ["Bot:AllowedTenants:1"] = "00000000-0000-0000-0000-0000000000001",
    };

    private static readonly string[] Tenant = ["Bot:TokenServiceUrl", "Bot:LoginUrl", "Graph:BaseUrl"];

    /// <summary>Whether the demo runs in this environment.</summary>
    public static bool AreFor(IHostEnvironment environment) =>
        environment.IsEnvironment(Environment) || environment.IsEnvironment(PlaygroundSender.Environment);

    /// <summary>Adds the demo's settings below everything that was set on purpose.</summary>
    /// <exception cref="InvalidOperationException">
    /// It would listen on an address that is not loopback; or, in the environment that hears who does not sign, speak to a tenant that is not.
    /// </exception>
    public static void AddTo(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var urls = (configuration["urls"] is { Length: > 0 } set ? set : DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // Kestrel's own section goes before the addresses, so a word there would undo what is refused here.
        foreach (var url in urls.Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"] ?? "")))
        {
            RefuseUnlessLoopback(url, environment.EnvironmentName);
        }

        var address = Address(urls[0]);
        var values = Values(address).Concat(environment.IsEnvironment(PlaygroundSender.Environment) ? Playground : []);
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = values });
        configuration["urls"] = address;
        if (environment.IsEnvironment(PlaygroundSender.Environment))
        {
            RefuseAnothersTenant(configuration);
        }
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
        ["Reset:PublicUrl"] = address,
    };

    private static void RefuseUnlessLoopback(string url, string environment)
    {
        if (!IsLoopback(url))
        {
            throw new InvalidOperationException($"The environment {environment} listens on loopback only; {url} is not loopback. Set Urls to {DefaultUrl}.");
        }
    }

    /// <summary>Whoever does not sign may say that they are anybody: that must open nobody's real account.</summary>
    private static void RefuseAnothersTenant(ConfigurationManager configuration)
    {
        if (Tenant.FirstOrDefault(key => !IsLoopback(configuration[key])) is { } key)
        {
            throw new InvalidOperationException(
                $"The environment {PlaygroundSender.Environment} works with the demo's tenant on loopback only; {key} is {configuration[key]}. Take that setting away.");
        }
    }

    private static bool IsLoopback(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host is "localhost" || (IPAddress.TryParse(uri.Host, out var host) && IPAddress.IsLoopback(host)));

    /// <summary>The address, with a real port in place of 0: the demo's tenant must know where it lives before it listens.</summary>
    private static string Address(string first)
    {
        var url = new UriBuilder(first.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase));
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
