using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>The files people sent, kept for a day.</summary>
/// <remarks>Source: bot-docs «Send an activity to the bot», files are kept 24 hours.</remarks>
internal sealed class Uploads(DemoAddress address, TimeProvider time)
{
    /// <summary>Bytes of one upload, all its parts together.</summary>
    public const int SizeLimit = 4 * 1024 * 1024;

    /// <summary>Files kept at the same time; the oldest goes first.</summary>
    private const int Most = 50;

    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, Upload> kept = new(StringComparer.Ordinal);

    public Upload Keep(string name, string contentType, byte[] content)
    {
        var upload = new Upload(Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(24)), name, contentType, content, time.GetUtcNow() + Life);
        kept[upload.Id] = upload;
        foreach (var old in kept.Values.OrderBy(static old => old.EndsAt).Take(kept.Count - Most))
        {
            kept.TryRemove(old.Id, out _);
        }

        return upload;
    }

    /// <returns>Null for an unknown file, or one whose day is over.</returns>
    public Upload? Find(string id) => kept.TryGetValue(id, out var upload) && upload.EndsAt > time.GetUtcNow() ? upload : null;

    /// <summary>The attachment that the client sees.</summary>
    public JsonObject ForClient(Upload upload) => new() { ["contentType"] = upload.ContentType, ["name"] = upload.Name, ["contentUrl"] = Url(upload) };

    /// <summary>The attachment that Teams gives the bot: a picture as it is, another file as a download.</summary>
    /// <remarks>Source: Teams docs «Send and receive files».</remarks>
    public JsonObject ForBot(Upload upload) => upload.IsImage ? ForClient(upload) : new JsonObject
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["name"] = upload.Name,
        ["contentUrl"] = Url(upload),
        ["content"] = new JsonObject
        {
            ["downloadUrl"] = Url(upload),
            ["uniqueId"] = upload.Id,
            ["fileType"] = Path.GetExtension(upload.Name).TrimStart('.'),
        },
    };

    private string Url(Upload upload) => $"{address.Url}/v3/directline/attachments/{upload.Id}";
}
