using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CredBot.DemoTenant.Page;

/// <summary>One file of the chat page, as it lies in this assembly.</summary>
internal sealed class PageAsset
{
    public const string Index = "index.html";
    private const string Prefix = "page/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary();

    private PageAsset(string name, byte[] content)
    {
        Content = content;
        ContentType = ContentTypes[Path.GetExtension(name)];
        Tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
    }

    public byte[] Content { get; }

    public string ContentType { get; }

    public EntityTagHeaderValue Tag { get; }

    public string Text => Encoding.UTF8.GetString(Content);

    /// <returns>Every file by its name.</returns>
    public static FrozenDictionary<string, PageAsset> ReadAll()
    {
        var assembly = typeof(PageAsset).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => new PageAsset(name, Read(assembly.GetManifestResourceStream(name)!)));
    }

    private static byte[] Read(Stream resource)
    {
        using (resource)
        {
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            return content;
        }
    }
}
