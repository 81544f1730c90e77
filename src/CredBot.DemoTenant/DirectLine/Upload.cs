namespace CredBot.DemoTenant.DirectLine;

/// <summary>A file that a person sent.</summary>
/// <param name="Id">Not to be guessed: whoever knows it may read the file.</param>
/// <param name="Name">As the person's device calls it.</param>
/// <param name="ContentType">As the client says.</param>
/// <param name="Content">The bytes.</param>
/// <param name="EndsAt">When it is thrown away.</param>
internal sealed record Upload(string Id, string Name, string ContentType, byte[] Content, DateTimeOffset EndsAt)
{
    public bool IsImage => ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
}
