using System.Net;

namespace CredBot.Bot.Connector;

/// <summary>Which service addresses may be sent the bot's token.</summary>
/// <remarks>Source: Agents SDK «OutboundHostValidator». The parent domain trafficmanager.net is shared by all Azure customers, so that host is matched exactly.</remarks>
internal static class OutboundHosts
{
    public static bool IsTrusted(string? serviceUrl, BotCloudSettings cloud)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
        {
            return false;
        }

        if (cloud.PlainHttp && uri.IsLoopback)
        {
            return cloud.ServiceHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
        }

        return uri.Scheme == Uri.UriSchemeHttps && uri.Port is 443 && !IPAddress.TryParse(uri.Host, out _)
            && cloud.ServiceHosts.Any(host => Matches(uri.IdnHost, host));
    }

    private static bool Matches(string host, string trusted) => trusted.StartsWith('.')
        ? host.EndsWith(trusted, StringComparison.OrdinalIgnoreCase) || host.Equals(trusted[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(trusted, StringComparison.OrdinalIgnoreCase);
}
