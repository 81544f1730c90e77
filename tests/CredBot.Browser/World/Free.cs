using System.Net;
using System.Net.Sockets;

namespace CredBot.Browser.World;

/// <summary>Where nobody listens yet.</summary>
internal static class Free
{
    /// <returns>An address on loopback, with a trailing slash.</returns>
    public static Uri Address(string host = "127.0.0.1")
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://{host}:{((IPEndPoint)probe.LocalEndpoint).Port}/");
    }
}
