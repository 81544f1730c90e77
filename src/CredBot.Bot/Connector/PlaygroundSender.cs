using System.Net;
using CredBot.Bot.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CredBot.Bot.Connector;

/// <summary>The one sender that need not sign: the Microsoft 365 Agents Playground, which cannot, on the developer's own machine.</summary>
/// <remarks>No setting opens this; the environment's name alone does, and the host keeps that environment on loopback.</remarks>
public sealed class PlaygroundSender(IHostEnvironment environment)
{
    /// <summary>The only environment in which it is heard.</summary>
    public const string Environment = "Playground";

    /// <summary>What a proxy or a tunnel adds, behind which anybody may stand though the connection itself is a local one.</summary>
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

    /// <summary>Whether this request may go without a token: it shows none, and comes from a program of this machine that is no web page.</summary>
    /// <remarks>A page of any site can post to loopback, and by a name bent to 127.0.0.1 even read the answer: it says its origin, or that name.</remarks>
    internal bool IsHeard(HttpContext context) =>
        environment.IsEnvironment(Environment)
        && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && context.Request.Headers is var headers && !headers.ContainsKey("Authorization") && !headers.ContainsKey("Origin")
        && !Forwarding.Any(headers.ContainsKey)
        && IsLoopback($"http://{context.Request.Host}");

    /// <summary>Whether its activity names a service of this machine, to which the answers will go.</summary>
    internal static bool IsServed(Activity activity) => IsLoopback(activity.ServiceUrl);

    private static bool IsLoopback(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
