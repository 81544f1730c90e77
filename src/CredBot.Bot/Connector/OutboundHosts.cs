using System.Net;

namespace CredBot.Bot.Connector;

/// <summary>Which service addresses may be sent the bot's token.</summary>
/// <remarks>Source: Agents SDK «OutboundHostValidator». The parent domain trafficmanager.net is shared by all Azure customers, so that host is matched exactly.</remarks>
internal static class OutboundHosts
{
    /// <returns>The address without slashes at its end, doubled ones, query or fragment, so that paths can be put behind it; null where it is not trusted.</returns>
    public static string? Trusted(string? serviceUrl, BotCloudSettings cloud)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || !IsTrusted(uri, cloud))
        {
            return null;
        }

        var path = string.Join('/', uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries));
        var host = uri.HostNameType is UriHostNameType.Dns ? uri.IdnHost : uri.Host;
        return $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{(path.Length is 0 ? "" : $"/{path}")}";
    }

    private static bool IsTrusted(Uri uri, BotCloudSettings cloud)
    {
        if (uri.UserInfo.Length > 0)
        {
            return false;
        }

        if (cloud.PlainHttp && uri.IsLoopback)
        {
            return (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && cloud.ServiceHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
        }

        return uri.Scheme == Uri.UriSchemeHttps && uri.Port is 443 && !IPAddress.TryParse(uri.Host, out _)
            && cloud.ServiceHosts.Any(host => Matches(uri.IdnHost, host));
    }

    private static bool Matches(string host, string trusted) => trusted.StartsWith('.')
        ? host.EndsWith(trusted, StringComparison.OrdinalIgnoreCase) || host.Equals(trusted[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(trusted, StringComparison.OrdinalIgnoreCase);
}
