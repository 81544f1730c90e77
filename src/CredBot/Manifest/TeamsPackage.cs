using System.IO.Compression;
using System.Reflection;

namespace CredBot.Manifest;

/// <summary>The Teams app package: the manifest with this deployment's ids filled in, its languages and icons, as a zip.</summary>
/// <remarks>Source: Teams app manifest schema 1.27.</remarks>
internal static class TeamsPackage
{
    private const string Folder = "manifest/";

    /// <summary>Writes the package.</summary>
    /// <param name="target">Receives the zip.</param>
    /// <param name="appId">The bot's app id, a GUID.</param>
    /// <param name="host">Public host name of this deployment, without scheme.</param>
    public static void Write(Stream target, Guid appId, string host)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var resource in Files())
        {
            var entry = zip.CreateEntry(resource[Folder.Length..], CompressionLevel.Optimal);
            // The same input makes the same file, byte for byte.
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var to = entry.Open();
            if (resource.EndsWith("/manifest.json", StringComparison.Ordinal))
            {
                using var writer = new StreamWriter(to);
                writer.Write(Fill(ReadText(resource), appId, host));
            }
            else
            {
                using var from = Open(resource);
                from.CopyTo(to);
            }
        }
    }

    internal static IEnumerable<string> Files() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal static string ReadText(string resource)
    {
        using var reader = new StreamReader(Open(resource));
        return reader.ReadToEnd();
    }

    private static string Fill(string manifest, Guid appId, string host) => manifest
        .Replace("${{VERSION}}", typeof(TeamsPackage).Assembly.GetName().Version!.ToString(3), StringComparison.Ordinal)
        .Replace("${{BOT_APP_ID}}", appId.ToString("D"), StringComparison.Ordinal)
        .Replace("${{HOST}}", host, StringComparison.Ordinal);

    private static Stream Open(string resource) => Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
}
