using System.Net;
using System.Net.Sockets;

namespace CredBot.Tests.World;

/// <summary>Ports for servers that have to know their address before they start.</summary>
/// <remarks>They lie below those that the system gives to outgoing connections, each process begins elsewhere among them, and none is given twice: a port that was free a moment ago is still free.</remarks>
internal static class FreePort
{
    private const int First = 10_000;
    private const int Count = 20_000;
    private static int given = Environment.ProcessId * 97 % Count;

    public static string Url()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref given) % Count);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return $"http://127.0.0.1:{port}";
            }
            catch (SocketException)
            {
                // Somebody else's: the next one.
            }
        }
    }
}
