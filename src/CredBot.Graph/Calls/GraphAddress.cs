namespace CredBot.Graph.Calls;

/// <summary>Graph's base address.</summary>
internal sealed class GraphAddress(string baseUrl)
{
    private readonly Uri root = new(baseUrl.TrimEnd('/') + "/");

    /// <summary>Without trailing slash, as the SDK wants it.</summary>
    public string BaseUrl { get; } = baseUrl.TrimEnd('/');

    public static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { UserInfo: "", Query: "", Fragment: "" };

    /// <summary>Same scheme, host and port, and below the base path (of the address as it would be sent, dots resolved).</summary>
    public bool Covers(Uri url) => url is { IsAbsoluteUri: true, UserInfo: "" } && Uri.Compare(
        url, root, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) is 0
        && url.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal);

    /// <returns>The address a <c>Location</c> names; null where it is not Graph's.</returns>
    public Uri? Resolve(Uri? location) =>
        location is null ? null
        : location.IsAbsoluteUri && location.Scheme != Uri.UriSchemeFile ? Covers(location) ? location : null
        : Uri.TryCreate(root, location.OriginalString, out var absolute) && Covers(absolute) ? absolute : null;
}
