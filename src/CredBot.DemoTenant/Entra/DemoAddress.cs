using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace CredBot.DemoTenant.Entra;

/// <summary>Where the demo tenant lives, as everybody in the demo writes it.</summary>
internal sealed class DemoAddress(IServer server, IConfiguration configuration)
{
    private static readonly string[] EveryHost = ["*", "+", "0.0.0.0", "[::]", "localhost"];

    /// <summary>Scheme, host and port, no trailing slash; the bound port once the server listens.</summary>
    public string Url => Normal(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? configuration["urls"]);

    /// <summary>The connector's base address, as every activity and every channel token names it.</summary>
    public string ServiceUrl => $"{Url}/demo/botservice/";

    private static string Normal(string? urls)
    {
        var first = (urls ?? "http://127.0.0.1:3978").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
        foreach (var host in EveryHost)
        {
            first = first.Replace($"//{host}:", "//127.0.0.1:", StringComparison.OrdinalIgnoreCase);
        }

        return first.TrimEnd('/');
    }
}
