using System.Collections.Frozen;

namespace CredBot.Knowledge.Lint;

/// <summary>Where the FAQ may send people: Microsoft's own hosts as they are called today.</summary>
internal static class Addresses
{
    private static readonly FrozenSet<string> Hosts = FrozenSet.ToFrozenSet(
    [
        "learn.microsoft.com", "support.microsoft.com", "aka.ms", "entra.microsoft.com", "mysignins.microsoft.com", "myaccount.microsoft.com",
        "passwordreset.microsoftonline.com", "login.microsoftonline.com", "admin.microsoft.com", "graph.microsoft.com",
    ]);

    /// <returns>A sentence; null where the address is fine.</returns>
    public static string? Problem(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) switch
    {
        false => $"'{address}' is no address",
        true when url!.Scheme != Uri.UriSchemeHttps => $"'{address}' is not https",
        true when !Hosts.Contains(url!.Host) => $"'{url.Host}' is not one of Microsoft's current hosts",
        _ => null,
    };
}
